import type { Glide, Row, Values } from './ports.ts'
import { tables } from './tables.ts'
import { toGlideTime } from './times.ts'
import type { CatalogCallback, CatalogEntry } from './wire.ts'

/** Brings the list of apps up to what Hallpass says, and keeps a row about it. Older than what is here changes nothing. */
export function applyCatalog(glide: Glide, news: CatalogCallback): 'applied' | 'unchanged' {
  const at = toGlideTime(glide.now())
  const kind = news.isFull ? 'full' : 'changes'
  const [last] = glide.tables.find(tables.syncRun, [['outcome', 'done']], { orderBy: '-catalog_version', limit: 1 })
  const seen = Number(last?.get('catalog_version') || '0')
  const run = { kind, finished_at: at, catalog_version: String(news.version) }
  if (news.version < seen || (news.version === seen && !news.isFull)) {
    glide.tables.insert(tables.syncRun, { ...run, outcome: 'stale', message: `${news.version} <= ${seen}` })
    return 'unchanged'
  }

  const known = new Map(glide.tables.find(tables.app, []).map((row) => [row.get('role_id'), row]))
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const entry of news.apps) counts[keep(glide, known.get(entry.id), entry, at)] += 1
  const named = new Set(news.apps.map((entry) => entry.id))
  const gone = news.isFull ? [...known.keys()].filter((id) => !named.has(id)) : news.removed
  for (const id of gone) counts.removed += takeOff(glide, known.get(id))
  const { added, changed, removed } = counts
  glide.tables.insert(tables.syncRun, {
    ...run,
    added: String(added),
    changed: String(changed),
    removed: String(removed),
    outcome: 'done',
  })
  return 'applied'
}

function keep(glide: Glide, known: Row | undefined, entry: CatalogEntry, at: string): 'added' | 'changed' {
  const values: Values = {
    role_id: entry.id,
    name: entry.name,
    app_name: entry.appName,
    description: entry.description,
    icon: entry.icon ?? '',
    requestable: String(entry.requestable),
    days_max: entry.daysMax === null ? '' : String(entry.daysMax),
    days_default: entry.daysDefault === null ? '' : String(entry.daysDefault),
    policy_version: String(entry.policyVersion),
    synced_at: at,
  }
  if (known === undefined) {
    glide.tables.insert(tables.app, values)
    return 'added'
  }
  glide.tables.update(tables.app, known.id, values)
  return 'changed'
}

/** Never deleted: orders and access of the past refer to it. */
function takeOff(glide: Glide, known: Row | undefined): number {
  if (known === undefined || known.get('requestable') === 'false') return 0
  glide.tables.update(tables.app, known.id, { requestable: 'false' })
  return 1
}
