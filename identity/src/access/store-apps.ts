/** SQL of apps. */
import { type Selectable, sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import { forget, once } from '../platform/database/once.ts'
import { appNameTaken } from './errors.ts'
import { foldName, searchText } from './fold.ts'
import { type AccessTables, brokeUnique, tables } from './store-tables.ts'
import type { App, AppAddresses } from './types.ts'

const noAddresses: AppAddresses = {
  signOn: null,
  entityId: null,
  acs: null,
  relayState: null,
  redirectUris: [],
  scimBase: null,
}

export function toApp(row: Selectable<AccessTables['apps']>): App {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    category: row.category,
    iconSlug: row.icon_slug,
    templateSlug: row.template_slug,
    parameters: row.parameters,
    protocols: row.protocols,
    addresses: { ...noAddresses, ...row.addresses },
    builtIn: row.built_in,
    state: row.state,
    version: row.version,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  }
}

const byId = kept((r, { id }: { id: string }) => tables(r).selectFrom('apps').selectAll().where('id', '=', id))

export async function findApp(reader: Reader, id: string): Promise<App | null> {
  const [row] = await once(reader, 'apps', id, () => byId(reader, { id }))
  return row ? toApp(row) : null
}

/** The row stays locked until the transaction ends; rows that refer to it can still be added. */
export async function lockApp(tx: Tx, id: string): Promise<App | null> {
  forget(tx, 'apps')
  const row = await tables(tx).selectFrom('apps').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row ? toApp(row) : null
}

export async function findApps(reader: Reader, ids: readonly string[]): Promise<App[]> {
  const [id] = ids
  if (id === undefined) return []
  if (ids.length === 1) return [await findApp(reader, id)].flatMap((app) => app ?? [])
  const rows = await tables(reader)
    .selectFrom('apps')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .orderBy('sort_name')
    .orderBy('id')
    .execute()
  return rows.map(toApp)
}

/** Writes a new app or the next version of one; throws when the name is taken. */
export async function saveApp(tx: Tx, app: App): Promise<void> {
  const row = {
    name: app.name,
    sort_name: foldName(app.name),
    description: app.description,
    category: app.category,
    icon_slug: app.iconSlug,
    template_slug: app.templateSlug,
    parameters: JSON.stringify(app.parameters),
    protocols: app.protocols,
    addresses: JSON.stringify(app.addresses),
    search_text: searchText(app.name, app.category, app.description),
    built_in: app.builtIn,
    state: app.state,
    version: app.version,
    created_at: app.createdAt,
    retired_at: app.retiredAt,
  }
  forget(tx, 'apps')
  forget(tx, 'roles')
  try {
    await tables(tx)
      .insertInto('apps')
      .values({ id: app.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  } catch (error) {
    throw brokeUnique(error, 'apps_name') ? appNameTaken() : error
  }
}

export type AppFilter = {
  words: readonly string[]
  category: string | undefined
  state: App['state'] | undefined
  after: { sortName: string; id: string } | null
  limit: number
}

/** A page of apps by name, each with how many roles in use carry it. */
export async function listApps(
  reader: Reader,
  filter: AppFilter,
): Promise<{ app: App; sortName: string; roles: number }[]> {
  let query = tables(reader)
    .selectFrom('apps')
    .selectAll()
    .select((row) =>
      row
        .selectFrom('role_apps')
        .innerJoin('roles', 'roles.id', 'role_apps.role_id')
        .whereRef('role_apps.app_id', '=', 'apps.id')
        .where('roles.state', '=', 'active')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('count'))
        .as('role_count'),
    )
    .orderBy('sort_name')
    .orderBy('id')
    .limit(filter.limit)
  for (const word of filter.words) query = query.where('search_text', 'like', `% ${word}%`)
  if (filter.category !== undefined) query = query.where('category', '=', filter.category)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  const after = filter.after
  if (after)
    query = query.where((row) => row(row.refTuple('sort_name', 'id'), '>', row.tuple(after.sortName, after.id)))
  const rows = await query.execute()
  return rows.map((row) => ({ app: toApp(row), sortName: row.sort_name, roles: row.role_count ?? 0 }))
}
