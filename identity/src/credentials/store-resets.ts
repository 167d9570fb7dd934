import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept, keptWrite } from '../platform/database/kept.ts'
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
    directory_id: string | null
    passkey_challenge: string
    is_reported: boolean
  }
  reset_people: { attempt_id: string; person_id: string }
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

type NewAttempt = {
  id: string
  login: string
  directoryId: string | null
  address: string
  passkeyChallenge: string
  createdAt: Date
  expiresAt: Date
}

export const insertAttempt = keptWrite((tx, attempt: NewAttempt) =>
  tables(tx).insertInto('reset_attempts').values({
    id: attempt.id,
    login: attempt.login,
    address: attempt.address,
    state: 'waiting',
    tries: 0,
    created_at: attempt.createdAt,
    expires_at: attempt.expiresAt,
    directory_id: attempt.directoryId,
    passkey_challenge: attempt.passkeyChallenge,
    is_reported: false,
  }),
)

export type WaitingAttempt = { login: string; directoryId: string | null; expiresAt: Date }

/** What nobody looked up yet; null when it was done already. */
export async function waitingAttempt(r: Reader, id: string): Promise<WaitingAttempt | null> {
  const [row] = await waiting(r, { id })
  return row ? { login: row.login, directoryId: row.directory_id, expiresAt: row.expires_at } : null
}

const waiting = kept((r, { id }: { id: string }) =>
  tables(r)
    .selectFrom('reset_attempts')
    .select(['login', 'directory_id', 'expires_at'])
    .where('id', '=', id)
    .where('state', '=', 'waiting'),
)

/**
 * Ends the one look-up of a waiting attempt: true for the one that does. What was typed is forgotten in the same
 * statement: people type passwords into the wrong field.
 */
export async function settleAttempt(tx: Tx, id: string, state: 'open' | 'idle'): Promise<boolean> {
  return (await settleWaiting(tx, { id, state })).length > 0
}

const settleWaiting = kept((r, { id, state }: { id: string; state: 'open' | 'idle' }) =>
  tables(r)
    .updateTable('reset_attempts')
    .set({ state, login: '' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id'),
)

export const insertProof = keptWrite((tx, proof: Proof & { kind: ProofKind; linkHash: Buffer; expiresAt: Date }) =>
  tables(tx).insertInto('reset_proofs').values({
    id: proof.id,
    attempt_id: proof.attemptId,
    person_id: proof.personId,
    kind: proof.kind,
    code_hmac: proof.codeHmac,
    link_hash: proof.linkHash,
    expires_at: proof.expiresAt,
  }),
)

export async function countLiveProofs(r: Reader, personId: string, now: Date): Promise<number> {
  const [row] = await liveCount(r, { personId, now })
  return Number(row?.count ?? 0)
}

const liveCount = kept((r, { personId, now }: { personId: string; now: Date }) =>
  tables(r)
    .selectFrom('reset_proofs')
    .innerJoin('reset_attempts', 'reset_attempts.id', 'reset_proofs.attempt_id')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('reset_proofs.expires_at', '>', now)
    .where('reset_attempts.state', '=', 'open'),
)

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

/** Whom the attempt may be about: those who may recover by themselves. */
export const insertAttemptPerson = keptWrite((tx, { attemptId, personId }: { attemptId: string; personId: string }) =>
  tables(tx).insertInto('reset_people').values({ attempt_id: attemptId, person_id: personId }),
)

/** Whom an open attempt may be about, and what a passkey must have signed for it. */
export async function attemptPeople(
  r: Reader,
  attemptId: string,
  now: Date,
): Promise<{ personId: string; passkeyChallenge: string }[]> {
  const rows = await tables(r)
    .selectFrom('reset_people')
    .innerJoin('reset_attempts', 'reset_attempts.id', 'reset_people.attempt_id')
    .select(['person_id', 'passkey_challenge'])
    .where('attempt_id', '=', attemptId)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, passkeyChallenge: row.passkey_challenge }))
}

/** Attempts long over that nobody was told about, and whom they were about; each is given out once. */
export async function takeUnreported(
  tx: Tx,
  endedBefore: Date,
  limit: number,
): Promise<{ attemptId: string; personId: string; createdAt: Date }[]> {
  const rows = await tables(tx)
    .updateTable('reset_attempts')
    .set({ is_reported: true })
    .where('id', 'in', (select) =>
      select
        .selectFrom('reset_attempts')
        .select('id')
        .where('is_reported', '=', false)
        .where('expires_at', '<', endedBefore)
        .where('state', 'in', ['open', 'used'])
        .where('tries', '<', codeTriesMax)
        .orderBy('expires_at')
        .limit(limit),
    )
    .returning(['id', 'created_at'])
    .execute()
  if (rows.length === 0) return []
  const created = new Map(rows.map((row) => [row.id, row.created_at]))
  const people = await tables(tx)
    .selectFrom('reset_people')
    .selectAll()
    .where('attempt_id', 'in', [...created.keys()])
    .execute()
  return people.map((row) => ({
    attemptId: row.attempt_id,
    personId: row.person_id,
    createdAt: created.get(row.attempt_id) ?? endedBefore,
  }))
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
  const [row] = await liveByLink(r, { linkHash, now })
  return row ? { id: row.id, attemptId: row.attempt_id, personId: row.person_id } : null
}

const liveByLink = kept((r, { linkHash, now }: { linkHash: Buffer; now: Date }) =>
  tables(r)
    .selectFrom('reset_proofs')
    .innerJoin('reset_attempts', 'reset_attempts.id', 'reset_proofs.attempt_id')
    .select(['reset_proofs.id', 'attempt_id', 'person_id'])
    .where('link_hash', '=', linkHash)
    .where('state', '=', 'open')
    .where('reset_proofs.expires_at', '>', now),
)

/** Single use: of two right answers at one instant, one gets true. */
export async function useAttempt(tx: Tx, id: string, now: Date): Promise<boolean> {
  return (await useOpen(tx, { id, now })).length > 0
}

const useOpen = kept((r, { id, now }: { id: string; now: Date }) =>
  tables(r)
    .updateTable('reset_attempts')
    .set({ state: 'used' })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .returning('id'),
)

/** What was sent to a person is worth nothing any more; others meant by the same attempts keep theirs. */
export async function voidProofsOf(tx: Tx, personId: string): Promise<void> {
  leaveAttempts(tx, { personId })
  voidProofs(tx, { personId })
}

const leaveAttempts = keptWrite((tx, { personId }: { personId: string }) =>
  tables(tx).deleteFrom('reset_people').where('person_id', '=', personId),
)
const voidProofs = keptWrite((tx, { personId }: { personId: string }) =>
  tables(tx).deleteFrom('reset_proofs').where('person_id', '=', personId),
)

export async function deleteEndedAttempts(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('reset_attempts').where('expires_at', '<', before).execute()
}
