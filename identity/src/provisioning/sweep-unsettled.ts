import type { Access } from '../access/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { ProvisioningDeps } from './deps.ts'
import { accountSettled } from './events.ts'
import { isSettled } from './is-settled.ts'
import { enqueueReconcile, type LookAgainDeps, lookAgainIfNeeded } from './look-again.ts'
import { findAccount } from './store-accounts.ts'
import { connectionsOf } from './store-connections.ts'
import { strandedAccounts } from './store-sweeps.ts'

export type SweepUnsettledDeps = LookAgainDeps &
  Pick<ProvisioningDeps, 'db' | 'events'> & {
    access: Pick<Access, 'pendingGrants' | 'appsOfRole' | 'desiredAccount' | 'role'>
  }

const graceMs = 2 * 60_000
const batch = 500

/**
 * Nothing is ever stranded: accounts whose time has come and that nobody works on get a job again, and grants that stay
 * pending are told of again. It repeats what the event that got lost would have done, so it may run at any time.
 */
export async function sweepUnsettled(deps: SweepUnsettledDeps, now: Date): Promise<number> {
  const stranded = await strandedAccounts(deps.db, now, graceMs, batch)
  const connections = await connectionsOf(deps.db, [...new Set(stranded.map((account) => account.appId))])
  const byApp = new Map(connections.map((connection) => [connection.appId, connection]))
  await deps.db.transaction(async (tx) => {
    for (const { appId, personId } of stranded) {
      await enqueueReconcile(deps, tx, byApp.get(appId) ?? { appId, parallel: 1 }, personId)
    }
  })
  for (const grant of await deps.access.pendingGrants(deps.db, new Date(now.getTime() - graceMs), batch)) {
    await deps.db.transaction((tx) => remind(deps, tx, grant))
  }
  return stranded.length
}

async function remind(
  deps: SweepUnsettledDeps,
  tx: Tx,
  grant: { id: string; personId: string; roleId: string },
): Promise<void> {
  if (await isSettled(deps, tx, grant.personId, grant.roleId)) {
    return deps.events.emit(tx, accountSettled, { personId: grant.personId, appId: '', grantIds: [grant.id] })
  }
  const apps = await deps.access.appsOfRole(tx, grant.roleId)
  for (const connection of await connectionsOf(
    tx,
    apps.map((app) => app.appId),
  )) {
    const account = await findAccount(tx, connection.appId, grant.personId)
    // A wish not met yet has its job, its task or its place among the stranded.
    if (account !== null && account.settledVersion < account.wantedVersion) continue
    await lookAgainIfNeeded(deps, tx, connection, grant.personId)
  }
}
