import type { Column, Dictionary } from '../store/dictionary.ts'

/** A field of a record as SQL: NULL where it is empty. */
export type Field = { sql: string; column: Column; table: string }

const numericTypes = new Set([
  'integer',
  'decimal',
  'float',
  'longint',
  'long',
  'percent_complete',
  'order_index',
  'numeric',
])

export function isNumeric(column: Column): boolean {
  return numericTypes.has(column.type)
}

/**
 * The SQL of a field, dot-walked through references. `ref_<table>` before a segment looks at a class below, as in
 * `parent.ref_sc_req_item.cat_item`. Null for a field that is not there.
 */
export function resolveField(
  dictionary: Dictionary,
  table: string,
  alias: string,
  path: string,
  counter: { aliases: number },
): Field | null {
  const [head = '', ...rest] = path.split('.')
  if (head.startsWith('ref_') && rest.length > 0 && dictionary.has(head.slice(4)))
    return resolveField(dictionary, head.slice(4), alias, rest.join('.'), counter)
  const column = dictionary.column(table, head)
  if (!column) return null
  const sql = columnSql(alias, head)
  if (rest.length === 0) return { sql, column, table }
  if (column.reference === '' || !dictionary.has(column.reference)) return null
  const inner = `w${counter.aliases++}`
  const found = resolveField(dictionary, column.reference, inner, rest.join('.'), counter)
  if (!found) return null
  const root = dictionary.ancestors(column.reference).at(-1) ?? column.reference
  return {
    ...found,
    sql: `(SELECT ${found.sql} FROM record ${inner} WHERE ${inner}.root = '${root}' AND ${inner}.sys_id = ${sql})`,
  }
}

function columnSql(alias: string, name: string): string {
  if (name === 'sys_id') return `${alias}.sys_id`
  if (name === 'sys_class_name') return `${alias}.class`
  return `(${alias}.data->>'${name}')`
}

/** A record's own key: what an index holds of it is the column itself. */
export function isNeverEmpty({ sql }: Field): boolean {
  return /^\w+\.sys_id$/.test(sql)
}

/** The name of what a reference points to; any other field is its own. */
export function shown(dictionary: Dictionary, field: Field, counter: { aliases: number }): string {
  const { column } = field
  if (column.type !== 'reference' || !dictionary.has(column.reference)) return field.sql
  const alias = `w${counter.aliases++}`
  const name = resolveField(dictionary, column.reference, alias, dictionary.displayColumn(column.reference), counter)
  if (!name) return field.sql
  const root = dictionary.ancestors(column.reference).at(-1) ?? column.reference
  return `(SELECT ${name.sql} FROM record ${alias} WHERE ${alias}.root = '${root}' AND ${alias}.sys_id = ${field.sql})`
}

/** What a field is ordered by: references by name, numbers as numbers, text without regard to case. */
export function sortable(dictionary: Dictionary, field: Field, counter: { aliases: number }): string {
  if (isNumeric(field.column)) return `CAST(${field.sql} AS REAL)`
  if (isNeverEmpty(field)) return `${field.sql} COLLATE NOCASE`
  return `coalesce(${shown(dictionary, field, counter)}, '') COLLATE NOCASE`
}
