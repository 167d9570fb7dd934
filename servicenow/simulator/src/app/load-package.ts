import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'
import { BadPackage, type Package } from './read-package.ts'
import { type RecordChange, readDictionaryXml, readRecordXml } from './read-record-xml.ts'
import { warnAboutUnsupported } from './unsupported.ts'
import { ensureTables, writeColumns } from './write-tables.ts'

export type Loaded = { app: string; scope: string; version: string; records: number; warnings: readonly string[] }

const quiet = { withoutRules: true }

/** Columns that say which record is meant where an instance already has it under another sys_id. */
const coalesceBy: Readonly<Record<string, readonly string[]>> = {
  sys_db_object: ['name'],
  sys_dictionary: ['name', 'element'],
  sys_choice: ['name', 'element', 'value', 'language'],
  sys_properties: ['name'],
  sys_user_role: ['name'],
  sys_number: ['category'],
  sys_documentation: ['name', 'element', 'language'],
}

/** Puts a packed app into the instance: tables first, then all else. A second time, it is an upgrade. */
export function loadPackage(records: Records, { files, head }: Package, loadDemo: boolean): Loaded {
  const began = dateTimeText(records.clock.now())
  const folder = (name: string) => [...files].filter(([path]) => path.startsWith(`${name}/`) && path.endsWith('.xml'))
  const changes = (name: string) =>
    folder(name).flatMap(([path, bytes]) => readRecordXml(Buffer.from(bytes).toString('utf8'), path))
  const scopes = changes('scope')
  const app = scopes.find((change) => change.action === 'upsert')
  if (app?.action !== 'upsert') throw new BadPackage('The package names no application.')
  const isUpgrade = records.get('sys_scope', app.values.sys_id ?? '') !== null
  const updates = changes('update')
  const all = [
    ...scopes,
    ...changes('author_elective_update'),
    ...updates,
    ...(isUpgrade ? [] : changes('unload')),
    ...(loadDemo ? changes('unload.demo') : []),
  ]
  const warnings: string[] = []
  const shape = new Set(['sys_dictionary', 'sys_choice', 'sys_choice_set'])
  const isTable = ({ table }: RecordChange) => table === 'sys_db_object'
  const applyAll = (changes: readonly RecordChange[]) => {
    for (const change of changes) apply(records, change)
  }
  records.dictionary.hold(() => applyAll(all.filter(isTable)))
  records.dictionary.hold(() => applyAll(all.filter(({ table }) => shape.has(table))))
  const rest = all.filter((change) => !isTable(change) && !shape.has(change.table))
  for (const table of ensureTables(records, columnsOf(rest)))
    warnings.push(`${table}: unknown here; its records are kept and nothing more.`)
  records.together(() => applyAll(rest))
  for (const [path, bytes] of folder('dictionary'))
    for (const table of readDictionaryXml(Buffer.from(bytes).toString('utf8'), path))
      writeColumns(records, table, app.values.sys_id ?? '')
  warnings.push(...warnAboutUnsupported(records, app.values.sys_id ?? ''))
  const scope = app.values.scope ?? ''
  const history = {
    from_version: isUpgrade ? scope : '',
    to_version: scope,
    upgrade_started: began,
    upgrade_finished: dateTimeText(records.clock.now()),
  }
  records.insert('sys_upgrade_history', history, system, quiet)
  const version = app.values.version ?? head.appVersion ?? ''
  return { app: app.values.sys_id ?? '', scope, version, records: all.length, warnings }
}

function columnsOf(changes: readonly RecordChange[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const change of changes) {
    if (change.action !== 'upsert') continue
    const names = found.get(change.table) ?? new Set<string>()
    for (const name of Object.keys(change.values)) names.add(name)
    found.set(change.table, names)
  }
  return found
}

function apply(records: Records, change: RecordChange): void {
  if (change.action === 'delete_multiple') {
    if (!records.dictionary.has(change.table)) return
    for (const row of records.find(change.table, change.query))
      records.remove(change.table, row.sys_id ?? '', system, quiet)
    return
  }
  if (change.action === 'delete') {
    if (records.dictionary.has(change.table)) records.remove(change.table, change.sysId, system, quiet)
    return
  }
  const { table } = change
  const values = { ...change.values }
  for (const [column, name] of Object.entries(change.names))
    values[column] = named(records, table, column, name) ?? values[column] ?? ''
  const there = existing(records, table, values)
  if (!there) {
    const made = records.insert(table, values, system, quiet)
    if ('aborted' in made) throw new BadPackage(`${table} ${values.sys_id}: ${made.aborted}`)
    return
  }
  // What an administrator has set stays set: an upgrade brings the description of a property, not its value.
  if (table === 'sys_properties') delete values.value
  records.update(table, there.sys_id ?? '', values, system, quiet)
}

function existing(records: Records, table: string, values: Readonly<Record<string, string>>): Row | null {
  const same = records.get(table, values.sys_id ?? '')
  if (same) return same
  const by = coalesceBy[table]
  if (!by) return null
  const alike = by.map(
    (name) => [{ field: name, operator: values[name] ? '=' : 'ISEMPTY', value: values[name] ?? '' }] as const,
  )
  const query = { groups: [alike.map((place) => [...place])], orderBy: [], groupBy: [], invalid: [] }
  return records.find(table, query, { limit: 1 })[0] ?? null
}

/** A role of the base system has another sys_id on every instance; its name is what counts. */
function named(records: Records, table: string, column: string, name: string): string | undefined {
  const target = records.dictionary.column(table, column)?.reference
  if (!target || !records.dictionary.has(target) || !records.dictionary.column(target, 'name')) return undefined
  return records.find(target, `name=${name}`, { limit: 1 })[0]?.sys_id
}
