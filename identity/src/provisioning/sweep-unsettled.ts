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
    access: Pick<Access, 'pendingGrants' | 'apps' | 'appsOfRole' | 'desiredAccount' | 'role'>
  }

const graceMs = 2 * 60_000
const batchMax = 500

/**
 * Nothing is ever stranded: accounts whose time has come and that nobody works on get a job again, and grants that stay
 * pending are told of again. It repeats what the event that got lost would have done, so it may run at any time. It walks
 * through all of them, so that many that stay as they are never stand before one that could go on; a grant that fails holds
 * up no other, and the sweep fails at the end, so that it is seen.
 */
export async function sweepUnsettled(deps: SweepUnsettledDeps, now: Date, batch = batchMax): Promise<number> {
  let stranded = 0
  const accounts = (after: string | null) => strandedAccounts(deps.db, now, { graceMs, after, limit: batch })
  for await (const page of pages(accounts)) {
    await workAgain(deps, page)
    stranded += page.length
  }
  const before = new Date(now.getTime() - graceMs)
  const grants = (after: string | null) => deps.access.pendingGrants(deps.db, { before, after, limit: batch })
  const failures: unknown[] = []
  for await (const page of pages(grants))
    for (const grant of page)
      await deps.db.transaction((tx) => remind(deps, tx, grant)).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} grants could not be told of`)
  return stranded
}

/** Page after page until there is none left. */
async function* pages<T extends { id: string }>(read: (after: string | null) => Promise<T[]>): AsyncGenerator<T[]> {
  for (let page = await read(null); page.length > 0; page = await read(page.at(-1)?.id ?? null)) yield page
}

async function workAgain(deps: SweepUnsettledDeps, accounts: { appId: string; personId: string }[]): Promise<void> {
  const connections = await connectionsOf(deps.db, [...new Set(accounts.map((account) => account.appId))])
  const byApp = new Map(connections.map((connection) => [connection.appId, connection]))
  await deps.db.transaction(async (tx) => {
    for (const { appId, personId } of accounts)
      await enqueueReconcile(deps, tx, byApp.get(appId) ?? { appId, parallel: 1 }, personId)
  })
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
