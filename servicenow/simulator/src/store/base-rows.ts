import { createHash } from 'node:crypto'
import { baseTables } from '../dictionary/base-tables.ts'
import type { ColumnDefinition, TableDefinition } from '../dictionary/table-definition.ts'
import type { Database } from './database.ts'
import { dictionaryVersion } from './open-dictionary.ts'

const born = { sys_created_on: '2026-01-01 00:00:00', sys_created_by: 'system', sys_mod_count: '0' }

/** Describes the base tables in a new file: their rows in sys_db_object, sys_dictionary, sys_choice and sys_number. */
export function writeBaseRows(database: Database): void {
  if (database.get('SELECT 1 FROM counter WHERE name = ?', 'base_rows')) return
  database.transaction(() => {
    if (database.get('SELECT 1 FROM counter WHERE name = ?', 'base_rows')) return
    for (const table of baseTables()) writeTable(database, table)
    database.next('base_rows')
    database.next(dictionaryVersion)
  })
}

/** A sys_id that is the same in every simulator, for records every instance has. */
export function fixedId(...parts: string[]): string {
  return createHash('md5').update(parts.join(':')).digest('hex')
}

function writeTable(database: Database, table: TableDefinition): void {
  insertRaw(database, 'sys_metadata', 'sys_db_object', fixedId('table', table.name), {
    name: table.name,
    label: table.label ?? titled(table.name),
    super_class: table.extends ? fixedId('table', table.extends) : '',
    sys_scope: 'global',
    sys_name: table.label ?? table.name,
    is_extendable: 'true',
    ws_access: 'true',
  })
  writeColumn(database, table, { name: '', type: 'collection', label: table.label ?? '' })
  for (const column of table.columns) writeColumn(database, table, column)
  if (table.prefix)
    insertRaw(database, 'sys_number', 'sys_number', fixedId('number', table.name), {
      category: table.name,
      prefix: table.prefix,
      number: '10000',
      maximum_digits: '7',
    })
}

function writeColumn(database: Database, table: TableDefinition, column: ColumnDefinition): void {
  insertRaw(database, 'sys_metadata', 'sys_dictionary', fixedId('column', table.name, column.name), {
    name: table.name,
    element: column.name,
    internal_type: column.type,
    column_label: column.label ?? titled(column.name),
    reference: column.reference ?? '',
    max_length: column.max === undefined ? '' : String(column.max),
    default_value: column.default ?? '',
    mandatory: String(column.mandatory === true),
    read_only: String(column.readOnly === true),
    display: String(table.display === column.name && column.name !== ''),
    choice: column.dropdown ? '1' : '',
    active: 'true',
    sys_scope: 'global',
  })
  column.choices?.forEach(([value, label], index) => {
    insertRaw(database, 'sys_metadata', 'sys_choice', fixedId('choice', table.name, column.name, value), {
      name: table.name,
      element: column.name,
      value,
      label,
      language: 'en',
      sequence: String(index),
      inactive: 'false',
    })
  })
}

/** One row as it stands, past all rules; empty values are not kept. */
export function insertRaw(
  database: Database,
  root: string,
  table: string,
  sysId: string,
  values: Readonly<Record<string, string>>,
): void {
  const data = Object.fromEntries(Object.entries({ ...born, ...values }).filter(([, value]) => value !== ''))
  database.run(
    'INSERT INTO record (root, class, sys_id, data) VALUES (?, ?, ?, ?)',
    root,
    table,
    sysId,
    JSON.stringify(data),
  )
}

function titled(name: string): string {
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
