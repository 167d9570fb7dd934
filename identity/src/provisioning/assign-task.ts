import type { Actor } from '../audit/module.ts'
import { ownerNotActive, taskClosed, taskNotFound } from './errors.ts'
import { type OpenTaskDeps, tellOwner } from './open-task.ts'
import type { ReconcileDeps } from './run.ts'
import { lockTask, setOwner } from './store-tasks.ts'
import type { TaskRow } from './types.ts'

export type AssignTaskDeps = OpenTaskDeps & Pick<ReconcileDeps, 'db'>

/** Gives a task to somebody, who is told, or back to the administrators. */
export async function assignTask(
  deps: AssignTaskDeps,
  input: { taskId: string; ownerId: string | null },
  actor: Actor,
): Promise<TaskRow> {
  return deps.db.transaction(async (tx) => {
    const task = await lockTask(tx, input.taskId)
    if (task === null) throw taskNotFound()
    if (task.state !== 'open') throw taskClosed()
    if (input.ownerId !== null && !(await deps.directory.isActive(tx, input.ownerId))) throw ownerNotActive()
    if (input.ownerId === task.ownerId) return task
    await setOwner(tx, task.id, input.ownerId)
    deps.audit.record(tx, {
      action: 'task.assigned',
      actor,
      subjects: { taskId: task.id, appId: task.appId, ...(task.personId === null ? {} : { personId: task.personId }) },
      before: { ownerId: task.ownerId },
      after: { ownerId: input.ownerId },
    })
    if (input.ownerId !== null) await tellOwner(deps, tx, task, input.ownerId)
    return { ...task, ownerId: input.ownerId }
  })
}
