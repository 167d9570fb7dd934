/** SQL of app connections. */
import type { Selectable } from 'kysely'
import { anyOf } from '../platform/database/any-of.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { forget, onceEach } from '../platform/database/once.ts'
import { type ProvisioningTables, type StoredCheck, tables } from './store-tables.ts'
import type { AppConnection, ConnectionSettings } from './types.ts'

export const settingsOfNothing: ConnectionSettings = {
  baseUrl: null,
  userName: 'mail',
  entitlementsAs: ['groups'],
  drift: 'repair',
  removalsPercentMax: 20,
  missingRecords: 'leave',
}

/** An app that nobody connected has a connection of kind `none`. */
export function noConnection(appId: string): AppConnection {
  return {
    appId,
    kind: 'none',
    settings: settingsOfNothing,
    hasToken: false,
    ratePerSecond: 5,
    parallel: 2,
    taskOwnerId: null,
    awaitsComparison: false,
    version: 0,
  }
}

function toConnection(row: Selectable<ProvisioningTables['app_connections']>): AppConnection {
  return {
    appId: row.app_id,
    kind: row.kind,
    settings: row.settings,
    hasToken: row.sealed_token !== null,
    ratePerSecond: row.rate_per_second,
    parallel: row.parallel,
    taskOwnerId: row.task_owner_id,
    awaitsComparison: row.awaits_comparison,
    version: row.version,
  }
}

export async function connectionOf(reader: Reader, appId: string): Promise<AppConnection> {
  const [connection] = await connectionsOf(reader, [appId])
  return connection ?? noConnection(appId)
}

export async function connectionsOf(reader: Reader, appIds: readonly string[]): Promise<AppConnection[]> {
  const rows = await onceEach(reader, 'app_connections', appIds, async (missing) => {
    const read = tables(reader).selectFrom('app_connections').selectAll()
    const found = await read.where('app_id', '=', anyOf(missing)).execute()
    return new Map(found.map((row) => [row.app_id, row]))
  })
  return [...rows.values()].map(toConnection)
}

/** The connection stays locked until the transaction ends, so that two changes of it cannot cross. */
export async function lockConnection(tx: Tx, appId: string): Promise<AppConnection> {
  forget(tx, 'app_connections')
  const row = await tables(tx)
    .selectFrom('app_connections')
    .selectAll()
    .where('app_id', '=', appId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toConnection(row) : noConnection(appId)
}

/** Undefined when the connection is another by now: the token of today belongs to its address of today. */
export async function sealedTokenOf(
  reader: Reader,
  { appId, version }: Pick<AppConnection, 'appId' | 'version'>,
): Promise<string | null | undefined> {
  const row = await tables(reader)
    .selectFrom('app_connections')
    .select('sealed_token')
    .where('app_id', '=', appId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.sealed_token
}

/** `sealedToken` undefined keeps the one that is there. A check of other settings says nothing about these and is forgotten. */
export async function saveConnection(
  tx: Tx,
  connection: AppConnection,
  sealedToken: string | null | undefined,
  now: Date,
): Promise<void> {
  const values = {
    kind: connection.kind,
    settings: JSON.stringify(connection.settings),
    rate_per_second: connection.ratePerSecond,
    parallel: connection.parallel,
    task_owner_id: connection.taskOwnerId,
    version: connection.version,
    check_result: null,
    updated_at: now,
    ...(sealedToken === undefined ? {} : { sealed_token: sealedToken }),
  }
  forget(tx, 'app_connections')
  await tables(tx)
    .insertInto('app_connections')
    .values({ sealed_token: null, awaits_comparison: false, ...values, app_id: connection.appId, created_at: now })
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet(values))
    .execute()
}

/** Kept only when the settings are still those that were checked. */
export async function saveCheck(tx: Tx, appId: string, version: number, check: StoredCheck): Promise<void> {
  await tables(tx)
    .updateTable('app_connections')
    .set({ check_result: JSON.stringify(check) })
    .where('app_id', '=', appId)
    .where('version', '=', version)
    .execute()
}

export async function checkOf(reader: Reader, appId: string): Promise<StoredCheck | null> {
  const row = await tables(reader)
    .selectFrom('app_connections')
    .select('check_result')
    .where('app_id', '=', appId)
    .executeTakeFirst()
  return row?.check_result ?? null
}

/** Somebody has seen what a restore would change in the app, and said that it may. */
export async function endWaiting(tx: Tx, appId: string): Promise<void> {
  forget(tx, 'app_connections')
  await tables(tx)
    .updateTable('app_connections')
    .set({ awaits_comparison: false })
    .where('app_id', '=', appId)
    .execute()
}

/** Ids of connected apps in order, for paging. */
export async function pageOfConnections(reader: Reader, after: string | null, limit: number): Promise<AppConnection[]> {
  let query = tables(reader).selectFrom('app_connections').selectAll().where('kind', '<>', 'none')
  if (after !== null) query = query.where('app_id', '>', after)
  const rows = await query.orderBy('app_id').limit(limit).execute()
  return rows.map(toConnection)
}
