import { type RawBuilder, sql } from 'kysely'

/**
 * `= any(…)` keeps one prepared statement however many ids there are. One id alone is compared as such: a list of unknown
 * length PostgreSQL plans anew for each call, a single value once for all of them.
 */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  const [only] = ids
  return ids.length === 1 ? sql<string>`${only}::uuid` : sql<string>`any(${[...new Set(ids)]}::uuid[])`
}
