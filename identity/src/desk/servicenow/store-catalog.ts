/** SQL of what each instance was last told of the catalog. */
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { tables } from './store-tables.ts'

/** Role id → hash of what was told. */
export async function sentEntries(reader: Reader, connectionId: string): Promise<Map<string, string>> {
  const query = tables(reader).selectFrom('servicenow_catalog').selectAll().where('connection_id', '=', connectionId)
  return new Map((await query.execute()).map((row) => [row.role_id, row.hash]))
}

export async function saveEntries(
  tx: Tx,
  connectionId: string,
  entries: readonly { roleId: string; hash: string }[],
): Promise<void> {
  if (entries.length === 0) return
  await tables(tx)
    .insertInto('servicenow_catalog')
    .values(entries.map(({ roleId, hash }) => ({ connection_id: connectionId, role_id: roleId, hash })))
    .onConflict((conflict) =>
      conflict.columns(['connection_id', 'role_id']).doUpdateSet((row) => ({ hash: row.ref('excluded.hash') })),
    )
    .execute()
}

export async function forgetEntries(tx: Tx, connectionId: string, roleIds: readonly string[]): Promise<void> {
  if (roleIds.length === 0) return
  await tables(tx)
    .deleteFrom('servicenow_catalog')
    .where('connection_id', '=', connectionId)
    .where('role_id', '=', sql<string>`any(${roleIds}::uuid[])`)
    .execute()
}
