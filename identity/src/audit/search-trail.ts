import type { Reader } from '../platform/database/database.ts'
import { invalidField } from '../platform/errors.ts'
import { searchEntries } from './store.ts'
import type { StoredEntry, TrailFilter } from './types.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** One page of matching entries, newest first; `next` continues it. */
export async function searchTrail(
  reader: Reader,
  filter: TrailFilter,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: StoredEntry[]; next: string | null }> {
  if (page.cursor && !uuid.test(page.cursor)) throw invalidField('cursor', 'Take it from the page before, unchanged.')
  const found = await searchEntries(reader, filter, { order: 'newest', after: page.cursor, limit: page.limit + 1 })
  const items = found.slice(0, page.limit)
  return { items, next: found.length > page.limit ? (items.at(-1)?.body.id ?? null) : null }
}
