import { system } from '../store/open-records.ts'
import type { Records } from '../store/records.ts'
import type { ColumnDraft, TableDraft } from './read-record-xml.ts'

const quiet = { withoutRules: true }

/**
 * Makes tables of which only records are known, with the columns these have, and adds to known ones what they lack. The
 * records of such a table are kept and can be read, and nothing acts on them. @returns the tables that were unknown
 */
export function ensureTables(records: Records, needed: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const { dictionary } = records
  const unknown = [...needed.keys()].filter((table) => !dictionary.has(table))
  const metadata = records.find('sys_db_object', 'name=sys_metadata', { limit: 1 })[0]?.sys_id ?? ''
  dictionary.hold(() => {
    for (const name of unknown)
      records.insert('sys_db_object', { name, label: name, super_class: metadata, sys_scope: 'global' }, system, quiet)
  })
  const missing = [...needed].flatMap(([table, names]) =>
    [...names].filter((name) => !dictionary.column(table, name)).map((name) => ({ table, name })),
  )
  dictionary.hold(() => {
    for (const { table, name } of missing) addColumn(records, table, { name, type: 'string' }, 'global')
  })
  return unknown
}

/** Columns that `dictionary/*.xml` has and no record of sys_dictionary said, and the unique indexes of the table. */
export function writeColumns(records: Records, table: TableDraft, app: string): void {
  const name = table.attributes.name ?? ''
  if (!records.dictionary.has(name)) {
    const parent = table.attributes.extends ?? ''
    const above = parent ? (records.find('sys_db_object', `name=${parent}`, { limit: 1 })[0]?.sys_id ?? '') : ''
    const values = { name, label: table.attributes.label ?? name, super_class: above, sys_scope: app }
    records.insert('sys_db_object', values, system, quiet)
  }
  const missing = table.columns.filter((column) => !records.dictionary.column(name, column.name ?? ''))
  records.dictionary.hold(() => {
    for (const column of missing) addColumn(records, name, column, app)
  })
  for (const columns of table.unique) records.holdUnique(name, columns)
}

function addColumn(records: Records, table: string, column: ColumnDraft, app: string): void {
  const values = {
    name: table,
    element: column.name ?? '',
    internal_type: column.type ?? 'string',
    column_label: column.label ?? column.name ?? '',
    reference: column.reference ?? '',
    max_length: column.max_length ?? '',
    default_value: column.default_value ?? '',
    mandatory: column.mandatory ?? 'false',
    read_only: column.read_only ?? 'false',
    display: column.display ?? 'false',
    choice: column.choice ?? '',
    active: 'true',
    sys_scope: app,
  }
  records.insert('sys_dictionary', values, system, quiet)
}
