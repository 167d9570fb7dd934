import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { directoryPaused } from './connectors/failures.ts'
import type { SliceDeps } from './deps.ts'
import { directoryUnknown, removalsChanged, runUnknown } from './errors.ts'
import { connectedById, countPeople, takeDue } from './store/directories.ts'
import { insertRun, runById } from './store/runs.ts'
import type { SyncRunRow } from './store/tables.ts'
import { syncDirectory } from './sync-directory.ts'
import { newRun } from './sync-run.ts'

const task = 'directory.sync'

/** Polls of all directories, each at its own pace, and runs that somebody asked for; one at a time for a directory. */
export function scheduleSyncs(deps: SliceDeps, jobs: Pick<Jobs, 'register' | 'schedule'>): void {
  jobs.register(task, async (payload) => {
    const { directoryId, runId } = payload
    await syncDirectory(deps, { directoryId: String(directoryId), runId: typeof runId === 'string' ? runId : null })
  })
  jobs.schedule({
    name: 'directory.sync-due',
    everySeconds: 1,
    run: async (now) => {
      await deps.db.transaction(async (tx) => {
        for (const { id } of await takeDue(tx, now)) {
          const payload = { directoryId: id, runId: null }
          await deps.jobs.enqueue(tx, { task, payload, key: `${task}:${id}`, queue: `${task}:${id}`, maxAttempts: 3 })
        }
      })
    },
  })
}

export type StartSync = { directoryId: string; trigger: 'person' | 'command_line'; actor: Actor }

/** Asks for everything to be read again; the run can be followed from the moment this is committed. */
export async function startSync(deps: SliceDeps, tx: Tx, input: StartSync): Promise<SyncRunRow> {
  const directory = await connectedById(tx, input.directoryId)
  if (directory === null) throw directoryUnknown()
  if (directory.paused_at !== null) throw directoryPaused()
  return await begin(deps, tx, input, 'directory.sync_started', {})
}

/**
 * An administrator says that those whom a run held back are really gone. They are looked for once more; `heldBack` is
 * the number that was shown, so that nobody confirms what they have not seen.
 */
export async function confirmRemovals(
  deps: SliceDeps,
  tx: Tx,
  input: { runId: string; heldBack: number; actor: Actor },
): Promise<SyncRunRow> {
  const run = await runById(tx, input.runId)
  if (run === null) throw runUnknown()
  if ((await connectedById(tx, run.directory_id))?.paused_at !== null) throw directoryPaused()
  const { missing } = await countPeople(tx, run.directory_id)
  if (run.held_back_count === 0 || missing !== input.heldBack) throw removalsChanged()
  const start = { directoryId: run.directory_id, trigger: 'person' as const, actor: input.actor }
  return await begin(deps, tx, start, 'directory.removals_confirmed', { confirms_run_id: run.id })
}

async function begin(
  deps: SliceDeps,
  tx: Tx,
  { directoryId, trigger, actor }: StartSync,
  action: string,
  values: Partial<SyncRunRow>,
): Promise<SyncRunRow> {
  const run = newRun(deps, directoryId, { kind: 'full', trigger, state: 'waiting', ...values })
  await insertRun(tx, run)
  deps.audit.record(tx, { action, actor, subjects: { directoryId }, after: { runId: run.id } })
  // Its own key: a poll that waits must not take its place, nor it the poll's.
  const job = {
    task,
    payload: { directoryId, runId: run.id },
    key: `${task}:${run.id}`,
    queue: `${task}:${directoryId}`,
  }
  await deps.jobs.enqueue(tx, job)
  return run
}
