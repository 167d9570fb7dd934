import type { Tx } from '../platform/database/database.ts'
import { accountSettled, accountSettling } from './events.ts'
import { Overtaken, type ReconcileDeps, type Run, reconciler, subjectsOf } from './run.ts'
import { type AccountPatch, updateOwned } from './store-accounts.ts'
import { closeTask, openTasksAbout } from './store-tasks.ts'

export type SettleDeps = Pick<ReconcileDeps, 'audit' | 'clock' | 'events'>

/**
 * The app matches what this run read: the row, the outcome in the trail, tasks that are no longer needed, and what follows
 * for grants and requests are one transaction. A wish that came meanwhile keeps the account unsettled, and has a job of its own.
 */
export async function settleAccount(
  deps: SettleDeps,
  tx: Tx,
  run: Run,
  found: Required<Pick<AccountPatch, 'actual'>> & AccountPatch,
): Promise<void> {
  const { account, desired } = run
  const now = deps.clock.now()
  const told = { personId: account.personId, appId: account.appId, grantIds: desired.grantIds }
  await deps.events.emit(tx, accountSettling, { personId: told.personId })
  const settling = updateOwned(
    tx,
    { accountId: account.id, runId: run.id, now },
    {
      ...found,
      isChosen: false,
      grantIds: desired.grantIds,
      settledVersion: account.wantedVersion,
      trouble: null,
      attempts: 0,
      lastError: null,
      nextTryAt: null,
      turnAt: null,
      runId: null,
      intentId: null,
      settledAt: now,
    },
  )
  const [settled, tasks] = await Promise.all([settling, openTasksAbout(tx, account.appId, account.personId)])
  if (settled === null) throw new Overtaken()
  recordOutcome(deps, tx, run, found)
  for (const task of tasks) {
    await closeTask(tx, task.id, { state: 'dropped', by: null, note: null, now })
  }
  if (settled.settledVersion < settled.wantedVersion) return
  await deps.events.emit(tx, accountSettled, told)
}

function recordOutcome(deps: SettleDeps, tx: Tx, run: Run, found: AccountPatch): void {
  const { account, intent, desired } = run
  const entry = {
    actor: reconciler,
    subjects: subjectsOf(account, desired.grantIds),
    personal: { userName: found.userName },
  }
  const after = { state: found.actual, remoteId: found.remoteId ?? null, entitlements: desired.entitlements }
  if (account.intentId !== null) {
    // Without an intent of this run, what an earlier one meant was found done.
    const action = intent?.action ?? 'account.found'
    deps.audit.outcome(tx, account.intentId, { ok: true, facts: after }, { ...entry, action })
    return
  }
  if (found.actual === account.actual) return
  deps.audit.record(tx, { ...entry, action: 'account.found', before: { state: account.actual }, after })
}
