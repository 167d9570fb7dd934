import type { FactorKind } from '@hallpass/contract/factors'
import type { ColumnType, Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { AssuranceMethod, Proof } from './types.ts'

type Tables = {
  pending_sign_ins: {
    token_hash: Buffer
    person_id: string
    epoch: number
    challenge_id: string
    kinds: FactorKind[]
    remember_days: number
    proofs: ColumnType<{ method: AssuranceMethod; at: string }[], string, string>
    expires_at: Date
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** A sign-in whose password was right and whose second factor is still wanted. */
export type PendingSignIn = {
  personId: string
  epoch: number
  challengeId: string
  /** Kinds of factor that the policy accepts. */
  kinds: FactorKind[]
  rememberDays: number
  proofs: Proof[]
  expiresAt: Date
}

export function insertPendingSignIn(tx: Tx, tokenHash: Buffer, pending: PendingSignIn): void {
  tx.soon(
    tables(tx)
      .insertInto('pending_sign_ins')
      .values({
        token_hash: tokenHash,
        person_id: pending.personId,
        epoch: pending.epoch,
        challenge_id: pending.challengeId,
        kinds: pending.kinds,
        remember_days: pending.rememberDays,
        proofs: JSON.stringify(pending.proofs),
        expires_at: pending.expiresAt,
      }),
  )
}

export async function findPendingSignIn(r: Reader, tokenHash: Buffer, now: Date): Promise<PendingSignIn | null> {
  const row = await tables(r)
    .selectFrom('pending_sign_ins')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  return {
    personId: row.person_id,
    epoch: row.epoch,
    challengeId: row.challenge_id,
    kinds: row.kinds,
    rememberDays: row.remember_days,
    proofs: row.proofs.map(({ method, at }) => ({ method, at: new Date(at) })),
    expiresAt: row.expires_at,
  }
}

/** False when it was used before: one sign-in opens one session. */
export async function usePendingSignIn(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const gone = await tables(tx)
    .deleteFrom('pending_sign_ins')
    .where('token_hash', '=', tokenHash)
    .returning('person_id')
    .executeTakeFirst()
  return gone !== undefined
}

export async function deleteOldSignIns(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('pending_sign_ins').where('expires_at', '<', before).execute()
}
