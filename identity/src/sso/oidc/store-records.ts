import { type Kysely, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { forget, isRemembered, once } from '../../platform/database/once.ts'
import { unhurried } from '../../platform/database/unhurried.ts'
import { jsonText } from '../json-text.ts'

export type ProviderRecord = {
  kind: string
  idHash: Buffer
  payload: Record<string, unknown>
  uid: string | null
  grantId: string | null
  clientId: string | null
  expiresAt: Date | null
}

type Tables = {
  oidc_records: {
    kind: string
    id_hash: Buffer
    payload: Record<string, unknown>
    uid: string | null
    grant_id: string | null
    client_id: string | null
    expires_at: Date | null
    consumed_at: Date | null
  }
  oidc_participants: {
    session_id: string
    client_id: string
    provider_session: string
    sid: string
    person_id: string
    grant_id: string
    signed_on_at: Date
  }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** What opens a door once, as a code or a refresh token. */
export type UsedUp = { kind: string; idHash: Buffer }

/** What holds a refresh token waits for the disk. What it stands on was written before it, and is on the disk when it is. */
export async function upsertRecords(r: Reader, records: readonly ProviderRecord[]): Promise<void> {
  await upsert(r, { rows: rowsOf(records) })
}

/**
 * Uses a record up, and keeps what was given for it; on the disk when this is answered. Of several calls at one instant, on
 * however many nodes, one is told that it was the first, and of the others nothing is kept.
 */
export async function exchangeRecord(
  r: Reader,
  { kind, idHash }: UsedUp,
  records: readonly ProviderRecord[],
  now: Date,
): Promise<boolean> {
  const used = await exchange(r, { kind, idHash, now, rows: rowsOf(records) })
  return used.length > 0
}

/**
 * Outside of any transaction, and without waiting for the disk: a crash of the database server may lose the last moments,
 * and then a code or token opens nothing and the app asks again. Of several with one id the last counts.
 */
export async function upsertUnhurried(r: Reader, records: readonly ProviderRecord[]): Promise<void> {
  await upsertUnwaited(r, { rows: rowsOf(records) })
}

/** One statement however many there are, in one order everywhere, so that two nodes never wait for each other. */
function rowsOf(records: readonly ProviderRecord[]): string {
  const last = new Map(records.map((record) => [`${record.kind} ${record.idHash.toString('hex')}`, record]))
  return jsonText([...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => toRow(record)))
}

const upserted = (rows: string, from = sql`from `) =>
  sql`insert into oidc_records (kind, id_hash, payload, uid, grant_id, client_id, expires_at)
    select given.kind, decode(id_hash, 'hex'), payload, uid, grant_id, client_id, expires_at
    ${from} json_to_recordset(${rows}::json) as given (kind text, id_hash text, payload jsonb, uid text,
      grant_id text, client_id text, expires_at timestamptz)
    on conflict (kind, id_hash) do update set payload = excluded.payload, uid = excluded.uid,
      grant_id = excluded.grant_id, client_id = excluded.client_id, expires_at = excluded.expires_at`
const exchange = kept((r, { kind, idHash, now, rows }: UsedUp & { now: Date; rows: string }) => ({
  compile: () =>
    sql<{ kind: string }>`with used as (update oidc_records set consumed_at = ${now}
        where kind = ${kind} and id_hash = ${idHash} and consumed_at is null returning kind),
      kept as (${upserted(rows, sql`from used, `)})
      select kind from used`.compile(tables(r)),
}))
const upsert = kept((r, { rows }: { rows: string }) => ({ compile: () => upserted(rows).compile(tables(r)) }))
const upsertUnwaited = kept((r, { rows }: { rows: string }) => ({
  compile: () => sql`${upserted(rows)} returning ${unhurried}`.compile(tables(r)),
}))

const toRow = ({ kind, idHash, payload, uid, grantId, clientId, expiresAt }: ProviderRecord) => ({
  kind,
  id_hash: idHash.toString('hex'),
  payload,
  uid,
  grant_id: grantId,
  client_id: clientId,
  expires_at: expiresAt,
})

const goodRecords = (r: Reader, { kind, now }: { kind: string; now: Date }) =>
  tables(r)
    .selectFrom('oidc_records')
    .select(['payload', 'consumed_at'])
    .where('kind', '=', kind)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
const byIdHash = kept((r, values: { kind: string; now: Date; idHash: Buffer }) =>
  goodRecords(r, values).where('id_hash', '=', values.idHash),
)
const byUid = kept((r, values: { kind: string; now: Date; uid: string }) =>
  goodRecords(r, values).where('uid', '=', values.uid),
)

export async function findRecord(
  r: Reader,
  kind: string,
  by: { idHash: Buffer } | { uid: string },
  now: Date,
): Promise<{ payload: Record<string, unknown>; consumedAt: Date | null } | null> {
  const [row] = await ('idHash' in by ? byIdHash(r, { kind, now, ...by }) : byUid(r, { kind, now, ...by }))
  return row ? { payload: row.payload, consumedAt: row.consumed_at } : null
}

/** The same, read once for the length of a call: for who reads ahead. */
export function knownRecord(r: Reader, kind: string, by: { idHash: Buffer } | { uid: string }, now: Date) {
  return once(r, 'oidc_records', keyOf(kind, by), () => findRecord(r, kind, by, now))
}

export const isKnownRecord = (r: Reader, kind: string, by: { idHash: Buffer }): boolean =>
  isRemembered(r, 'oidc_records', keyOf(kind, by))

const keyOf = (kind: string, by: { idHash: Buffer } | { uid: string }): string =>
  `${kind} ${'idHash' in by ? by.idHash.toString('latin1') : `uid ${by.uid}`}`

export const forgetRecords = (r: Reader): void => forget(r, 'oidc_records')

/** Uses a record up. Of several calls at one instant, on however many nodes, one is told that it was the first. */
export async function consumeRecord(r: Reader, kind: string, idHash: Buffer, now: Date): Promise<boolean> {
  const used = await useUp(r, { kind, idHash, now })
  return used.length > 0
}

const useUp = kept((r, { kind, idHash, now }: { kind: string; idHash: Buffer; now: Date }) =>
  tables(r)
    .updateTable('oidc_records')
    .set({ consumed_at: now })
    .where('kind', '=', kind)
    .where('id_hash', '=', idHash)
    .where('consumed_at', 'is', null)
    .returning('kind'),
)

/** Keeps that something was seen. Of several calls at one instant, on however many nodes, one is told that it was the first. */
export async function keepOnce(r: Reader, seen: UsedUp & { expiresAt: Date }): Promise<boolean> {
  const first = await keepUnlessThere(r, seen)
  return first.length > 0
}

const keepUnlessThere = kept((r, { kind, idHash, expiresAt }: UsedUp & { expiresAt: Date }) =>
  tables(r)
    .insertInto('oidc_records')
    .values({
      kind,
      id_hash: idHash,
      payload: sql`'{}'::jsonb`,
      uid: sql`null`,
      grant_id: sql`null`,
      client_id: sql`null`,
      expires_at: expiresAt,
      consumed_at: sql`null`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind'),
)

export async function deleteRecord(r: Reader, kind: string, idHash: Buffer): Promise<void> {
  await tables(r).deleteFrom('oidc_records').where('kind', '=', kind).where('id_hash', '=', idHash).execute()
}

/**
 * Everything given out under these grants: codes, access and refresh tokens, and the grants themselves. Not what is asked of a
 * person just now: somebody else may be signing in to answer it.
 */
export async function deleteGrants(r: Reader, grantIds: readonly string[]): Promise<void> {
  if (grantIds.length === 0) return
  await tables(r)
    .deleteFrom('oidc_records')
    .where('grant_id', 'in', [...grantIds])
    .where('kind', '<>', 'Interaction')
    .execute()
}

/** The same for one grant; answers whose it was, where something of it was still there. */
export async function takeGrant(tx: Tx, grantId: string): Promise<string | undefined> {
  const rows = await tables(tx)
    .deleteFrom('oidc_records')
    .where('grant_id', '=', grantId)
    .where('kind', '<>', 'Interaction')
    .returning(sql<string | null>`payload->>'accountId'`.as('person_id'))
    .execute()
  return rows.find(({ person_id }) => person_id !== null)?.person_id ?? undefined
}

/** The grant that a record came of; null where it came of none or is gone. */
export async function grantBehind(
  r: Reader,
  { kind, idHash }: UsedUp,
): Promise<{ grantId: string; clientId: string } | null> {
  const query = tables(r).selectFrom('oidc_records').select(['grant_id', 'client_id'])
  const row = await query.where('kind', '=', kind).where('id_hash', '=', idHash).executeTakeFirst()
  return row?.grant_id && row.client_id ? { grantId: row.grant_id, clientId: row.client_id } : null
}

export async function deleteRecordsOfClient(r: Reader, clientId: string): Promise<void> {
  await tables(r).deleteFrom('oidc_records').where('client_id', '=', clientId).execute()
}

export async function deleteSessionByUid(r: Reader, uid: string): Promise<void> {
  await tables(r).deleteFrom('oidc_records').where('kind', '=', 'Session').where('uid', '=', uid).execute()
}

export async function deleteOldRecords(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('oidc_records').where('expires_at', '<', before).execute()
}

export type OidcParticipant = {
  sessionId: string
  clientId: string
  providerSession: string
  sid: string
  personId: string
  grantId: string
}

const participantsIn = kept((r, { sessionId, clientId }: { sessionId: string; clientId: string }) =>
  tables(r)
    .selectFrom('oidc_participants')
    .select(['provider_session', 'sid', 'grant_id'])
    .where('session_id', '=', sessionId)
    .where('client_id', '=', clientId),
)

/** Those of a session and a client, one for each time it signed on anew; read once for the length of a call. */
export async function knownParticipants(
  r: Reader,
  sessionId: string,
  clientId: string,
): Promise<Pick<OidcParticipant, 'providerSession' | 'sid' | 'grantId'>[]> {
  const rows = await once(r, 'oidc_participants', `${sessionId} ${clientId}`, () =>
    participantsIn(r, { sessionId, clientId }),
  )
  return rows.map((row) => ({ providerSession: row.provider_session, sid: row.sid, grantId: row.grant_id }))
}

export async function saveOidcParticipant(r: Reader, participant: OidcParticipant, now: Date): Promise<void> {
  const values = {
    session_id: participant.sessionId,
    client_id: participant.clientId,
    provider_session: participant.providerSession,
    sid: participant.sid,
    person_id: participant.personId,
    grant_id: participant.grantId,
    signed_on_at: now,
  }
  await tables(r)
    .insertInto('oidc_participants')
    .values(values)
    .onConflict((conflict) => conflict.columns(['session_id', 'client_id', 'grant_id']).doUpdateSet(values))
    .execute()
}

/** Another session has taken this one's place, just now: none of its own is there yet. */
export async function moveOidcParticipants(tx: Tx, from: string, to: string): Promise<void> {
  tx.soon(tables(tx).updateTable('oidc_participants').set({ session_id: to }).where('session_id', '=', from))
}

/** Takes the participants of a session out, or those of one client in it: each is told once. */
export async function takeParticipants(
  r: Reader,
  { sessionId, clientId }: { sessionId: string; clientId?: string },
): Promise<OidcParticipant[]> {
  let query = tables(r).deleteFrom('oidc_participants').where('session_id', '=', sessionId)
  if (clientId !== undefined) query = query.where('client_id', '=', clientId)
  const rows = await query.returningAll().execute()
  return rows.map((row) => ({
    sessionId: row.session_id,
    clientId: row.client_id,
    providerSession: row.provider_session,
    sid: row.sid,
    personId: row.person_id,
    grantId: row.grant_id,
  }))
}
