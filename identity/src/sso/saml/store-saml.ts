import type { SamlSettings } from '@hallpass/contract/saml'
import { type Kysely, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { jsonText } from '../json-text.ts'
import { nameIdFormat as format } from './names.ts'

export type SamlApp = { appId: string; settings: SamlSettings; version: number }

type Tables = {
  saml_apps: { app_id: string; entity_id: string; settings: SamlSettings; version: number; updated_at: Date }
  saml_messages: { entity_id: string; message_id: string; expires_at: Date }
  saml_participants: {
    session_id: string
    app_id: string
    name_id: string
    name_id_format: string
    session_index: string
    signed_on_at: Date
    told_at: Date | null
  }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

const toApp = (row: Tables['saml_apps']): SamlApp => ({
  appId: row.app_id,
  settings: row.settings,
  version: row.version,
})

export async function findSamlApp(r: Reader, appId: string): Promise<SamlApp | null> {
  const row = await tables(r).selectFrom('saml_apps').selectAll().where('app_id', '=', appId).executeTakeFirst()
  return row ? toApp(row) : null
}

/** The same, kept until the transaction ends: whoever removes or changes it waits. */
export async function lockSamlApp(tx: Tx, appId: string): Promise<SamlApp | null> {
  const all = tables(tx).selectFrom('saml_apps').selectAll()
  const row = await all.where('app_id', '=', appId).forUpdate().executeTakeFirst()
  return row ? toApp(row) : null
}

export async function samlAppByEntity(r: Reader, entityId: string): Promise<SamlApp | null> {
  const row = await tables(r).selectFrom('saml_apps').selectAll().where('entity_id', '=', entityId).executeTakeFirst()
  return row ? toApp(row) : null
}

export async function allSamlApps(r: Reader): Promise<SamlApp[]> {
  return (await tables(r).selectFrom('saml_apps').selectAll().orderBy('app_id').execute()).map(toApp)
}

export async function appsStartedHere(r: Reader): Promise<Set<string>> {
  const rows = await tables(r)
    .selectFrom('saml_apps')
    .select('app_id')
    .where(sql<boolean>`settings @> '{"idpInitiated": true}'`)
    .execute()
  return new Set(rows.map((row) => row.app_id))
}

/** Whether a sign-on to the app may start here, and so its tile does. */
export async function startsHere(r: Reader, appId: string): Promise<boolean> {
  return (await findSamlApp(r, appId))?.settings.idpInitiated ?? false
}

/** False when somebody else changed it since `version` was read (0: since there was none). */
export async function saveSamlApp(tx: Tx, app: SamlApp, now: Date): Promise<boolean> {
  const values = {
    app_id: app.appId,
    entity_id: app.settings.entityId,
    settings: jsonText(app.settings) as never,
    version: app.version + 1,
    updated_at: now,
  }
  const row =
    app.version === 0
      ? await tables(tx)
          .insertInto('saml_apps')
          .values(values)
          .onConflict((conflict) => conflict.column('app_id').doNothing())
          .returning('app_id')
          .executeTakeFirst()
      : await tables(tx)
          .updateTable('saml_apps')
          .set(values)
          .where('app_id', '=', app.appId)
          .where('version', '=', app.version)
          .returning('app_id')
          .executeTakeFirst()
  return row !== undefined
}

export async function deleteSamlApp(tx: Tx, appId: string): Promise<boolean> {
  const row = await tables(tx)
    .deleteFrom('saml_apps')
    .where('app_id', '=', appId)
    .returning('app_id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when this message was taken before. */
export async function takeMessage(r: Reader, entityId: string, messageId: string, expiresAt: Date): Promise<boolean> {
  const row = await tables(r)
    .insertInto('saml_messages')
    .values({ entity_id: entityId, message_id: messageId, expires_at: expiresAt })
    .onConflict((conflict) => conflict.columns(['entity_id', 'message_id']).doNothing())
    .returning('message_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteOldMessages(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('saml_messages').where('expires_at', '<', before).execute()
}

export type Participant = {
  sessionId: string
  appId: string
  nameId: string
  nameIdFormat: string
  sessionIndex: string
}

const toParticipant = (row: Omit<Tables['saml_participants'], 'signed_on_at' | 'told_at'>): Participant => ({
  sessionId: row.session_id,
  appId: row.app_id,
  nameId: row.name_id,
  nameIdFormat: row.name_id_format,
  sessionIndex: row.session_index,
})

/**
 * A session signs on to an app, again perhaps: the session keeps its index there, and the name that is only for it, so that
 * the app may sign it out by whichever assertion it kept. Once the app was told that access ended, both are new: what it is
 * told late is of the sign-on before. Answers what holds.
 */
export async function joinSession(tx: Tx, participant: Participant, now: Date): Promise<Participant> {
  const { sessionId, appId, nameId, nameIdFormat, sessionIndex } = participant
  const kept = sql<string>`case when saml_participants.name_id_format = excluded.name_id_format
    and excluded.name_id_format = ${format.transient} and saml_participants.told_at is null
    then saml_participants.name_id else excluded.name_id end`
  const index = sql<string>`case when saml_participants.told_at is null
    then saml_participants.session_index else excluded.session_index end`
  const row = await tables(tx)
    .insertInto('saml_participants')
    .values({
      session_id: sessionId,
      app_id: appId,
      name_id: nameId,
      name_id_format: nameIdFormat,
      session_index: sessionIndex,
      signed_on_at: now,
      told_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'app_id']).doUpdateSet({
        name_id: kept,
        name_id_format: nameIdFormat,
        session_index: index,
        signed_on_at: now,
        told_at: null,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return toParticipant(row)
}

/** Another session has taken this one's place, just now: none of its own is there yet. */
export async function moveSamlParticipants(tx: Tx, from: string, to: string): Promise<void> {
  tx.soon(tables(tx).updateTable('saml_participants').set({ session_id: to }).where('session_id', '=', from))
}

export async function participantsOf(r: Reader, sessionId: string): Promise<Participant[]> {
  const rows = await tables(r)
    .selectFrom('saml_participants')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('signed_on_at')
    .execute()
  return rows.map(toParticipant)
}

/** Sessions in which an app was told this name; all that it was not told the end of when no index is given. */
export async function sessionsNamed(
  r: Reader,
  appId: string,
  nameId: string,
  sessionIndexes: readonly string[],
): Promise<Participant[]> {
  let query = tables(r)
    .selectFrom('saml_participants')
    .selectAll()
    .where('app_id', '=', appId)
    .where('name_id', '=', nameId)
  query =
    sessionIndexes.length > 0
      ? query.where('session_index', 'in', [...sessionIndexes])
      : query.where('told_at', 'is', null)
  return (await query.execute()).map(toParticipant)
}

/** Those of a session that were not told yet that access to them ended. */
export async function untoldParticipantsOf(r: Reader, sessionId: string): Promise<Participant[]> {
  const rows = await tables(r)
    .selectFrom('saml_participants')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('told_at', 'is', null)
    .orderBy('signed_on_at')
    .execute()
  return rows.map(toParticipant)
}

/** Notes that the app is told of the end of access to it; null where it was, or has no part in the session. */
export async function noteTold(
  tx: Tx,
  { sessionId, appId }: Pick<Participant, 'sessionId' | 'appId'>,
  now: Date,
): Promise<Participant | null> {
  const row = await tables(tx)
    .updateTable('saml_participants')
    .set({ told_at: now })
    .where('session_id', '=', sessionId)
    .where('app_id', '=', appId)
    .where('told_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row ? toParticipant(row) : null
}

/** What the app was told of ends there; a sign-on since then goes on, under another index. */
export async function deleteParticipant(tx: Tx, { sessionId, appId, sessionIndex }: Participant): Promise<void> {
  await tables(tx)
    .deleteFrom('saml_participants')
    .where('session_id', '=', sessionId)
    .where('app_id', '=', appId)
    .where('session_index', '=', sessionIndex)
    .execute()
}

export async function deleteParticipants(tx: Tx, sessionId: string, appId?: string): Promise<void> {
  let query = tables(tx).deleteFrom('saml_participants').where('session_id', '=', sessionId)
  if (appId !== undefined) query = query.where('app_id', '=', appId)
  await query.execute()
}
