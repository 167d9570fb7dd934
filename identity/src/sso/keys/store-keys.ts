import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

export type KeyUse = 'saml' | 'oidc'
export type KeyAlgorithm = 'RS256' | 'ES256'
export type KeyState = 'next' | 'current' | 'previous'

export type KeyRow = {
  id: string
  use: KeyUse
  algorithm: KeyAlgorithm
  state: KeyState
  certificate: string | null
  public_jwk: Record<string, unknown>
  sealed_key: string
  created_at: Date
  state_since: Date
  expires_at: Date | null
}

const tables = (r: Reader): Kysely<{ sign_on_keys: KeyRow }> => r.withTables<{ sign_on_keys: KeyRow }>()

export async function listKeys(r: Reader, use?: KeyUse): Promise<KeyRow[]> {
  let query = tables(r).selectFrom('sign_on_keys').selectAll().orderBy('use').orderBy('algorithm').orderBy('id', 'desc')
  if (use !== undefined) query = query.where('use', '=', use)
  return await query.execute()
}

/** The keys of a use, held until the transaction ends: whoever moves them does so alone. */
export async function lockKeys(tx: Tx, use: KeyUse): Promise<KeyRow[]> {
  return await tables(tx)
    .selectFrom('sign_on_keys')
    .selectAll()
    .where('use', '=', use)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** False when another node made it a moment ago. */
export async function insertKey(tx: Tx, row: KeyRow): Promise<boolean> {
  const made = await tables(tx)
    .insertInto('sign_on_keys')
    .values({ ...row, public_jwk: JSON.stringify(row.public_jwk) as never })
    .onConflict((conflict) => conflict.columns(['use', 'algorithm', 'state']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Moves the keys of a use one step on: the previous one goes, the current one is previous, the next one is current. */
export async function moveOn(tx: Tx, use: KeyUse, now: Date): Promise<void> {
  await dropKeys(tx, use, 'previous')
  await moveKeys(tx, use, { from: 'current', to: 'previous' }, now)
  await moveKeys(tx, use, { from: 'next', to: 'current' }, now)
}

/** The same step the other way: the next one goes, the current one is next, the previous one is current. */
export async function moveBack(tx: Tx, use: KeyUse, now: Date): Promise<void> {
  await dropKeys(tx, use, 'next')
  await moveKeys(tx, use, { from: 'current', to: 'next' }, now)
  await moveKeys(tx, use, { from: 'previous', to: 'current' }, now)
}

export async function dropKeys(tx: Tx, use: KeyUse, state: KeyState): Promise<void> {
  await tables(tx).deleteFrom('sign_on_keys').where('use', '=', use).where('state', '=', state).execute()
}

async function moveKeys(tx: Tx, use: KeyUse, { from, to }: { from: KeyState; to: KeyState }, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('sign_on_keys')
    .set({ state: to, state_since: now })
    .where('use', '=', use)
    .where('state', '=', from)
    .execute()
}
