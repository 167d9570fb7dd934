import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { heldByAnother, noSuchCandidate, notYourTask, ownAccount, taskClosed, taskNotFound } from './errors.ts'
import { accountSettling } from './events.ts'
import { lookAgain } from './look-again.ts'
import { enqueueRecheck } from './recheck-app.ts'
import { reconcileByHand } from './reconcile-by-hand.ts'
import type { ReconcileDeps } from './run.ts'
import { findAccount, otherHolder, updateAccount } from './store-accounts.ts'
import { claimAccount } from './store-claims.ts'
import { connectionOf } from './store-connections.ts'
import { forgetFaults } from './store-pace.ts'
import { closeTask, lockTask } from './store-tasks.ts'
import type { TaskRow } from './types.ts'

export type FinishTaskDeps = Omit<ReconcileDeps, 'apps'>

export type FinishTask = {
  taskId: string
  /** Who says so; administrators may for everybody. */
  by: { personId: string; isAdmin: boolean }
  note: string | null
  /** The account chosen among the candidates. */
  remoteId: string | null
}

/** What was done by hand counts as done; whether it fits what is wanted now is looked at in the same transaction. */
export async function finishTask(deps: FinishTaskDeps, input: FinishTask, actor: Actor): Promise<TaskRow> {
  return deps.db.transaction(async (tx) => {
    const task = await lockTask(tx, input.taskId)
    if (task === null) throw taskNotFound()
    if (!input.by.isAdmin && task.ownerId !== input.by.personId) throw notYourTask()
    if (task.state !== 'open') throw taskClosed()
    // Choosing is deciding: nobody takes an account over by saying that it is their own (promise 1).
    if (input.remoteId !== null && task.personId === input.by.personId) throw ownAccount()
    if (input.remoteId !== null && !task.candidates.some((one) => one.remoteId === input.remoteId))
      throw noSuchCandidate()
    const now = deps.clock.now()
    const end = { state: 'done', by: input.by.personId, note: input.note, now } as const
    await closeTask(tx, task.id, end)
    deps.audit.record(tx, {
      action: 'task.done',
      actor,
      subjects: { taskId: task.id, appId: task.appId, ...(task.personId === null ? {} : { personId: task.personId }) },
      ...(input.note === null ? {} : { reason: input.note }),
      after: { kind: task.kind, remoteId: input.remoteId },
    })
    await goOn(deps, tx, task, input.remoteId)
    return { ...task, state: 'done', doneAt: now, doneBy: input.by.personId, note: input.note }
  })
}

async function goOn(deps: FinishTaskDeps, tx: Tx, task: TaskRow, remoteId: string | null): Promise<void> {
  if (task.personId === null) {
    await forgetFaults(tx, task.appId, deps.clock.now())
    return enqueueRecheck(deps, tx, { appId: task.appId, who: 'differing' })
  }
  const account = await findAccount(tx, task.appId, task.personId)
  const connection = await connectionOf(tx, task.appId)
  if (account === null) return
  if (remoteId !== null) {
    if ((await otherHolder(tx, task.appId, remoteId, task.personId)) !== null) throw heldByAnother()
    await updateAccount(tx, account.id, { remoteId, isChosen: true }, deps.clock.now())
  }
  if (!isManualKind(task.kind) || connection.kind !== 'manual') {
    return lookAgain(deps, tx, connection, task.personId)
  }
  const actual = task.kind === 'end_account' ? 'inactive' : 'active'
  const entitlements = task.kind === 'end_account' ? [] : task.entitlements
  await deps.events.emit(tx, accountSettling, { personId: task.personId })
  await updateAccount(tx, account.id, { actual, entitlements }, deps.clock.now())
  await settleByHand(deps, tx, task.appId, task.personId)
}

async function settleByHand(deps: FinishTaskDeps, tx: Tx, appId: string, personId: string): Promise<void> {
  const id = deps.ids.next()
  const account = await claimAccount(tx, { appId, personId, runId: id })
  if (account === null) return
  const desired = await deps.access.desiredAccount(tx, personId, appId)
  const person = await deps.directory.person(tx, personId)
  const connection = await connectionOf(tx, appId)
  await reconcileByHand(deps, tx, { id, account, connection, desired, person, lane: 'start', intent: null })
}

function isManualKind(kind: TaskRow['kind']): boolean {
  return kind === 'make_account' || kind === 'change_account' || kind === 'end_account'
}
