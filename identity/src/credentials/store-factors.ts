import { type Kysely, sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import type { FactorKind, StoredFactor } from './types.ts'

type Tables = {
  factors: {
    id: string
    person_id: string
    kind: FactorKind
    name: string
    sealed: string | null
    last_step: string | null
    credential_id: string | null
    public_key: Buffer | null
    sign_count: string | null
    transports: string[] | null
    is_synced: boolean | null
    created_at: Date
    last_used_at: Date | null
    rests_until: Date | null
  }
  recovery_codes: { id: string; factor_id: string; code_hmac: Buffer; used_at: Date | null }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

type FactorRow = Tables['factors']

const toFactor = (row: FactorRow): StoredFactor => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind,
  name: row.name,
  sealed: row.sealed,
  passkey:
    row.credential_id === null || row.public_key === null
      ? null
      : {
          credentialId: row.credential_id,
          publicKey: row.public_key,
          signCount: Number(row.sign_count ?? 0),
          transports: row.transports ?? [],
          isSynced: row.is_synced ?? false,
        },
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  restsUntil: row.rests_until,
})

export async function insertFactor(tx: Tx, factor: StoredFactor): Promise<void> {
  const { passkey } = factor
  await tables(tx)
    .insertInto('factors')
    .values({
      id: factor.id,
      person_id: factor.personId,
      kind: factor.kind,
      name: factor.name,
      sealed: factor.sealed,
      last_step: null,
      credential_id: passkey?.credentialId ?? null,
      public_key: passkey?.publicKey ?? null,
      sign_count: passkey ? String(passkey.signCount) : null,
      transports: passkey?.transports ?? null,
      is_synced: passkey?.isSynced ?? null,
      created_at: factor.createdAt,
      last_used_at: null,
      rests_until: factor.restsUntil,
    })
    .execute()
}

export async function factorsOfPerson(r: Reader, personId: string): Promise<StoredFactor[]> {
  return (await ofPerson(r, { personId })).map(toFactor)
}

const ofPerson = kept((r, { personId }: { personId: string }) =>
  tables(r).selectFrom('factors').selectAll().where('person_id', '=', personId).orderBy('id'),
)

export async function factorByCredential(r: Reader, credentialId: string): Promise<StoredFactor | null> {
  const row = await tables(r)
    .selectFrom('factors')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  return row ? toFactor(row) : null
}

export async function renameStoredFactor(tx: Tx, id: string, name: string): Promise<void> {
  await tables(tx).updateTable('factors').set({ name }).where('id', '=', id).execute()
}

export async function deleteFactor(tx: Tx, id: string): Promise<boolean> {
  const row = await tables(tx).deleteFrom('factors').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

export async function touchFactor(r: Reader, id: string, now: Date): Promise<void> {
  await tables(r).updateTable('factors').set({ last_used_at: now }).where('id', '=', id).execute()
}

/** A code's time step is taken once: of two right answers at one instant, one gets true. */
export async function takeStep(r: Reader, id: string, step: number, now: Date): Promise<boolean> {
  const row = await tables(r)
    .updateTable('factors')
    .set({ last_step: String(step), last_used_at: now })
    .where('id', '=', id)
    .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', String(step))]))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes over the counter of a passkey; false when another answer with this counter or a later one came before. */
export async function advanceCounter(r: Reader, id: string, count: number, now: Date): Promise<boolean> {
  const row = await tables(r)
    .updateTable('factors')
    .set({ sign_count: String(count), last_used_at: now })
    .where('id', '=', id)
    .where((where) =>
      where.or([where('sign_count', '<', String(count)), sql<boolean>`sign_count = 0 and ${count} = 0`]),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What recovered a password is no second factor for a while. */
export async function restFactors(tx: Tx, ids: readonly string[], until: Date): Promise<void> {
  if (ids.length === 0) return
  await tables(tx).updateTable('factors').set({ rests_until: until }).where('id', 'in', ids).execute()
}

export async function insertRecoveryCodes(
  tx: Tx,
  factorId: string,
  codes: readonly { id: string; codeHmac: Buffer }[],
): Promise<void> {
  await tables(tx)
    .insertInto('recovery_codes')
    .values(codes.map(({ id, codeHmac }) => ({ id, factor_id: factorId, code_hmac: codeHmac, used_at: null })))
    .execute()
}

export async function unusedCodes(r: Reader, factorId: string): Promise<{ id: string; codeHmac: Buffer }[]> {
  const rows = await tables(r)
    .selectFrom('recovery_codes')
    .select(['id', 'code_hmac'])
    .where('factor_id', '=', factorId)
    .where('used_at', 'is', null)
    .execute()
  return rows.map((row) => ({ id: row.id, codeHmac: row.code_hmac }))
}

export async function useRecoveryCode(r: Reader, id: string, now: Date): Promise<boolean> {
  const row = await tables(r)
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
