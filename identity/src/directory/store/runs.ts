/** SQL of sync runs. */
import type { Reader, Tx } from '../../platform/database/database.ts'
import { isUuid } from '../text.ts'
import { readCursor, toPage } from './paging.ts'
import { type SyncRunRow, tables } from './tables.ts'

export async function runById(r: Reader, id: string): Promise<SyncRunRow | null> {
  if (!isUuid(id)) return null
  return (await tables(r).selectFrom('sync_runs').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

export async function lastRun(r: Reader, directoryId: string): Promise<SyncRunRow | null> {
  const select = tables(r).selectFrom('sync_runs').selectAll().where('directory_id', '=', directoryId)
  return (await select.orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null
}

export async function listRuns(r: Reader, query: { directoryId: string; cursor?: string | undefined; limit: number }) {
  const after = readCursor(query.cursor)
  const rows = await tables(r)
    .selectFrom('sync_runs')
    .selectAll()
    .where('directory_id', '=', query.directoryId)
    .$if(after !== null, (select) => select.where('id', '<', (after as { id: string }).id))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return toPage(rows, query.limit, (row) => ({ sort: '', id: row.id }))
}

export async function insertRun(tx: Tx, row: SyncRunRow): Promise<void> {
  await tables(tx).insertInto('sync_runs').values(row).execute()
}

export async function updateRun(
  tx: Tx,
  id: string,
  values: Partial<Omit<SyncRunRow, 'id' | 'directory_id'>>,
): Promise<void> {
  await tables(tx).updateTable('sync_runs').set(values).where('id', '=', id).execute()
}

/** Runs of nodes that died: nothing was heard of them for a while. */
export async function failSilentRuns(tx: Tx, directoryId: string, silentSince: Date, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('sync_runs')
    .set({
      state: 'failed',
      finished_at: now,
      failure_code: 'sync_interrupted',
      failure_message: 'The service stopped during this run. The next one reads everything that is left.',
      failure_retryable: true,
    })
    .where('directory_id', '=', directoryId)
    .where('state', '=', 'running')
    .where('heard_at', '<', silentSince)
    .execute()
}

/** Runs end as history: a long time for those that tell something. */
export async function forgetRuns(tx: Tx, directoryId: string, before: Date): Promise<void> {
  await tables(tx)
    .deleteFrom('sync_runs')
    .where('directory_id', '=', directoryId)
    .where('finished_at', '<', before)
    .execute()
}
