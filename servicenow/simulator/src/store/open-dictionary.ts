import type { Database } from './database.ts'
import type { Choice, Column, Dictionary } from './dictionary.ts'

type TableRow = { sys_id: string; name: string; label?: string; super_class?: string; sys_scope?: string }
type ColumnRow = Record<string, string> & { name: string; element?: string }
type Table = { row: TableRow; own: Map<string, Column>; all: Map<string, Column> | null; ancestors: string[] | null }

/** The counter that moves whenever a table, column or choice is written, in any thread. */
export const dictionaryVersion = 'dictionary_version'

/** How late another thread's change is seen at most; one's own is seen at once. */
const checkedEveryMs = 1

/** Reads sys_db_object, sys_dictionary and sys_choice, and again when another thread has changed them. */
export function openDictionary(database: Database): Dictionary & { forget(): void } {
  let version = -1
  let checkedAt = Number.NEGATIVE_INFINITY
  let tables = new Map<string, Table>()
  let descendants = new Map<string, string[]>()
  let choices: Map<string, Choice[]> | null = null

  let isHeld = false
  const current = () => {
    if (isHeld || performance.now() - checkedAt < checkedEveryMs) return tables
    checkedAt = performance.now()
    const row = database.get<{ value: number }>('SELECT value FROM counter WHERE name = ?', dictionaryVersion)
    if ((row?.value ?? 0) !== version) {
      version = row?.value ?? 0
      tables = readTables(database)
      descendants = new Map()
      choices = null
    }
    return tables
  }
  const ancestors = (name: string): string[] => {
    const table = tables.get(name)
    if (!table) return [name]
    if (!table.ancestors) {
      const above = [...tables.values()].find((other) => other.row.sys_id === table.row.super_class)
      table.ancestors = above && above !== table ? [name, ...ancestors(above.row.name)] : [name]
    }
    return table.ancestors
  }
  const columns = (name: string): Map<string, Column> => {
    const table = current().get(name)
    if (!table) return new Map()
    if (!table.all) {
      const chain = [...ancestors(name)].reverse()
      table.all = new Map([...systemColumns(name), ...chain.flatMap((part) => [...(tables.get(part)?.own ?? [])])])
      if (chain.length === 1 && !table.own.has('sys_class_name')) table.all.delete('sys_class_name')
    }
    return table.all
  }
  return {
    forget() {
      checkedAt = Number.NEGATIVE_INFINITY
    },
    hold(work) {
      current()
      isHeld = true
      try {
        work()
      } finally {
        isHeld = false
        checkedAt = Number.NEGATIVE_INFINITY
      }
    },
    tables: () => [...current().keys()],
    has: (table) => current().has(table),
    label: (table) => current().get(table)?.row.label || table,
    scope: (table) => current().get(table)?.row.sys_scope || 'global',
    ancestors: (table) => {
      current()
      return ancestors(table)
    },
    descendants(table) {
      current()
      let found = descendants.get(table)
      if (!found) {
        found = [...tables.keys()].filter((name) => ancestors(name).includes(table))
        descendants.set(table, found)
      }
      return found
    },
    columns,
    column: (table, name) => columns(table).get(name) ?? null,
    displayColumn(table) {
      const all = columns(table)
      for (const part of ancestors(table))
        for (const column of tables.get(part)?.own.values() ?? []) if (column.isDisplay) return column.name
      return ['name', 'u_name', 'number', 'u_number'].find((name) => all.has(name)) ?? 'sys_id'
    },
    choices(table, column) {
      current()
      choices ??= readChoices(database)
      for (const part of ancestors(table)) {
        const found = choices.get(`${part}.${column}`)
        if (found) return found
      }
      return []
    },
  }
}

function readTables(database: Database): Map<string, Table> {
  const rows = <T>(name: string) =>
    database
      .all<{ sys_id: string; data: string }>(
        `SELECT sys_id, data FROM record WHERE root = 'sys_metadata' AND class = ? ORDER BY seq`,
        name,
      )
      .map(({ sys_id, data }) => ({ ...(JSON.parse(data) as object), sys_id }) as T)
  const tables = new Map<string, Table>()
  for (const row of rows<TableRow>('sys_db_object'))
    if (isName(row.name)) tables.set(row.name, { row, own: new Map(), all: null, ancestors: null })
  for (const row of rows<ColumnRow>('sys_dictionary'))
    if (isName(row.element)) tables.get(row.name)?.own.set(row.element, columnOf(row, row.element))
  return tables
}

/** Names end up in SQL: anything else than letters, digits and underscores is no table and no column. */
function isName(name: string | undefined): name is string {
  return name !== undefined && /^\w+$/.test(name)
}

function columnOf(row: ColumnRow, name: string): Column {
  return {
    name,
    label: row.column_label || name,
    type: row.internal_type || 'string',
    reference: row.reference ?? '',
    maxLength: Number(row.max_length ?? 0),
    defaultValue: row.default_value ?? '',
    isMandatory: row.mandatory === 'true',
    isReadOnly: row.read_only === 'true',
    isDisplay: row.display === 'true',
    choice: Number(row.choice ?? 0),
    table: row.name,
  }
}

function readChoices(database: Database): Map<string, Choice[]> {
  const found = new Map<string, Choice[]>()
  const rows = database.all<{ data: string }>(
    `SELECT data FROM record WHERE root = 'sys_metadata' AND class = 'sys_choice' ORDER BY CAST(data->>'sequence' AS INTEGER), seq`,
  )
  for (const { data } of rows) {
    const row = JSON.parse(data) as Record<string, string>
    if (row.language && row.language !== 'en') continue
    const key = `${row.name}.${row.element}`
    const choice = {
      value: row.value ?? '',
      label: row.label ?? '',
      sequence: Number(row.sequence ?? 0),
      isInactive: row.inactive === 'true',
    }
    found.set(key, [...(found.get(key) ?? []), choice])
  }
  return found
}

/** What every table has, said or not. */
function systemColumns(table: string): [string, Column][] {
  const types: Readonly<Record<string, string>> = {
    sys_id: 'GUID',
    sys_created_on: 'glide_date_time',
    sys_created_by: 'string',
    sys_updated_on: 'glide_date_time',
    sys_updated_by: 'string',
    sys_mod_count: 'integer',
    sys_tags: 'related_tags',
    sys_class_name: 'sys_class_name',
  }
  const labels: Readonly<Record<string, string>> = { sys_id: 'Sys ID', sys_mod_count: 'Updates', sys_tags: 'Tags' }
  return Object.entries(types).map(([name, type]) => {
    const label = labels[name] ?? name.replace('sys_', '').replaceAll('_', ' ')
    return [name, { ...columnOf({ name: table }, name), label, type }]
  })
}
