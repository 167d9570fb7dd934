import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'

type Tables = {
  known_devices: { token_hash: Buffer; person_id: string; first_seen_at: Date; last_seen_at: Date }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function personOfDevice(r: Reader, tokenHash: Buffer): Promise<string | null> {
  const row = await tables(r)
    .selectFrom('known_devices')
    .select('person_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row?.person_id ?? null
}

export async function rememberDevice(tx: Tx, tokenHash: Buffer, personId: string, now: Date): Promise<void> {
  await tables(tx)
    .insertInto('known_devices')
    .values({ token_hash: tokenHash, person_id: personId, first_seen_at: now, last_seen_at: now })
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ last_seen_at: now }))
    .execute()
}

export async function deleteOldDevices(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('known_devices').where('last_seen_at', '<', before).execute()
}
