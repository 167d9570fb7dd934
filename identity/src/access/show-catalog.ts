/** The catalog people ask from: what they may ask for, with what they have marked. */
import type { CatalogDetail, CatalogItem } from '@hallpass/contract/access'
import { fromCursor, toPage } from './cursor.ts'
import type { AccessDeps } from './deps.ts'
import { roleNotFound } from './errors.ts'
import { foldWords } from './fold.ts'
import { countFound, heldOf, isRequestable, searchRequestable } from './store-catalog.ts'
import { carriedBy, findRole, ownersOf } from './store-roles.ts'
import { appSummary } from './summaries.ts'

type Deps = Pick<AccessDeps, 'db' | 'directory'>
type Query = { q?: string; category?: string; cursor?: string; limit?: number }
type CatalogPage = {
  items: CatalogItem[]
  next: string | null
  total: number
  categories: { category: string; count: number }[]
}

export async function showCatalog(deps: Deps, personId: string, query: Query): Promise<CatalogPage> {
  const key = fromCursor(query.cursor, ['number', 'text', 'id'])
  const limit = query.limit ?? 50
  const groupIds = await groupIdsOf(deps, personId)
  const words = foldWords(query.q ?? '')
  const rows = await searchRequestable(deps.db, {
    groupIds,
    words,
    category: query.category,
    after: key && { rank: Number(key[0]), sortName: String(key[1]), id: String(key[2]) },
    limit: limit + 1,
  })
  const page = toPage(rows, limit, (row) => [row.rank, row.sortName, row.role.id])
  const roleIds = page.rows.map((row) => row.role.id)
  const carried = await carriedBy(deps.db, roleIds)
  const held = await heldOf(deps.db, personId, roleIds)
  const items = page.rows.map(({ role }) => ({
    roleId: role.id,
    name: role.name,
    description: role.description,
    apps: carried
      .filter((row) => row.roleId === role.id && row.app.state === 'active')
      .map((row) => appSummary(row.app)),
    daysMax: role.daysMax,
    daysDefault: role.daysDefault,
    held: toHeld(held.find((grant) => grant.roleId === role.id)),
  }))
  return { items, next: page.next, ...(await countFound(deps.db, { groupIds, words })) }
}

/** What one gets with a role. Roles the person may neither ask for nor holds are answered like none. */
export async function showCatalogRole(deps: Deps, personId: string, roleId: string): Promise<CatalogDetail> {
  const role = await findRole(deps.db, roleId)
  const [held] = await heldOf(deps.db, personId, [roleId])
  if (!role || !(held || (await isRequestable(deps.db, roleId, await groupIdsOf(deps, personId))))) throw roleNotFound()
  const carried = await carriedBy(deps.db, [roleId])
  const owners = await deps.directory.people(deps.db, await ownersOf(deps.db, roleId))
  return {
    roleId: role.id,
    name: role.name,
    description: role.description,
    apps: carried
      .filter(({ app }) => app.state === 'active')
      .map(({ app, entitlements }) => ({ app: appSummary(app), description: app.description, entitlements })),
    owners: owners.filter((owner) => owner.state === 'active').map((owner) => deps.directory.summary(owner)),
    daysMax: role.daysMax,
    daysDefault: role.daysDefault,
    held: toHeld(held),
  }
}

async function groupIdsOf(deps: Deps, personId: string): Promise<string[]> {
  return (await deps.directory.groupsOf(deps.db, personId)).map((group) => group.id)
}

function toHeld(
  grant: { grantId: string; state: 'pending' | 'active' | 'ended'; endsAt: Date | null } | undefined,
): CatalogItem['held'] {
  return grant ? { grantId: grant.grantId, state: grant.state, endsAt: grant.endsAt?.toISOString() ?? null } : null
}
