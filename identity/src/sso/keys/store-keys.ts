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
  const keys = tables(tx)
  await keys.deleteFrom('sign_on_keys').where('use', '=', use).where('state', '=', 'previous').execute()
  for (const [from, to] of [
    ['current', 'previous'],
    ['next', 'current'],
  ] as const) {
    await keys
      .updateTable('sign_on_keys')
      .set({ state: to, state_since: now })
      .where('use', '=', use)
      .where('state', '=', from)
      .execute()
  }
}
