import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { AssuranceMethod, Proof, Remembered } from './types.ts'

type Tables = {
  known_devices: {
    token_hash: Buffer
    person_id: string
    first_seen_at: Date
    last_seen_at: Date
    factor_at: Date | null
    factor_epoch: number | null
    factor_method: AssuranceMethod | null
  }
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
  tx.soon(
    tables(tx)
      .insertInto('known_devices')
      .values({
        token_hash: tokenHash,
        person_id: personId,
        first_seen_at: now,
        last_seen_at: now,
        factor_at: null,
        factor_epoch: null,
        factor_method: null,
      })
      .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ last_seen_at: now })),
  )
}

/** This device stands for the second factor from now on, until its person's credentials are renewed. */
export async function rememberFactor(
  tx: Tx,
  tokenHash: Buffer,
  { epoch, method, at }: Proof & { epoch: number },
): Promise<void> {
  tx.soon(
    tables(tx)
      .updateTable('known_devices')
      .set({ factor_at: at, factor_epoch: epoch, factor_method: method })
      .where('token_hash', '=', tokenHash),
  )
}

/** The second factor that was given on this device, if it is remembered for this person and nothing was renewed since. */
export async function factorOfDevice(
  r: Reader,
  tokenHash: Buffer | undefined,
  { personId, epoch }: { personId: string; epoch: number },
): Promise<Remembered | null> {
  if (tokenHash === undefined) return null
  const row = await tables(r)
    .selectFrom('known_devices')
    .select(['factor_at', 'factor_method'])
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', personId)
    .where('factor_epoch', '=', epoch)
    .executeTakeFirst()
  return row?.factor_at ? { method: row.factor_method, at: row.factor_at } : null
}

/** Every device of a person is asked for the second factor again; answers how many were remembered. */
export async function forgetFactors(tx: Tx, personId: string): Promise<number> {
  const rows = await tables(tx)
    .updateTable('known_devices')
    .set({ factor_at: null, factor_epoch: null, factor_method: null })
    .where('person_id', '=', personId)
    .where('factor_at', 'is not', null)
    .returning('token_hash')
    .execute()
  return rows.length
}

export async function deleteOldDevices(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('known_devices').where('last_seen_at', '<', before).execute()
}
