import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { challengeTriesMax } from './limits.ts'
import type { Challenge, ChallengePurpose, FactorKind, Prompt, PromptKind } from './types.ts'

type Tables = {
  challenges: {
    id: string
    person_id: string | null
    purpose: ChallengePurpose
    case_id: string | null
    passkey_challenge: string
    number: string
    tries: number
    state: 'open' | 'used'
    address: string
    created_at: Date
    expires_at: Date
  }
  challenge_prompts: {
    id: string
    challenge_id: string
    kind: PromptKind
    factor_id: string | null
    code_hmac: Buffer | null
    created_at: Date
  }
  factor_enrolments: {
    id: string
    person_id: string
    kind: FactorKind
    sealed: string | null
    challenge: string | null
    code_hmac: Buffer | null
    tries: number
    state: 'open' | 'used'
    created_at: Date
    expires_at: Date
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function insertChallenge(
  r: Reader,
  challenge: Omit<Challenge, 'tries'> & { address: string; createdAt: Date },
): Promise<void> {
  await tables(r)
    .insertInto('challenges')
    .values({
      id: challenge.id,
      person_id: challenge.personId,
      purpose: challenge.purpose,
      case_id: challenge.caseId,
      passkey_challenge: challenge.passkeyChallenge,
      number: challenge.number,
      tries: 0,
      state: 'open',
      address: challenge.address,
      created_at: challenge.createdAt,
      expires_at: challenge.expiresAt,
    })
    .execute()
}

const toChallenge = (row: Tables['challenges']): Challenge => ({
  id: row.id,
  personId: row.person_id,
  purpose: row.purpose,
  caseId: row.case_id,
  passkeyChallenge: row.passkey_challenge,
  number: row.number,
  tries: row.tries,
  expiresAt: row.expires_at,
})

export async function openChallenge(r: Reader, id: string, now: Date): Promise<Challenge | null> {
  const row = await tables(r)
    .selectFrom('challenges')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('tries', '<', challengeTriesMax)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? toChallenge(row) : null
}

/** Uses up one of the tries before anything is compared; null when it is over. */
export async function takeChallengeTry(r: Reader, id: string, now: Date): Promise<Challenge | null> {
  const row = await tables(r)
    .updateTable('challenges')
    .set((update) => ({ tries: update('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('tries', '<', challengeTriesMax)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row ? toChallenge(row) : null
}

/** Single use: of two right answers at one instant, one gets true. */
export async function useChallenge(r: Reader, id: string, now: Date): Promise<boolean> {
  const row = await tables(r)
    .updateTable('challenges')
    .set({ state: 'used' })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The newest code that was sent to a person for a case. */
export async function caseChallenge(
  r: Reader,
  of: { personId: string; caseId: string },
  now: Date,
): Promise<string | null> {
  const row = await tables(r)
    .selectFrom('challenges')
    .select('id')
    .where('person_id', '=', of.personId)
    .where('purpose', '=', 'case_code')
    .where('case_id', '=', of.caseId)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function insertPrompt(
  r: Reader,
  prompt: Prompt & { challengeId: string; createdAt: Date },
): Promise<void> {
  await tables(r)
    .insertInto('challenge_prompts')
    .values({
      id: prompt.id,
      challenge_id: prompt.challengeId,
      kind: prompt.kind,
      factor_id: prompt.factorId,
      code_hmac: prompt.codeHmac,
      created_at: prompt.createdAt,
    })
    .execute()
}

export async function promptsOf(r: Reader, challengeId: string): Promise<Prompt[]> {
  const rows = await tables(r)
    .selectFrom('challenge_prompts')
    .selectAll()
    .where('challenge_id', '=', challengeId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, kind: row.kind, factorId: row.factor_id, codeHmac: row.code_hmac }))
}

export type Enrolment = {
  id: string
  personId: string
  kind: FactorKind
  sealed: string | null
  challenge: string | null
  codeHmac: Buffer | null
  expiresAt: Date
}

export async function insertEnrolment(tx: Tx, enrolment: Enrolment & { createdAt: Date }): Promise<void> {
  await tables(tx)
    .insertInto('factor_enrolments')
    .values({
      id: enrolment.id,
      person_id: enrolment.personId,
      kind: enrolment.kind,
      sealed: enrolment.sealed,
      challenge: enrolment.challenge,
      code_hmac: enrolment.codeHmac,
      tries: 0,
      state: 'open',
      created_at: enrolment.createdAt,
      expires_at: enrolment.expiresAt,
    })
    .execute()
}

/** Uses up a try of somebody's own enrolment before anything is compared; null when it is over, or not theirs. */
export async function takeEnrolmentTry(
  r: Reader,
  of: { id: string; personId: string },
  now: Date,
): Promise<Enrolment | null> {
  const row = await tables(r)
    .updateTable('factor_enrolments')
    .set((update) => ({ tries: update('tries', '+', 1) }))
    .where('id', '=', of.id)
    .where('person_id', '=', of.personId)
    .where('state', '=', 'open')
    .where('tries', '<', challengeTriesMax * 4)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    sealed: row.sealed,
    challenge: row.challenge,
    codeHmac: row.code_hmac,
    expiresAt: row.expires_at,
  }
}

export async function useEnrolment(tx: Tx, id: string): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('factor_enrolments')
    .set({ state: 'used', sealed: null })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteEndedChallenges(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('challenges').where('expires_at', '<', before).execute()
  await tables(r).deleteFrom('factor_enrolments').where('expires_at', '<', before).execute()
}
