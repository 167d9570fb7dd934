import { system } from '../store/open-records.ts'
import type { Records } from '../store/records.ts'
import type { ColumnDraft, TableDraft } from './read-record-xml.ts'

const quiet = { withoutRules: true }

/**
 * Makes a table of which only records are known, with the columns these have; true when it had to. Records of such a
 * table are kept and can be read, and nothing acts on them. Columns a known table lacks are added to it.
 */
export function ensureTable(records: Records, table: string, values: Readonly<Record<string, string>>): boolean {
  const isNew = !records.dictionary.has(table)
  if (isNew) {
    const metadata = records.find('sys_db_object', 'name=sys_metadata', { limit: 1 })[0]?.sys_id ?? ''
    records.insert(
      'sys_db_object',
      { name: table, label: table, super_class: metadata, sys_scope: 'global' },
      system,
      quiet,
    )
  }
  for (const element of Object.keys(values))
    if (!records.dictionary.column(table, element))
      addColumn(records, table, { name: element, type: 'string' }, 'global')
  return isNew
}

/** Columns that `dictionary/*.xml` has and no record of sys_dictionary said. */
export function writeColumns(records: Records, table: TableDraft, app: string): void {
  const name = table.attributes.name ?? ''
  if (!records.dictionary.has(name)) {
    const parent = table.attributes.extends ?? ''
    const above = parent ? (records.find('sys_db_object', `name=${parent}`, { limit: 1 })[0]?.sys_id ?? '') : ''
    const values = { name, label: table.attributes.label ?? name, super_class: above, sys_scope: app }
    records.insert('sys_db_object', values, system, quiet)
  }
  for (const column of table.columns)
    if (!records.dictionary.column(name, column.name ?? '')) addColumn(records, name, column, app)
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
