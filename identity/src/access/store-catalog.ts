/** SQL of the catalog: roles a person may ask for. */
import { type Kysely, sql } from 'kysely'
import { anyOf } from '../platform/database/any-of.ts'
import type { Reader } from '../platform/database/database.ts'
import { once } from '../platform/database/once.ts'
import { toRole } from './store-roles.ts'
import { type AccessTables, heldGrantRow, tables } from './store-tables.ts'
import type { GrantState, Role } from './types.ts'

/**
 * Roles in use that members of these groups may ask for. A role whose every app is retired gives nothing and is left out.
 * The one place that says who may ask: the catalog, the check of a request and the check in the granting transaction use it.
 */
export function requestable(db: Kysely<AccessTables>, groupIds: readonly string[]) {
  return db
    .selectFrom('roles')
    .where('roles.state', '=', 'active')
    .where((row) =>
      row.or([
        row('asked_by', '=', 'everyone'),
        row.and([
          row('asked_by', '=', 'groups'),
          row.exists(
            row
              .selectFrom('role_groups')
              .select('role_groups.group_id')
              .whereRef('role_groups.role_id', '=', 'roles.id')
              .where('role_groups.group_id', '=', anyOf(groupIds)),
          ),
        ]),
      ]),
    )
    .where((row) => {
      const apps = row
        .selectFrom('role_apps')
        .innerJoin('apps', 'apps.id', 'role_apps.app_id')
        .select('apps.id')
        .whereRef('role_apps.role_id', '=', 'roles.id')
      return row.or([row.exists(apps.where('apps.state', '=', 'active')), row.not(row.exists(apps))])
    })
}

export async function isRequestable(reader: Reader, roleId: string, groupIds: readonly string[]): Promise<boolean> {
  const read = requestable(tables(reader), groupIds).select('roles.id').where('roles.id', '=', roleId)
  return once(reader, 'roles', `${roleId} for ${groupIds.join()}`, async () => (await read.execute()).length > 0)
}

export async function allRequestable(reader: Reader, groupIds: readonly string[]): Promise<Role[]> {
  const rows = await requestable(tables(reader), groupIds)
    .selectAll('roles')
    .orderBy('sort_name')
    .orderBy('id')
    .execute()
  return rows.map(toRole)
}

/** Roles in use that somebody may ask for, whoever; those of Hallpass itself are asked for here alone. */
export async function offeredRoles(reader: Reader): Promise<Role[]> {
  const rows = await tables(reader)
    .selectFrom('roles')
    .selectAll()
    .where('state', '=', 'active')
    .where('asked_by', 'in', ['everyone', 'groups'])
    .where('product_role', 'is', null)
    .orderBy('sort_name')
    .orderBy('id')
    .execute()
  return rows.map(toRole)
}

export type CatalogFilter = {
  groupIds: readonly string[]
  words: readonly string[]
  category: string | undefined
  after: { rank: number; sortName: string; id: string } | null
  limit: number
}

/** A page of what may be asked for: roles whose own name begins with what was typed first, then by name. */
export async function searchRequestable(
  reader: Reader,
  filter: CatalogFilter,
): Promise<{ role: Role; rank: number; sortName: string }[]> {
  const rank = sql<number>`case when starts_with(sort_name, ${filter.words.join(' ')}) then 0 else 1 end`
  let query = found(tables(reader), filter)
    .selectAll('roles')
    .select(rank.as('rank'))
    .orderBy(rank)
    .orderBy('sort_name')
    .orderBy('id')
    .limit(filter.limit)
  const { category, after } = filter
  if (category !== undefined)
    query = query.where('roles.id', 'in', (row) =>
      row
        .selectFrom('role_apps')
        .innerJoin('apps', 'apps.id', 'role_apps.app_id')
        .select('role_apps.role_id')
        .where('apps.category', '=', category)
        .where('apps.state', '=', 'active'),
    )
  if (after)
    query = query.where(
      sql<boolean>`(${rank}, sort_name, roles.id) > (${after.rank}::int, ${after.sortName}, ${after.id}::uuid)`,
    )
  const rows = await query.execute()
  return rows.map((row) => ({ role: toRole(row), rank: row.rank, sortName: row.sort_name }))
}

/** What may be asked for and has every word that was typed. */
function found(db: Kysely<AccessTables>, { groupIds, words }: Pick<CatalogFilter, 'groupIds' | 'words'>) {
  let query = requestable(db, groupIds)
  for (const word of words) query = query.where('search_text', 'like', `% ${word}%`)
  return query
}

/** How many roles are found, whatever their category, and how many with an app of each; a role of two is in both. */
export async function countFound(
  reader: Reader,
  filter: Pick<CatalogFilter, 'groupIds' | 'words'>,
): Promise<{ total: number; categories: { category: string; count: number }[] }> {
  const db = tables(reader)
  const all = found(db, filter)
    .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow()
  const byCategory = db
    .selectFrom('apps')
    .innerJoin('role_apps', 'role_apps.app_id', 'apps.id')
    .where('apps.state', '=', 'active')
    .where('role_apps.role_id', 'in', found(db, filter).select('roles.id'))
    .select(['apps.category'])
    .select((count) => count.cast<number>(count.fn.count('role_apps.role_id').distinct(), 'integer').as('count'))
    .groupBy('apps.category')
    .orderBy('count', 'desc')
    .orderBy('apps.category')
    .execute()
  const [{ total }, categories] = await Promise.all([all, byCategory])
  return { total, categories }
}

/** Which of these roles a person holds. */
export async function heldOf(
  reader: Reader,
  personId: string,
  roleIds: readonly string[],
): Promise<{ roleId: string; grantId: string; state: GrantState; endsAt: Date | null }[]> {
  if (roleIds.length === 0) return []
  const rows = await tables(reader)
    .selectFrom('grants')
    .select(['id', 'role_id', 'state', 'ends_at'])
    .where('person_id', '=', personId)
    .where(heldGrantRow)
    .where('role_id', '=', anyOf(roleIds))
    .execute()
  return rows.map((row) => ({ roleId: row.role_id, grantId: row.id, state: row.state, endsAt: row.ends_at }))
}
