/** Filters of a list live in the address: shared by copying it, kept by going back. Pure; the hook is in use-filters.ts. */

export type FilterShape = Readonly<Record<string, string>>

/** The filters of this address: each key of the shape, with its default where the address says nothing. */
export function readFilters<S extends FilterShape>(search: string, defaults: S): S {
  const given = new URLSearchParams(search)
  const read: Record<string, string> = {}
  for (const [key, fallback] of Object.entries(defaults)) read[key] = given.get(key)?.slice(0, 200) ?? fallback
  return read as S
}

/** The query of the address with these filters; defaults are left out, what is not a filter is kept. */
export function writeFilters<S extends FilterShape>(search: string, defaults: S, change: Partial<S>): string {
  const query = new URLSearchParams(search)
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === defaults[key]) query.delete(key)
    else query.set(key, value)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
