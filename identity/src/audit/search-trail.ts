import type { Reader } from '../platform/database/database.ts'
import { searchEntries } from './store.ts'
import type { StoredEntry, TrailFilter } from './types.ts'

/** One page of matching entries, newest first; `next` continues it. */
export async function searchTrail(
  reader: Reader,
  filter: TrailFilter,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: StoredEntry[]; next: string | null }> {
  const found = await searchEntries(reader, filter, { order: 'newest', after: page.cursor, limit: page.limit + 1 })
  const items = found.slice(0, page.limit)
  return { items, next: found.length > page.limit ? (items.at(-1)?.body.id ?? null) : null }
}
