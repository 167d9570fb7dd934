import type { Tx } from '../platform/database/database.ts'
import { accountStuck } from './events.ts'
import { type OpenTaskDeps, openTaskFor } from './open-task.ts'
import type { ReconcileDeps, Run } from './run.ts'
import { type SettleDeps, settleAccount } from './settle-account.ts'
import { updateOwned } from './store-accounts.ts'
import type { TaskKind } from './types.ts'

export type ByHandDeps = SettleDeps & OpenTaskDeps & Pick<ReconcileDeps, 'events'>

/** An app without a connector: the difference is a task for a person, and the account settles when they say it is done. */
export async function reconcileByHand(deps: ByHandDeps, tx: Tx, run: Run): Promise<void> {
  const { account, connection, desired } = run
  const kind = taskFor(run)
  if (kind === null) {
    await settleAccount(deps, tx, run, {
      actual: account.actual,
      entitlements: desired.active ? desired.entitlements : [],
    })
    return
  }
  const owned = await updateOwned(
    tx,
    { accountId: account.id, runId: run.id, now: deps.clock.now() },
    { trouble: 'needs_task', lastError: null, nextTryAt: null, turnAt: null, runId: null },
  )
  if (owned === null) return
  await openTaskFor(deps, tx, connection, {
    kind,
    personId: account.personId,
    grantIds: desired.active ? desired.grantIds : account.grantIds,
    instruction: instructionFor(kind, desired.entitlements),
    entitlements: desired.entitlements,
  })
  await deps.events.emit(tx, accountStuck, { personId: account.personId, appId: account.appId })
}

function taskFor({
  account,
  desired,
}: Run): Extract<TaskKind, 'make_account' | 'change_account' | 'end_account'> | null {
  if (!desired.active) return account.actual === 'active' ? 'end_account' : null
  if (account.actual !== 'active') return 'make_account'
  const has = new Set(account.entitlements)
  const isSame = has.size === desired.entitlements.length && desired.entitlements.every((one) => has.has(one))
  return isSame ? null : 'change_account'
}

function instructionFor(kind: TaskKind, entitlements: readonly string[]): string {
  const withThese = entitlements.length === 0 ? '' : ` with: ${entitlements.join(', ')}`
  if (kind === 'end_account') return 'End this person’s account in the app. Their access is over.'
  if (kind === 'make_account') return `Make an account for this person in the app${withThese}.`
  return `Change this person’s account in the app, so that it is${withThese === '' ? ' without extra rights' : withThese}.`
}
