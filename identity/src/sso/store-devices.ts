import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept, keptWrite } from '../platform/database/kept.ts'
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

type KnownDevice = {
  personId: string
  /** The second factor given on it, where it is remembered, and under which epoch of the person's credentials. */
  remembered: (Remembered & { epoch: number | null }) | null
}

export async function deviceOf(r: Reader, tokenHash: Buffer | undefined): Promise<KnownDevice | null> {
  if (tokenHash === undefined) return null
  const [row] = await byToken(r, { tokenHash })
  if (!row) return null
  const { person_id: personId, factor_at: at, factor_epoch: epoch, factor_method: method } = row
  return { personId, remembered: at && { method, at, epoch } }
}

const byToken = kept((r, { tokenHash }: { tokenHash: Buffer }) =>
  tables(r)
    .selectFrom('known_devices')
    .select(['person_id', 'factor_at', 'factor_epoch', 'factor_method'])
    .where('token_hash', '=', tokenHash),
)

export function rememberDevice(tx: Tx, tokenHash: Buffer, personId: string, now: Date): void {
  upsertDevice(tx, { tokenHash, personId, now })
}

const upsertDevice = keptWrite((tx, { tokenHash, personId, now }: { tokenHash: Buffer; personId: string; now: Date }) =>
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

/** This device stands for the second factor from now on, until its person's credentials are renewed. */
export function rememberFactor(tx: Tx, tokenHash: Buffer, { epoch, method, at }: Proof & { epoch: number }): void {
  tx.soon(
    tables(tx)
      .updateTable('known_devices')
      .set({ factor_at: at, factor_epoch: epoch, factor_method: method })
      .where('token_hash', '=', tokenHash),
  )
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
