/** Every reason to look at an account ends here: one row is marked, one job is there, in the caller's transaction. */
import { createHash } from 'node:crypto'
import type { DesiredAccount } from '../access/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { ProvisioningDeps } from './deps.ts'
import { findAccount, wantAccount } from './store-accounts.ts'
import type { AccountRow, AppConnection } from './types.ts'

export const reconcileTask = 'provisioning.reconcile'

export type LookAgainDeps = Pick<ProvisioningDeps, 'jobs' | 'clock' | 'ids' | 'access'>

/** Looks again only where what is wanted differs from what is settled; true when it does. */
export async function lookAgainIfNeeded(
  deps: LookAgainDeps,
  tx: Tx,
  connection: AppConnection,
  personId: string,
): Promise<boolean> {
  const [desired, account] = await Promise.all([
    deps.access.desiredAccount(tx, personId, connection.appId),
    findAccount(tx, connection.appId, personId),
  ])
  if (isSettledAs(account, desired)) return false
  await lookAgain(deps, tx, connection, personId)
  return true
}

/** Looks again whatever the books say: the person or the connection changed, or somebody asked for it. */
export async function lookAgain(
  deps: Omit<LookAgainDeps, 'access'>,
  tx: Tx,
  connection: AppConnection,
  personId: string,
): Promise<void> {
  if (connection.kind === 'none') return
  const { appId } = connection
  await wantAccount(tx, { id: deps.ids.next(), appId, personId, now: deps.clock.now() })
  await enqueueReconcile(deps, tx, connection, personId)
}

/** Ten reasons, one job. The queue keeps one account's runs in order and lets only so many run at once in an app. */
export async function enqueueReconcile(
  deps: Pick<ProvisioningDeps, 'jobs'>,
  tx: Tx,
  connection: Pick<AppConnection, 'appId' | 'parallel'>,
  personId: string,
): Promise<void> {
  const { appId, parallel } = connection
  await deps.jobs.enqueue(tx, {
    task: reconcileTask,
    payload: { appId, personId },
    key: `account:${appId}:${personId}`,
    queue: `app:${appId}:${laneOf(personId, parallel)}`,
  })
}

function laneOf(personId: string, parallel: number): number {
  return createHash('sha256').update(personId).digest().readUInt32BE(0) % parallel
}

/** Never wanted and not wanted now counts as settled: there is no row for everybody in every app. */
function isSettledAs(account: AccountRow | null, desired: DesiredAccount): boolean {
  if (account === null) return !desired.active
  if (account.settledVersion < account.wantedVersion || account.trouble !== null) return false
  if (!desired.active) return account.actual !== 'active'
  return (
    account.actual === 'active' &&
    isSameSet(account.entitlements, desired.entitlements) &&
    isSameSet(account.grantIds, desired.grantIds)
  )
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const has = new Set(a)
  return has.size === new Set(b).size && b.every((one) => has.has(one))
}
