import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { SliceDeps } from './deps.ts'
import { directoryKept, directoryRemoving, directoryUnknown, ownDirectory } from './errors.ts'
import { directoryChanged } from './events.ts'
import { firstBuiltIn, lockDirectory, pauseRow, resumeRow } from './store/directories.ts'
import { personById } from './store/people.ts'
import type { DirectoryRow } from './store/tables.ts'

type Deps = Pick<SliceDeps, 'audit' | 'clock' | 'events'>
type Input = { directoryId: string; actor: Actor }

/**
 * From here on nothing is asked of the directory: no sign-in, no reset, no reading. Its people stay as they are, with what
 * they hold; what they do in the name of others waits, since nobody can tell any more whether they are still there.
 */
export async function pauseDirectory(deps: Deps, tx: Tx, input: Input & { reason: string }): Promise<DirectoryRow> {
  const directory = await lockConnected(tx, input.directoryId)
  if (directory.removing_at !== null) throw directoryRemoving()
  await refuseNeeded(tx, directory, input.actor)
  if (directory.paused_at !== null) return directory
  const paused = await pauseRow(tx, directory, { reason: input.reason, now: deps.clock.now() })
  await record(deps, tx, input, 'paused')
  return paused
}

/** Goes on, with a reading of everything at once: whoever left meanwhile is gone a moment later. */
export async function resumeDirectory(deps: Deps, tx: Tx, input: Input): Promise<DirectoryRow> {
  const directory = await lockConnected(tx, input.directoryId)
  if (directory.removing_at !== null) throw directoryRemoving()
  if (directory.paused_at === null) return directory
  const resumed = await resumeRow(tx, directory, deps.clock.now())
  await record(deps, tx, input, 'resumed')
  return resumed
}

/** Locked until the transaction ends, so that of two administrators the second meets what the first left behind. */
export async function lockConnected(tx: Tx, directoryId: string): Promise<DirectoryRow> {
  const directory = await lockDirectory(tx, directoryId)
  if (directory === null || directory.removed_at !== null) throw directoryUnknown()
  return directory
}

/** Nobody shuts themselves out, and the accounts that work with every other directory down are never shut in. */
export async function refuseNeeded(tx: Tx, directory: DirectoryRow, actor: Actor): Promise<void> {
  if ((await firstBuiltIn(tx))?.id === directory.id) throw directoryKept()
  const author = actor.kind === 'person' ? await personById(tx, actor.personId) : null
  if (author?.directory_id === directory.id) throw ownDirectory()
}

async function record(
  deps: Deps,
  tx: Tx,
  { directoryId, actor, reason }: Input & { reason?: string },
  change: 'paused' | 'resumed',
): Promise<void> {
  deps.audit.record(tx, {
    action: change === 'paused' ? 'directory.paused' : 'directory.resumed',
    actor,
    subjects: { directoryId },
    ...(reason === undefined ? {} : { reason }),
  })
  const actorPersonId = actor.kind === 'person' ? actor.personId : null
  await deps.events.emit(tx, directoryChanged, { directoryId, change, actorPersonId })
}
