/** SQL of roles: what they carry, who owns them, who may ask for them. */
import type { ProductRole } from '@hallpass/contract/common'
import type { ExpressionBuilder, Selectable } from 'kysely'
import { anyOf } from '../platform/database/any-of.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { forget, once } from '../platform/database/once.ts'
import { roleNameTaken } from './errors.ts'
import { foldName, searchText } from './fold.ts'
import { toApp } from './store-apps.ts'
import { replaceConflicts } from './store-conflicts.ts'
import { type AccessTables, brokeUnique, heldGrantRow, tables } from './store-tables.ts'
import type { App, Role, RoleApp } from './types.ts'

export function toRole(row: Selectable<AccessTables['roles']>): Role {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    askedBy: row.asked_by,
    daysMax: row.days_max,
    daysDefault: row.days_default,
    productRole: row.product_role,
    state: row.state,
    version: row.version,
    createdAt: row.created_at,
  }
}

export async function findRole(reader: Reader, id: string): Promise<Role | null> {
  const read = tables(reader).selectFrom('roles').selectAll().where('id', '=', id)
  const row = await once(reader, 'roles', id, () => read.executeTakeFirst())
  return row ? toRole(row) : null
}

/** The row stays locked until the transaction ends; rows that refer to it can still be added. */
export async function lockRole(tx: Tx, id: string): Promise<Role | null> {
  forget(tx, 'roles')
  const row = await tables(tx).selectFrom('roles').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row ? toRole(row) : null
}

export async function findRoles(reader: Reader, ids: readonly string[]): Promise<Role[]> {
  const [id] = ids
  if (id === undefined) return []
  if (ids.length === 1) return [await findRole(reader, id)].flatMap((role) => role ?? [])
  const rows = await tables(reader)
    .selectFrom('roles')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .orderBy('sort_name')
    .orderBy('id')
    .execute()
  return rows.map(toRole)
}

/** Writes a new role or the next version of one with what it carries; throws when the name is taken. */
export async function saveRole(
  tx: Tx,
  role: Role,
  parts: {
    apps: readonly RoleApp[]
    carried: readonly App[]
    ownerIds: readonly string[]
    groupIds: readonly string[]
    conflictIds: readonly string[]
  },
  retiredAt: Date | null = null,
): Promise<void> {
  const row = {
    name: role.name,
    sort_name: foldName(role.name),
    description: role.description,
    asked_by: role.askedBy,
    days_max: role.daysMax,
    days_default: role.daysDefault,
    product_role: role.productRole,
    search_text: roleSearchText(role, parts.carried),
    state: role.state,
    version: role.version,
    created_at: role.createdAt,
    retired_at: retiredAt,
  }
  forget(tx, 'roles')
  try {
    await tables(tx)
      .insertInto('roles')
      .values({ id: role.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  } catch (error) {
    throw brokeUnique(error, 'roles_name') ? roleNameTaken() : error
  }
  await replaceParts(tx, role.id, parts)
  await replaceConflicts(tx, role.id, parts.conflictIds)
}

/** A role is found by its own words and by the names and categories of what it gives. */
function roleSearchText(role: Role, apps: readonly App[]): string {
  return searchText(role.name, ...apps.flatMap((app) => [app.name, app.category]), role.description)
}

async function replaceParts(
  tx: Tx,
  roleId: string,
  parts: { apps: readonly RoleApp[]; ownerIds: readonly string[]; groupIds: readonly string[] },
): Promise<void> {
  const db = tables(tx)
  await db.deleteFrom('role_apps').where('role_id', '=', roleId).execute()
  await db.deleteFrom('role_owners').where('role_id', '=', roleId).execute()
  await db.deleteFrom('role_groups').where('role_id', '=', roleId).execute()
  const apps = parts.apps.map((app) => ({ role_id: roleId, app_id: app.appId, entitlements: app.entitlements }))
  const owners = parts.ownerIds.map((person_id) => ({ role_id: roleId, person_id }))
  const groups = parts.groupIds.map((group_id) => ({ role_id: roleId, group_id }))
  if (apps.length > 0) await db.insertInto('role_apps').values(apps).execute()
  if (owners.length > 0) await db.insertInto('role_owners').values(owners).execute()
  if (groups.length > 0) await db.insertInto('role_groups').values(groups).execute()
}

/** Roles that carry an app are found by its name, so they follow when it is renamed. */
export async function refreshSearchText(tx: Tx, roleIds: readonly string[]): Promise<void> {
  const carried = await carriedBy(tx, roleIds)
  for (const role of await findRoles(tx, roleIds)) {
    const apps = carried.filter((row) => row.roleId === role.id).map((row) => row.app)
    await tables(tx)
      .updateTable('roles')
      .set({ search_text: roleSearchText(role, apps) })
      .where('id', '=', role.id)
      .execute()
  }
}

export async function appsOfRole(reader: Reader, roleId: string): Promise<RoleApp[]> {
  const read = tables(reader)
    .selectFrom('role_apps')
    .select(['app_id', 'entitlements'])
    .where('role_id', '=', roleId)
    .orderBy('app_id')
  const rows = await once(reader, 'roles', `apps of ${roleId}`, () => read.execute())
  return rows.map((row) => ({ appId: row.app_id, entitlements: row.entitlements }))
}

/** Everything roles carry, by name of the app. */
export async function carriedBy(
  reader: Reader,
  roleIds: readonly string[],
): Promise<{ roleId: string; app: App; entitlements: string[] }[]> {
  if (roleIds.length === 0) return []
  const rows = await tables(reader)
    .selectFrom('role_apps')
    .innerJoin('apps', 'apps.id', 'role_apps.app_id')
    .selectAll('apps')
    .select(['role_apps.role_id', 'role_apps.entitlements'])
    .where('role_apps.role_id', '=', anyOf(roleIds))
    .orderBy('apps.sort_name')
    .orderBy('apps.id')
    .execute()
  return rows.map((row) => ({ roleId: row.role_id, app: toApp(row), entitlements: row.entitlements }))
}

/** Roles in use that carry an app. */
export async function rolesCarrying(reader: Reader, appId: string): Promise<{ role: Role; entitlements: string[] }[]> {
  const rows = await tables(reader)
    .selectFrom('roles')
    .innerJoin('role_apps', 'role_apps.role_id', 'roles.id')
    .selectAll('roles')
    .select('role_apps.entitlements')
    .where('role_apps.app_id', '=', appId)
    .where('roles.state', '=', 'active')
    .orderBy('roles.sort_name')
    .orderBy('roles.id')
    .execute()
  return rows.map((row) => ({ role: toRole(row), entitlements: row.entitlements }))
}

export async function ownersOf(reader: Reader, roleId: string): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('role_owners')
    .select('person_id')
    .where('role_id', '=', roleId)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

export async function groupsAsking(reader: Reader, roleId: string): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('role_groups')
    .select('group_id')
    .where('role_id', '=', roleId)
    .orderBy('group_id')
    .execute()
  return rows.map((row) => row.group_id)
}

export type RoleFilter = {
  words: readonly string[]
  appId: string | undefined
  state: Role['state'] | undefined
  after: { sortName: string; id: string } | null
  limit: number
}

export async function listRoles(
  reader: Reader,
  filter: RoleFilter,
): Promise<{ role: Role; sortName: string; holders: number }[]> {
  let query = tables(reader)
    .selectFrom('roles')
    .selectAll()
    .select((row) => holderCount(row).as('holders'))
    .orderBy('sort_name')
    .orderBy('id')
    .limit(filter.limit)
  for (const word of filter.words) query = query.where('search_text', 'like', `% ${word}%`)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  const { appId, after } = filter
  if (appId !== undefined)
    query = query.where('id', 'in', (row) => row.selectFrom('role_apps').select('role_id').where('app_id', '=', appId))
  if (after)
    query = query.where((row) => row(row.refTuple('sort_name', 'id'), '>', row.tuple(after.sortName, after.id)))
  const rows = await query.execute()
  return rows.map((row) => ({ role: toRole(row), sortName: row.sort_name, holders: row.holders ?? 0 }))
}

function holderCount(row: ExpressionBuilder<AccessTables, 'roles'>) {
  return row
    .selectFrom('grants')
    .whereRef('grants.role_id', '=', 'roles.id')
    .where(heldGrantRow)
    .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('count'))
}

/** The role of Hallpass itself behind a product role; the migration made it. */
export async function productRoleId(reader: Reader, role: ProductRole): Promise<string> {
  const row = await tables(reader)
    .selectFrom('roles')
    .select('id')
    .where('product_role', '=', role)
    .executeTakeFirstOrThrow()
  return row.id
}
