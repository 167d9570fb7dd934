import { readFileSync } from 'node:fs'
import { moreTables } from './more-tables.ts'
import type { TableDefinition } from './table-definition.ts'

/** The tables of a base system: those of ServiceNow's SDK first, then ours, which may add columns to the former. */
export function baseTables(): TableDefinition[] {
  const tables = new Map<string, TableDefinition>()
  for (const table of [...fromSdk(), ...moreTables]) {
    const known = tables.get(table.name)
    tables.set(table.name, known ? joined(known, table) : table)
  }
  return [...tables.values()]
}

function fromSdk(): TableDefinition[] {
  const text = readFileSync(new URL('./base-tables.jsonl', import.meta.url), 'utf8')
  return text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as TableDefinition] : []))
}

function joined(known: TableDefinition, more: TableDefinition): TableDefinition {
  const columns = new Map(known.columns.map((column) => [column.name, column]))
  for (const column of more.columns) columns.set(column.name, { ...columns.get(column.name), ...column })
  const said = Object.fromEntries(Object.entries(more).filter(([key, value]) => key !== 'columns' && value !== ''))
  return { ...known, ...said, columns: [...columns.values()] }
}
