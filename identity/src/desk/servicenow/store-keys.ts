/** SQL of signing keys, and of signatures that were used. */
import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { type ServiceNowTables, tables } from './store-tables.ts'
import type { Direction, SigningKey } from './types.ts'

const toKey = (row: Selectable<ServiceNowTables['servicenow_keys']>): SigningKey => ({
  id: row.id,
  connectionId: row.connection_id,
  direction: row.direction,
  sealed: row.sealed_key,
  state: row.state,
  exposedBy: row.exposed_by,
  createdAt: row.created_at,
  endsAt: row.ends_at,
})

export async function findKey(reader: Reader, keyId: string): Promise<SigningKey | null> {
  const row = await tables(reader).selectFrom('servicenow_keys').selectAll().where('id', '=', keyId).executeTakeFirst()
  return row ? toKey(row) : null
}

/** Newest first. */
export async function keysOf(reader: Reader, connectionId: string): Promise<SigningKey[]> {
  const rows = await tables(reader)
    .selectFrom('servicenow_keys')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toKey)
}

/** The key before becomes the previous one until `endsAt`; one before that ends, and so does every exposed one. */
export async function replaceKey(tx: Tx, key: SigningKey, previousEndsAt: Date): Promise<void> {
  await tables(tx)
    .deleteFrom('servicenow_keys')
    .where('connection_id', '=', key.connectionId)
    .where('direction', '=', key.direction)
    .where('state', 'in', ['previous', 'exposed'])
    .execute()
  await tables(tx)
    .updateTable('servicenow_keys')
    .set({ state: 'previous', ends_at: previousEndsAt })
    .where('connection_id', '=', key.connectionId)
    .where('direction', '=', key.direction)
    .where('state', '=', 'current')
    .execute()
  await tables(tx)
    .insertInto('servicenow_keys')
    .values({
      id: key.id,
      connection_id: key.connectionId,
      direction: key.direction,
      sealed_key: key.sealed,
      state: key.state,
      exposed_by: null,
      created_at: key.createdAt,
      ends_at: null,
    })
    .execute()
}

/** Another instance holds it: it opens nothing any more, and neither does the one of the other direction. False when known. */
export async function exposeKeys(tx: Tx, connectionId: string, by: string): Promise<boolean> {
  const rows = await tables(tx)
    .updateTable('servicenow_keys')
    .set({ state: 'exposed', exposed_by: by })
    .where('connection_id', '=', connectionId)
    .where('state', '<>', 'exposed')
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function currentKey(
  reader: Reader,
  connectionId: string,
  direction: Direction,
): Promise<SigningKey | null> {
  const row = await tables(reader)
    .selectFrom('servicenow_keys')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('direction', '=', direction)
    .where('state', '=', 'current')
    .executeTakeFirst()
  return row ? toKey(row) : null
}

/** False when this signature was used before, on whichever node. */
export async function useNonce(reader: Reader, keyId: string, nonce: string, now: Date): Promise<boolean> {
  const row = await tables(reader)
    .insertInto('servicenow_nonces')
    .values({ key_id: keyId, nonce, seen_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('nonce')
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetNonces(reader: Reader, before: Date): Promise<void> {
  await tables(reader).deleteFrom('servicenow_nonces').where('seen_at', '<', before).execute()
}

export async function forgetEndedKeys(reader: Reader, now: Date): Promise<void> {
  await tables(reader)
    .deleteFrom('servicenow_keys')
    .where('state', '=', 'previous')
    .where('ends_at', '<=', now)
    .execute()
}
