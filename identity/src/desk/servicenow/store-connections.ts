/** SQL of connections to ServiceNow, and of their pace. */
import { type Selectable, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { unhurried } from '../../platform/database/unhurried.ts'
import { type ServiceNowTables, tables } from './store-tables.ts'
import { type Connection, usualSettings } from './types.ts'

const toConnection = (row: Selectable<ServiceNowTables['servicenow_connections']>): Connection => ({
  id: row.id,
  name: row.name,
  instanceUrl: row.instance_url,
  oauthClientId: row.oauth_client_id,
  settings: { ...usualSettings, ...row.settings },
  state: row.state,
  closedReason: row.closed_reason,
  instanceId: row.instance_id,
  clockOffsetSeconds: row.clock_offset_seconds,
  appVersion: row.app_version,
  language: row.language,
  catalogVersion: row.catalog_version,
  catalogSyncedAt: row.catalog_synced_at,
  catalogComparedAt: row.catalog_compared_at,
  polledAt: row.polled_at,
  heardAt: row.heard_at,
  lastFailureAt: row.last_failure_at,
  lastFailure: row.last_failure,
  version: row.version,
})

export async function findConnection(reader: Reader, id: string): Promise<Connection | null> {
  const row = await tables(reader)
    .selectFrom('servicenow_connections')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toConnection(row) : null
}

export async function lockConnection(tx: Tx, id: string): Promise<Connection | null> {
  const query = tables(tx).selectFrom('servicenow_connections').selectAll().where('id', '=', id).forUpdate()
  const row = await query.executeTakeFirst()
  return row ? toConnection(row) : null
}

export async function allConnections(reader: Reader): Promise<Connection[]> {
  const rows = await tables(reader).selectFrom('servicenow_connections').selectAll().orderBy('id').execute()
  return rows.map(toConnection)
}

export async function sealedSecretOf(reader: Reader, id: string): Promise<string | null> {
  const query = tables(reader).selectFrom('servicenow_connections').select('sealed_secret').where('id', '=', id)
  return (await query.executeTakeFirst())?.sealed_secret ?? null
}

/** False when another connection has this address. */
export async function insertConnection(
  tx: Tx,
  connection: Connection,
  sealedSecret: string,
  now: Date,
): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('servicenow_connections')
    .values({
      id: connection.id,
      name: connection.name,
      instance_url: connection.instanceUrl,
      oauth_client_id: connection.oauthClientId,
      sealed_secret: sealedSecret,
      settings: JSON.stringify(connection.settings),
      state: connection.state,
      closed_reason: null,
      instance_id: null,
      clock_offset_seconds: null,
      app_version: null,
      language: null,
      catalog_version: 0,
      catalog_synced_at: null,
      catalog_compared_at: null,
      polled_at: null,
      heard_at: null,
      last_failure_at: null,
      last_failure: null,
      version: 1,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('instance_url').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Settings and state; `sealedSecret` undefined keeps the one that is there. */
export async function saveConnection(
  tx: Tx,
  next: Connection,
  sealedSecret: string | undefined,
  now: Date,
): Promise<void> {
  await tables(tx)
    .updateTable('servicenow_connections')
    .set({
      name: next.name,
      instance_url: next.instanceUrl,
      oauth_client_id: next.oauthClientId,
      settings: JSON.stringify(next.settings),
      state: next.state,
      closed_reason: next.closedReason,
      instance_id: next.instanceId,
      version: next.version,
      updated_at: now,
      ...(sealedSecret === undefined ? {} : { sealed_secret: sealedSecret }),
    })
    .where('id', '=', next.id)
    .execute()
}

type Noted = Partial<
  Pick<
    ServiceNowTables['servicenow_connections'],
    | 'instance_id'
    | 'clock_offset_seconds'
    | 'app_version'
    | 'language'
    | 'catalog_synced_at'
    | 'catalog_compared_at'
    | 'polled_at'
    | 'heard_at'
    | 'last_failure_at'
    | 'last_failure'
  >
>

/** What happened to it, beside its settings: the version stays. */
export async function noteOnConnection(reader: Reader, id: string, noted: Noted): Promise<void> {
  await tables(reader).updateTable('servicenow_connections').set(noted).where('id', '=', id).execute()
}

/** The number of the next catalog that is sent. */
export async function nextCatalogVersion(tx: Tx, id: string): Promise<number> {
  const row = await tables(tx)
    .updateTable('servicenow_connections')
    .set((update) => ({ catalog_version: update('catalog_version', '+', 1) }))
    .where('id', '=', id)
    .returning('catalog_version')
    .executeTakeFirstOrThrow()
  return row.catalog_version
}

/**
 * Takes `count` turns of the pace, of any number of nodes, and answers when each begins. A rested instance may be called
 * `burst` times at once. It does not wait for the disk: after a crash of the server turns of its last moment are given twice.
 */
export async function reserveTurns(
  reader: Reader,
  turn: { connectionId: string; count: number; msPerCall: number; burst: number; now: Date },
): Promise<Date[]> {
  const rested = new Date(turn.now.getTime() - (turn.burst - 1) * turn.msPerCall)
  const { count, msPerCall } = turn
  const length = sql`${count * msPerCall} * interval '1 millisecond'`
  const row = await tables(reader)
    .insertInto('servicenow_pace')
    .values({
      connection_id: turn.connectionId,
      next_at: new Date(rested.getTime() + count * msPerCall),
      held_until: rested,
    })
    .onConflict((conflict) =>
      conflict.column('connection_id').doUpdateSet({
        next_at: sql`greatest(servicenow_pace.next_at, servicenow_pace.held_until, ${rested}::timestamptz) + ${length}`,
      }),
    )
    .returning([sql<Date>`next_at - ${length}`.as('begins_at'), unhurried])
    .executeTakeFirstOrThrow()
  const beginsAt = row.begins_at.getTime()
  return Array.from({ length: count }, (_, n) => new Date(Math.max(beginsAt + n * msPerCall, turn.now.getTime())))
}

/** A turn that was taken and will not be used. */
export async function giveBackTurn(reader: Reader, connectionId: string, msPerCall: number): Promise<void> {
  await tables(reader)
    .updateTable('servicenow_pace')
    .set({ next_at: sql`next_at - ${msPerCall} * interval '1 millisecond'` })
    .where('connection_id', '=', connectionId)
    .execute()
}

export async function holdBack(reader: Reader, connectionId: string, until: Date): Promise<void> {
  await tables(reader)
    .updateTable('servicenow_pace')
    .set({ held_until: sql`greatest(held_until, ${until}::timestamptz)` })
    .where('connection_id', '=', connectionId)
    .execute()
}
