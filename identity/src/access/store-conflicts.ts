/** SQL of roles that one person should not hold together. A pair is one row, whichever of the two is asked about. */
import type { Reader, Tx } from '../platform/database/database.ts'
import { tables } from './store-tables.ts'

/** The roles that conflict with one, in the order of their ids. */
export async function conflictsOf(reader: Reader, roleId: string): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('role_conflicts')
    .select(['role_id', 'other_id'])
    .where((row) => row.or([row('role_id', '=', roleId), row('other_id', '=', roleId)]))
    .execute()
  return rows.map((row) => (row.role_id === roleId ? row.other_id : row.role_id)).sort()
}

export async function replaceConflicts(tx: Tx, roleId: string, others: readonly string[]): Promise<void> {
  await tables(tx)
    .deleteFrom('role_conflicts')
    .where((row) => row.or([row('role_id', '=', roleId), row('other_id', '=', roleId)]))
    .execute()
  if (others.length === 0) return
  const rows = others.map((other) =>
    other < roleId ? { role_id: other, other_id: roleId } : { role_id: roleId, other_id: other },
  )
  await tables(tx).insertInto('role_conflicts').values(rows).execute()
}
