import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { applyGroupsGone } from './apply-groups.ts'
import type { SliceDeps } from './deps.ts'
import { directoryNotPaused, directoryRemoving, removalChanged } from './errors.ts'
import { directoryChanged, personGone } from './events.ts'
import { lockConnected, refuseNeeded } from './pause-directory.ts'
import { countGroups, countPeople, directoryById, endRemoval, startRemovalOf } from './store/directories.ts'
import { deleteLeftovers, memberIds, takePeopleLeft } from './store/removals.ts'
import { markGone } from './store/write-people.ts'

export const removeTask = 'directory.remove'
const system = { kind: 'system', name: removeTask } as const
/** People whose end is one transaction: few enough that what follows from it is done in a moment. */
const batch = 100

export type RemoveDirectory = { directoryId: string; people: number; reason: string; actor: Actor }

/**
 * An administrator says that a paused directory is none of ours. Its secret is gone with this transaction, and nothing leads
 * back; its people become leavers in a job. `people` is the number that was shown, active and disabled, so that nobody
 * confirms what they have not seen.
 */
export async function removeDirectory(deps: SliceDeps, tx: Tx, input: RemoveDirectory): Promise<void> {
  const directory = await lockConnected(tx, input.directoryId)
  if (directory.removing_at !== null) throw directoryRemoving()
  if (directory.paused_at === null) throw directoryNotPaused()
  await refuseNeeded(tx, directory, input.actor)
  const { active, disabled } = await countPeople(tx, directory.id)
  if (active + disabled !== input.people) throw removalChanged()
  await startRemovalOf(tx, directory, deps.clock.now())
  const { id: directoryId, name } = directory
  deps.audit.record(tx, {
    action: 'directory.removal_started',
    actor: input.actor,
    subjects: { directoryId },
    reason: input.reason,
    after: { name, active, disabled, groups: await countGroups(tx, directoryId) },
  })
  const actorPersonId = input.actor.kind === 'person' ? input.actor.personId : null
  await deps.events.emit(tx, directoryChanged, { directoryId, change: 'removed', actorPersonId })
  // Behind a reading that is under way; what it would still bring is refused.
  await deps.jobs.enqueue(tx, {
    task: removeTask,
    payload: { directoryId },
    key: `${removeTask}:${directoryId}`,
    queue: `directory.sync:${directoryId}`,
  })
}

export function registerRemoval(deps: SliceDeps, jobs: Pick<Jobs, 'register'>): void {
  jobs.register(removeTask, ({ directoryId }, { signal }) => finishRemoval(deps, String(directoryId), { signal }))
}

/**
 * Everybody of a directory that is being removed becomes a leaver, some at a time, each with trail and events in the
 * transaction that says so. Killed or stopped at any instant, it goes on with whoever is left. Of somebody whose end fails
 * the others end all the same, and the directory is removed once they have, too. `atOnce`: how many a transaction.
 */
export async function finishRemoval(
  deps: SliceDeps,
  directoryId: string,
  { atOnce = batch, signal }: { atOnce?: number; signal?: AbortSignal } = {},
): Promise<void> {
  const directory = await directoryById(deps.db, directoryId)
  if (directory === null || directory.removing_at === null || directory.removed_at !== null) return
  await endEverybody(deps, directoryId, atOnce, signal)
  await deps.db.transaction(async (tx) => {
    await applyGroupsGone(deps, tx, directoryId, new Set())
    await deleteLeftovers(tx, directoryId)
    if (!(await endRemoval(tx, directoryId, deps.clock.now()))) return
    const { gone } = await countPeople(tx, directoryId)
    deps.audit.record(tx, { action: 'directory.removed', actor: system, subjects: { directoryId }, after: { gone } })
  })
}

async function endEverybody(
  deps: SliceDeps,
  directoryId: string,
  atOnce: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const failures: unknown[] = []
  const end = async (ids: readonly string[]) => deps.db.transaction((tx) => endSome(deps, tx, directoryId, ids))
  const people = await memberIds(deps.db, directoryId)
  for (let at = 0; at < people.length; at += atOnce) {
    signal?.throwIfAborted()
    const some = people.slice(at, at + atOnce)
    const isDone = await end(some).then(
      () => true,
      () => false,
    )
    if (isDone) continue
    const before = failures.length
    for (const id of some) await end([id]).catch((error: unknown) => failures.push(error))
    // Nobody of them could be ended: the fault is not one person's.
    if (failures.length - before === some.length) break
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of a removed directory could not be ended`)
}

async function endSome(deps: SliceDeps, tx: Tx, directoryId: string, ids: readonly string[]): Promise<void> {
  for (const { id, version } of await markGone(tx, await takePeopleLeft(tx, ids), deps.clock.now())) {
    deps.audit.record(tx, {
      action: 'person.gone',
      actor: system,
      subjects: { personId: id, directoryId },
      after: { state: 'gone', because: 'directory_removed' },
    })
    await deps.events.emit(tx, personGone, { personId: id, version })
  }
}
