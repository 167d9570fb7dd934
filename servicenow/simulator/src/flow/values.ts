import type { Records } from '../store/records.ts'

/** A record as a flow hands it about: which one, not what is in it. */
export type RecordRef = { $table: string; $id: string }

export const refTo = (table: string, id: string): RecordRef => ({ $table: table, $id: id })

export function isRef(value: unknown): value is RecordRef {
  return typeof value === 'object' && value !== null && '$table' in value && '$id' in value
}

/** A value as text: a record by its sys_id, lists joined by commas, objects as JSON. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (isRef(value)) return value.$id
  if (Array.isArray(value)) return value.map(asText).join(',')
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/** A value further along a path: columns of records, references followed, members of objects. */
export function walk(records: Records, value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => {
    if (isRef(at)) return columnOf(records, at, name)
    if (Array.isArray(at)) return at.map((one) => (isRef(one) ? columnOf(records, one, name) : undefined))
    if (typeof at === 'object' && at !== null) return (at as Record<string, unknown>)[name]
    return undefined
  }, value)
}

function columnOf(records: Records, ref: RecordRef, name: string): unknown {
  const row = records.dictionary.has(ref.$table) ? records.get(ref.$table, ref.$id) : null
  if (!row) return undefined
  if (name === 'sys_id') return ref.$id
  const table = row.sys_class_name || ref.$table
  const column = records.dictionary.column(table, name)
  const value = row[name] ?? ''
  return column?.reference && column.type === 'reference' && value ? refTo(column.reference, value) : value
}
