/** The record of one sync: rows that can be watched while it runs, and what it leaves at the directory. */
import type { Tx } from '../platform/database/database.ts'
import type { DirectoryFailure } from './connectors/failures.ts'
import type { DirectoryDeps } from './deps.ts'
import { directorySynced } from './events.ts'
import { noteSync } from './store/directories.ts'
import { insertRun, lastRun, updateRun } from './store/runs.ts'
import type { DirectoryRow, SyncRunRow } from './store/tables.ts'

type Deps = Pick<DirectoryDeps, 'db' | 'events' | 'clock' | 'ids' | 'audit'>

export type Counts = Pick<
  SyncRunRow,
  'read_count' | 'added_count' | 'changed_count' | 'disabled_count' | 'enabled_count' | 'gone_count' | 'held_back_count'
>

export const noCounts = (): Counts => ({
  read_count: 0,
  added_count: 0,
  changed_count: 0,
  disabled_count: 0,
  enabled_count: 0,
  gone_count: 0,
  held_back_count: 0,
})

export function newRun(
  deps: Pick<Deps, 'ids' | 'clock'>,
  directoryId: string,
  values: Partial<SyncRunRow> & Pick<SyncRunRow, 'kind' | 'trigger' | 'state'>,
): SyncRunRow {
  const now = deps.clock.now()
  return {
    id: deps.ids.next(),
    directory_id: directoryId,
    created_at: now,
    started_at: values.state === 'waiting' ? null : now,
    finished_at: null,
    heard_at: now,
    expected_count: null,
    confirms_run_id: null,
    failure_code: null,
    failure_message: null,
    failure_retryable: null,
    ...noCounts(),
    ...values,
  }
}

/** Ends a run well: its row, the trail when it did anything, the directory's health, and the event. */
export async function finishRun(
  deps: Deps,
  tx: Tx,
  directory: DirectoryRow,
  run: SyncRunRow,
  counts: Counts,
): Promise<void> {
  const now = deps.clock.now()
  await updateRun(tx, run.id, { ...counts, state: 'done', finished_at: now, heard_at: now })
  const { read_count: read, ...rest } = counts
  if (Object.values(rest).some((count) => count > 0)) {
    deps.audit.record(tx, {
      action: 'directory.synced',
      actor: { kind: 'system', name: 'directory.sync' },
      subjects: { directoryId: directory.id },
      after: { runId: run.id, kind: run.kind, read, ...rest },
    })
  }
  await deps.events.emit(tx, directorySynced, { directoryId: directory.id, runId: run.id })
}

export async function noteHealthy(deps: Deps, tx: Tx, directory: DirectoryRow): Promise<void> {
  const now = deps.clock.now()
  const since = directory.health === 'ok' ? directory.health_since : now
  await noteSync(tx, directory.id, { last_sync_at: now, health: 'ok', health_since: since, health_message: null })
}

/** Ends a run badly, for everybody to see. A poll that fails like the one before adds no row of its own. */
export async function failRun(
  deps: Deps,
  directory: DirectoryRow,
  run: SyncRunRow | null,
  failure: Pick<DirectoryFailure, 'code' | 'message' | 'retryable'>,
): Promise<void> {
  const now = deps.clock.now()
  const told = {
    state: 'failed' as const,
    finished_at: now,
    heard_at: now,
    failure_code: failure.code,
    failure_message: failure.message,
    failure_retryable: failure.retryable,
  }
  await deps.db.transaction(async (tx) => {
    const since = directory.health === 'failing' ? directory.health_since : now
    await noteSync(tx, directory.id, { health: 'failing', health_since: since, health_message: failure.message })
    if (run) return await updateRun(tx, run.id, told)
    const last = await lastRun(tx, directory.id)
    const isSame = last?.state === 'failed' && last.trigger === 'schedule' && last.failure_code === failure.code
    if (isSame) return await updateRun(tx, last.id, told)
    await insertRun(tx, {
      ...newRun(deps, directory.id, { kind: 'changes', trigger: 'schedule', state: 'running' }),
      ...told,
    })
  })
}
