/** SQL of a directory that is being removed: who is left, and what of it nobody needs afterwards. */
import type { Reader, Tx } from '../../platform/database/database.ts'
import { tables } from './tables.ts'

/** Those of them who are not gone yet, locked: in the order of their ids, so that two nodes do not wait for each other. */
export async function takePeopleLeft(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('people')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '<>', 'gone')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Everybody of a directory who is not gone. */
export async function memberIds(r: Reader, directoryId: string): Promise<string[]> {
  const people = tables(r).selectFrom('people').select('id').where('directory_id', '=', directoryId)
  return (await people.where('state', '<>', 'gone').execute()).map(({ id }) => id)
}

/** What was kept for signing in and for reading: passwords of a built-in directory, and the history of its readings. */
export async function deleteLeftovers(tx: Tx, directoryId: string): Promise<void> {
  await tables(tx).deleteFrom('builtin_accounts').where('directory_id', '=', directoryId).execute()
  await tables(tx).deleteFrom('sync_runs').where('directory_id', '=', directoryId).execute()
}
