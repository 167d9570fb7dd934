/** Roles as administrators and auditors see them. */
import type { RoleDetail, RoleRow } from '@hallpass/contract/roles'
import { fromCursor, toPage } from './cursor.ts'
import type { AccessDeps } from './deps.ts'
import { roleNotFound } from './errors.ts'
import { foldWords } from './fold.ts'
import { conflictsOf } from './store-conflicts.ts'
import { countHolders } from './store-grants.ts'
import { carriedBy, findRole, findRoles, groupsAsking, listRoles, ownersOf } from './store-roles.ts'
import { appSummary, carriedApp } from './summaries.ts'
import type { Role } from './types.ts'

type Query = { q?: string; appId?: string; state?: Role['state']; cursor?: string; limit?: number }

export async function showRoles(
  deps: Pick<AccessDeps, 'db'>,
  query: Query,
): Promise<{ items: RoleRow[]; next: string | null }> {
  const key = fromCursor(query.cursor, ['text', 'id'])
  const limit = query.limit ?? 50
  const rows = await listRoles(deps.db, {
    words: foldWords(query.q ?? ''),
    appId: query.appId,
    state: query.state,
    after: key && { sortName: String(key[0]), id: String(key[1]) },
    limit: limit + 1,
  })
  const page = toPage(rows, limit, (row) => [row.sortName, row.role.id])
  const carried = await carriedBy(
    deps.db,
    page.rows.map((row) => row.role.id),
  )
  const items = page.rows.map(({ role, holders }) => ({
    id: role.id,
    name: role.name,
    description: role.description,
    apps: carried.filter((row) => row.roleId === role.id).map((row) => appSummary(row.app)),
    askedBy: role.askedBy,
    holders,
    productRole: role.productRole,
    state: role.state,
  }))
  return { items, next: page.next }
}

export async function showRole(deps: Pick<AccessDeps, 'db' | 'directory'>, roleId: string): Promise<RoleDetail> {
  const role = await findRole(deps.db, roleId)
  if (!role) throw roleNotFound()
  const owners = await deps.directory.people(deps.db, await ownersOf(deps.db, roleId))
  const groupIds = await groupsAsking(deps.db, roleId)
  const groups = await Promise.all(groupIds.map((groupId) => deps.directory.group(deps.db, groupId)))
  return {
    id: role.id,
    name: role.name,
    description: role.description,
    apps: (await carriedBy(deps.db, [roleId])).map(carriedApp),
    owners: owners.map((owner) => deps.directory.summary(owner)),
    askedBy: role.askedBy,
    groups: groups.flatMap((group) => (group ? [{ id: group.id, name: group.name }] : [])),
    conflicts: (await findRoles(deps.db, await conflictsOf(deps.db, roleId))).map(({ id, name }) => ({ id, name })),
    daysMax: role.daysMax,
    daysDefault: role.daysDefault,
    holders: await countHolders(deps.db, roleId),
    productRole: role.productRole,
    state: role.state,
    version: role.version,
    createdAt: role.createdAt.toISOString(),
  }
}
