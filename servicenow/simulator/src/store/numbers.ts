import type { WriteContext } from './write-context.ts'

/** The next automatic number of a table, by sys_number: prefix and at least so many digits; '' where it has none. */
export function nextNumber({ database, records }: WriteContext, table: string): string {
  for (const part of records.dictionary.ancestors(table)) {
    const scheme = records.find('sys_number', `category=${part}`, { limit: 1 })[0]
    if (!scheme) continue
    const value = database.next(`number:${part}`, Number(scheme.number ?? 0))
    return `${scheme.prefix ?? ''}${String(value).padStart(Number(scheme.maximum_digits ?? 7), '0')}`
  }
  return ''
}
