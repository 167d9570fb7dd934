/** SQL of proofs and password requests that came from ServiceNow. No password is ever among it. */
import { type Selectable, sql } from 'kysely'
import type { OutsideGiven } from '../../credentials/module.ts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { type ServiceNowTables, tables } from './store-tables.ts'

export type SnowChallenge = {
  id: string
  connectionId: string
  requestId: string
  personId: string | null
  challengeId: string | null
  number: string
  given: OutsideGiven
  tries: number
  isPrompted: boolean
  state: 'waiting' | 'proven' | 'used' | 'ended'
  /** In which its offers are named. Null where nobody said. */
  language: string | null
  expiresAt: Date
}

const toChallenge = (row: Selectable<ServiceNowTables['servicenow_challenges']>): SnowChallenge => ({
  id: row.id,
  connectionId: row.connection_id,
  requestId: row.request_id,
  personId: row.person_id,
  challengeId: row.challenge_id,
  number: row.number,
  given: { proofs: row.proofs as OutsideGiven['proofs'], factorIds: row.factor_ids },
  tries: row.tries,
  isPrompted: row.is_prompted,
  state: row.state,
  language: row.language,
  expiresAt: row.expires_at,
})

export async function insertChallenge(reader: Reader, challenge: SnowChallenge & { createdAt: Date }): Promise<void> {
  await tables(reader)
    .insertInto('servicenow_challenges')
    .values({
      id: challenge.id,
      connection_id: challenge.connectionId,
      request_id: challenge.requestId,
      person_id: challenge.personId,
      challenge_id: challenge.challengeId,
      number: challenge.number,
      proofs: [],
      factor_ids: [],
      tries: 0,
      is_prompted: false,
      state: challenge.state,
      language: challenge.language,
      created_at: challenge.createdAt,
      expires_at: challenge.expiresAt,
    })
    .execute()
}

export async function findChallenge(reader: Reader, connectionId: string, id: string): Promise<SnowChallenge | null> {
  const row = await tables(reader)
    .selectFrom('servicenow_challenges')
    .selectAll()
    .where('id', '=', id)
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  return row ? toChallenge(row) : null
}

/** A try is used up before anything is compared; null when none is left. */
export async function takeTry(reader: Reader, id: string, triesMax: number, now: Date): Promise<SnowChallenge | null> {
  const row = await tables(reader)
    .updateTable('servicenow_challenges')
    .set((update) => ({ tries: update('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', now)
    .where('tries', '<', triesMax)
    .returningAll()
    .executeTakeFirst()
  return row ? toChallenge(row) : null
}

export async function saveChallenge(
  reader: Reader,
  id: string,
  next: Partial<Pick<SnowChallenge, 'state' | 'given' | 'challengeId' | 'number' | 'isPrompted'>>,
): Promise<void> {
  await tables(reader)
    .updateTable('servicenow_challenges')
    .set({
      ...(next.state ? { state: next.state } : {}),
      ...(next.given ? { proofs: next.given.proofs, factor_ids: next.given.factorIds } : {}),
      ...(next.challengeId === undefined ? {} : { challenge_id: next.challengeId }),
      ...(next.number === undefined ? {} : { number: next.number }),
      ...(next.isPrompted === undefined ? {} : { is_prompted: next.isPrompted }),
    })
    .where('id', '=', id)
    .where('state', '<>', 'used')
    .execute()
}

type Bound = { id: string; connectionId: string; requestId: string; personId: string }

/** Uses a proof up: once, for the person, the request and the instance it was given for. Null for anything else. */
export async function useProof(reader: Reader, bound: Bound, now: Date): Promise<SnowChallenge | null> {
  const row = await tables(reader)
    .updateTable('servicenow_challenges')
    .set({ state: 'used' })
    .where('id', '=', bound.id)
    .where('connection_id', '=', bound.connectionId)
    .where('request_id', '=', bound.requestId)
    .where('person_id', '=', bound.personId)
    .where('state', '=', 'proven')
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row ? toChallenge(row) : null
}

/** The directory refused the password: the same proof serves the next one. */
export async function giveBackProof(reader: Reader, id: string): Promise<void> {
  await tables(reader)
    .updateTable('servicenow_challenges')
    .set({ state: 'proven' })
    .where('id', '=', id)
    .where('state', '=', 'used')
    .execute()
}

export type PasswordRequest = {
  connectionId: string
  kind: 'reset' | 'change' | 'unlock'
  requestId: string
  personId: string | null
  state: 'started' | 'success' | 'failure' | 'pending' | 'link_sent'
  message: string
  /** In which its message is said there; it is kept in English. Null where nobody said. */
  language: string | null
  startedAt: Date
}

/** Begins a request, or begins one again that failed; else what it came to. Of two at once one begins. */
export async function beginRequest(
  tx: Tx,
  request: Pick<PasswordRequest, 'connectionId' | 'kind' | 'requestId' | 'personId' | 'language' | 'startedAt'>,
): Promise<{ isBegun: true } | { isBegun: false; known: PasswordRequest }> {
  const row = await tables(tx)
    .insertInto('servicenow_password_requests')
    .values({
      connection_id: request.connectionId,
      kind: request.kind,
      request_id: request.requestId,
      person_id: request.personId,
      state: 'started',
      message: '',
      language: request.language,
      started_at: request.startedAt,
      finished_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['connection_id', 'kind', 'request_id'])
        .doUpdateSet({
          state: 'started',
          message: '',
          language: request.language,
          started_at: request.startedAt,
          finished_at: null,
        })
        .where('servicenow_password_requests.state', '=', 'failure')
        .where(sql<boolean>`servicenow_password_requests.person_id is not distinct from ${request.personId}`),
    )
    .returning('request_id')
    .executeTakeFirst()
  if (row) return { isBegun: true }
  const known = await tables(tx)
    .selectFrom('servicenow_password_requests')
    .selectAll()
    .where('connection_id', '=', request.connectionId)
    .where('kind', '=', request.kind)
    .where('request_id', '=', request.requestId)
    .executeTakeFirstOrThrow()
  return { isBegun: false, known: toRequest(known) }
}

export async function finishRequest(
  reader: Reader,
  request: Pick<PasswordRequest, 'connectionId' | 'kind' | 'requestId' | 'state' | 'message'> & { finishedAt: Date },
): Promise<void> {
  await tables(reader)
    .updateTable('servicenow_password_requests')
    .set({ state: request.state, message: request.message, finished_at: request.finishedAt })
    .where('connection_id', '=', request.connectionId)
    .where('kind', '=', request.kind)
    .where('request_id', '=', request.requestId)
    .execute()
}

type Key = Pick<PasswordRequest, 'connectionId' | 'kind' | 'requestId'>

const toRequest = (row: Selectable<ServiceNowTables['servicenow_password_requests']>): PasswordRequest => ({
  connectionId: row.connection_id,
  kind: row.kind,
  requestId: row.request_id,
  personId: row.person_id,
  state: row.state,
  message: row.message,
  language: row.language,
  startedAt: row.started_at,
})

export async function findRequest(reader: Reader, key: Key): Promise<PasswordRequest | null> {
  const row = await tables(reader)
    .selectFrom('servicenow_password_requests')
    .selectAll()
    .where('connection_id', '=', key.connectionId)
    .where('kind', '=', key.kind)
    .where('request_id', '=', key.requestId)
    .executeTakeFirst()
  return row ? toRequest(row) : null
}

/** What a person was sent something for and has not done yet. */
export async function pendingOf(reader: Reader, personId: string): Promise<PasswordRequest[]> {
  return (await pendingOfPerson(reader, { personId })).map(toRequest)
}

const pendingOfPerson = kept((r, { personId }: { personId: string }) =>
  tables(r)
    .selectFrom('servicenow_password_requests')
    .selectAll()
    .where('state', '=', 'pending')
    .where('person_id', '=', personId),
)

/** The same of everybody, nobody included, that began before `before`. */
export async function pendingSince(reader: Reader, before: Date): Promise<PasswordRequest[]> {
  const pending = tables(reader).selectFrom('servicenow_password_requests').selectAll().where('state', '=', 'pending')
  return (await pending.where('started_at', '<', before).limit(500).execute()).map(toRequest)
}

/** Ends what is pending; false where somebody else did. */
export async function endPending(
  tx: Tx,
  request: Key & { state: 'success' | 'failure'; message: string; finishedAt: Date },
): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('servicenow_password_requests')
    .set({ state: request.state, message: request.message, finished_at: request.finishedAt })
    .where('connection_id', '=', request.connectionId)
    .where('kind', '=', request.kind)
    .where('request_id', '=', request.requestId)
    .where('state', '=', 'pending')
    .returning('request_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function countRequests(
  reader: Reader,
  { connectionId, kinds, since }: { connectionId: string; kinds: readonly PasswordRequest['kind'][]; since: Date },
): Promise<number> {
  const row = await tables(reader)
    .selectFrom('servicenow_password_requests')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('connection_id', '=', connectionId)
    .where('kind', 'in', kinds)
    .where('started_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Proofs that nobody can use any more, and requests that nobody repeats any more. */
export async function forgetPasswords(reader: Reader, before: { challenges: Date; requests: Date }): Promise<void> {
  await tables(reader).deleteFrom('servicenow_challenges').where('expires_at', '<', before.challenges).execute()
  await tables(reader).deleteFrom('servicenow_password_requests').where('started_at', '<', before.requests).execute()
}
