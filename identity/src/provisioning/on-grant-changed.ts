import type { Access } from '../access/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { ProvisioningDeps } from './deps.ts'
import { accountSettled } from './events.ts'
import { type LookAgainDeps, lookAgainIfNeeded } from './look-again.ts'
import { connectionsOf } from './store-connections.ts'

export const settleAtOnceTask = 'provisioning.settle-at-once'

export type OnGrantChangedDeps = LookAgainDeps & { access: Pick<Access, 'apps' | 'appsOfRole' | 'desiredAccount'> }

/**
 * In the transaction that changed the grant: the accounts it touches are marked and their jobs queued, so that neither can
 * exist without the other. A role that carries no app in use with accounts has nothing to wait for.
 */
export async function onGrantChanged(
  deps: OnGrantChangedDeps,
  tx: Tx,
  grant: { grantId: string; personId: string; roleId: string },
): Promise<void> {
  const appIds = (await deps.access.appsOfRole(tx, grant.roleId)).map((app) => app.appId)
  const [found, apps] = await Promise.all([connectionsOf(tx, appIds), deps.access.apps(tx, appIds)])
  const connections = found.filter(({ kind }) => kind !== 'none')
  for (const connection of connections) await lookAgainIfNeeded(deps, tx, connection, grant.personId)
  const inUse = new Set(apps.filter((app) => app.state === 'active').map((app) => app.id))
  if (connections.some(({ appId }) => inUse.has(appId))) return
  await deps.jobs.enqueue(tx, {
    task: settleAtOnceTask,
    payload: { grantId: grant.grantId, personId: grant.personId },
    key: `${settleAtOnceTask}:${grant.grantId}`,
  })
}

export async function settleAtOnce(
  deps: Pick<ProvisioningDeps, 'db' | 'events'>,
  grant: { grantId: string; personId: string },
): Promise<void> {
  await deps.db.transaction((tx) =>
    deps.events.emit(tx, accountSettled, { personId: grant.personId, appId: '', grantIds: [grant.grantId] }),
  )
}
