/** Apps as administrators and auditors see them. */
import type { AppDetail, AppRow } from '@hallpass/contract/apps'
import { fromCursor, toPage } from './cursor.ts'
import type { AccessDeps } from './deps.ts'
import { appNotFound } from './errors.ts'
import { foldWords } from './fold.ts'
import { findApp, listApps } from './store-apps.ts'
import { rolesCarrying } from './store-roles.ts'
import { appRow, appSummary } from './summaries.ts'
import type { App } from './types.ts'

type Query = { q?: string; category?: string; state?: App['state']; cursor?: string; limit?: number }

export async function showApps(
  deps: Pick<AccessDeps, 'db'>,
  query: Query,
): Promise<{ items: AppRow[]; next: string | null }> {
  const key = fromCursor(query.cursor, ['text', 'id'])
  const limit = query.limit ?? 50
  const rows = await listApps(deps.db, {
    words: foldWords(query.q ?? ''),
    category: query.category,
    state: query.state,
    after: key && { sortName: String(key[0]), id: String(key[1]) },
    limit: limit + 1,
  })
  const page = toPage(rows, limit, (row) => [row.sortName, row.app.id])
  return { items: page.rows.map((row) => appRow(row.app, row.roles)), next: page.next }
}

export async function showApp(deps: Pick<AccessDeps, 'db'>, appId: string): Promise<AppDetail> {
  const app = await findApp(deps.db, appId)
  if (!app) throw appNotFound()
  const roles = await rolesCarrying(deps.db, app.id)
  return {
    ...appSummary(app),
    description: app.description,
    iconSlug: app.iconSlug,
    state: app.state,
    builtIn: app.builtIn,
    templateSlug: app.templateSlug,
    parameters: app.parameters,
    protocols: app.protocols,
    addresses: app.addresses,
    roles: roles.map(({ role, entitlements }) => ({ id: role.id, name: role.name, entitlements })),
    version: app.version,
    createdAt: app.createdAt.toISOString(),
    retiredAt: app.retiredAt?.toISOString() ?? null,
  }
}
