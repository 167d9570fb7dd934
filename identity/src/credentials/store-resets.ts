import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { codeTriesMax } from './limits.ts'
import type { ProofKind } from './types.ts'

type Tables = {
  reset_attempts: {
    id: string
    login: string
    address: string
    state: 'waiting' | 'open' | 'used' | 'idle'
    tries: number
    created_at: Date
    expires_at: Date
  }
  reset_proofs: {
    id: string
    attempt_id: string
    person_id: string
    kind: ProofKind
    code_hmac: Buffer
    link_hash: Buffer
    expires_at: Date
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export type Proof = { id: string; attemptId: string; personId: string; codeHmac: Buffer }

export async function insertAttempt(
  tx: Tx,
  attempt: { id: string; login: string; address: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tables(tx)
    .insertInto('reset_attempts')
    .values({
      id: attempt.id,
      login: attempt.login,
      address: attempt.address,
      state: 'waiting',
      tries: 0,
      created_at: attempt.createdAt,
      expires_at: attempt.expiresAt,
    })
    .execute()
}

/**
 * Takes a waiting attempt for its one look-up; null when it was done already or is over. What was typed is forgotten in
 * the same statement: people type passwords into the wrong field.
 */
export async function takeWaitingAttempt(
  tx: Tx,
  id: string,
  now: Date,
): Promise<{ login: string; expiresAt: Date } | null> {
  const row = await tables(tx)
    .selectFrom('reset_attempts')
    .select(['login', 'expires_at'])
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  await tables(tx).updateTable('reset_attempts').set({ state: 'idle', login: '' }).where('id', '=', id).execute()
  return row.expires_at > now ? { login: row.login, expiresAt: row.expires_at } : null
}

export async function openAttempt(tx: Tx, id: string): Promise<void> {
  await tables(tx).updateTable('reset_attempts').set({ state: 'open' }).where('id', '=', id).execute()
}

export async function insertProof(
  tx: Tx,
  proof: Proof & { kind: ProofKind; linkHash: Buffer; expiresAt: Date },
): Promise<void> {
  await tables(tx)
    .insertInto('reset_proofs')
    .values({
      id: proof.id,
      attempt_id: proof.attemptId,
      person_id: proof.personId,
      kind: proof.kind,
      code_hmac: proof.codeHmac,
      link_hash: proof.linkHash,
      expires_at: proof.expiresAt,
    })
    .execute()
}

export async function countLiveProofs(r: Reader, personId: string, now: Date): Promise<number> {
  const row = await tables(r)
    .selectFrom('reset_proofs')
    .innerJoin('reset_attempts', 'reset_attempts.id', 'reset_proofs.attempt_id')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('reset_proofs.expires_at', '>', now)
    .where('reset_attempts.state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/**
 * Uses up one of the five tries of an attempt, before anything is compared. Works alike for attempts behind which there
 * is nobody. Null when there is no such attempt, it is over, or its tries are gone.
 */
export async function takeAttemptTry(r: Reader, id: string, now: Date): Promise<{ triesLeft: number } | null> {
  const row = await tables(r)
    .updateTable('reset_attempts')
    .set((update) => ({ tries: update('tries', '+', 1) }))
    .where('id', '=', id)
    .where('tries', '<', codeTriesMax)
    .where('expires_at', '>', now)
    .where('state', '<>', 'used')
    .returning('tries')
    .executeTakeFirst()
  return row ? { triesLeft: codeTriesMax - row.tries } : null
}

/** What was sent for an attempt, while it may still be used. */
export async function liveProofsOf(r: Reader, attemptId: string, kind: ProofKind, now: Date): Promise<Proof[]> {
  const rows = await tables(r)
    .selectFrom('reset_proofs')
    .innerJoin('reset_attempts', 'reset_attempts.id', 'reset_proofs.attempt_id')
    .select(['reset_proofs.id', 'attempt_id', 'person_id', 'code_hmac'])
    .where('attempt_id', '=', attemptId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .where('reset_proofs.expires_at', '>', now)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    attemptId: row.attempt_id,
    personId: row.person_id,
    codeHmac: row.code_hmac,
  }))
}

export async function liveProofByLink(r: Reader, linkHash: Buffer, now: Date): Promise<Omit<Proof, 'codeHmac'> | null> {
  const row = await tables(r)
    .selectFrom('reset_proofs')
    .innerJoin('reset_attempts', 'reset_attempts.id', 'reset_proofs.attempt_id')
    .select(['reset_proofs.id', 'attempt_id', 'person_id'])
    .where('link_hash', '=', linkHash)
    .where('state', '=', 'open')
    .where('reset_proofs.expires_at', '>', now)
    .executeTakeFirst()
  return row ? { id: row.id, attemptId: row.attempt_id, personId: row.person_id } : null
}

export async function proofPeople(r: Reader, attemptId: string, now: Date): Promise<string[]> {
  const rows = await tables(r)
    .selectFrom('reset_proofs')
    .select('person_id')
    .distinct()
    .where('attempt_id', '=', attemptId)
    .where('expires_at', '>', now)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Single use: of two right answers at one instant, one gets true. */
export async function useAttempt(tx: Tx, id: string, now: Date): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('reset_attempts')
    .set({ state: 'used' })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was sent to a person is worth nothing any more; others meant by the same attempts keep theirs. */
export async function voidProofsOf(tx: Tx, personId: string): Promise<void> {
  await tables(tx).deleteFrom('reset_proofs').where('person_id', '=', personId).execute()
}

export async function deleteEndedAttempts(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('reset_attempts').where('expires_at', '<', before).execute()
}
