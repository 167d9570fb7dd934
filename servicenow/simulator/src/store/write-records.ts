import { dateTimeText } from './clock.ts'
import { isTaken } from './database.ts'
import { defaultValue } from './default-value.ts'
import type { Column } from './dictionary.ts'
import { writeJournals } from './journals.ts'
import { NoSuchTable } from './no-such-table.ts'
import { nextNumber } from './numbers.ts'
import { hashPassword } from './passwords.ts'
import type { Change, Values, Who, WriteOptions, WriteOutcome } from './records.ts'
import type { WriteContext } from './write-context.ts'

export function insertRecord(
  context: WriteContext,
  named: string,
  given: Values,
  who: Who,
  options: WriteOptions,
): WriteOutcome {
  const { records } = context
  const { dictionary } = records
  if (!dictionary.has(named)) throw new NoSuchTable(named)
  const wanted = given.sys_class_name ?? ''
  const table = dictionary.descendants(named).includes(wanted) ? wanted : named
  const values: Record<string, string> = {}
  for (const column of dictionary.columns(table).values()) {
    const value = given[column.name]
    const initial = value === undefined ? defaultValue(records, column.defaultValue, table, who) : value
    if (initial !== '' || column.type === 'boolean') values[column.name] = normal(context, column, initial)
  }
  const sysId = given.sys_id || records.newId()
  if (!values.number && dictionary.column(table, 'number')) values.number = nextNumber(context, table)
  Object.assign(values, bornFields(context, given, who, options), { sys_id: sysId, sys_class_name: table })

  const change: Change = { op: 'insert', table, current: values, previous: null, who }
  const current = runBefore(context, change, options)
  if ('aborted' in current) return current
  const { stored, journals } = split(context, table, current.values)
  // A record and what is written in its journals are one write.
  const taken = writeUnlessTaken(context, () => {
    context.database.run(
      'INSERT INTO record (root, class, sys_id, data) VALUES (?, ?, ?, ?)',
      rootOf(context, table),
      table,
      sysId,
      JSON.stringify(stored),
    )
    writeJournals(context, table, sysId, journals, who)
  })
  if (taken) return taken
  noteDictionary(context, table)
  runAfter(context, { ...change, current: current.values }, options)
  return { row: { ...stored, sys_id: sysId, sys_class_name: table } }
}

export function updateRecord(
  context: WriteContext,
  named: string,
  sysId: string,
  given: Values,
  who: Who,
  options: WriteOptions,
): WriteOutcome | null {
  const previous = context.records.get(named, sysId)
  if (!previous) return null
  const table = previous.sys_class_name ?? named
  const asked: Record<string, string> = {}
  const columns = context.records.dictionary.columns(table)
  for (const [name, value] of Object.entries(given)) {
    if (name === 'sys_id' || name === 'sys_class_name' || !columns.has(name)) continue
    const next = normal(context, columns.get(name), value)
    if (next !== (previous[name] ?? '')) asked[name] = next
  }
  if (Object.keys(asked).length === 0 && !options.isForced) return { row: previous }
  const change: Change = { op: 'update', table, current: { ...previous, ...asked }, previous, who }
  const current = runBefore(context, change, options)
  if ('aborted' in current) return current
  const { stored, journals } = split(context, table, current.values)
  const patch: Record<string, string | null> = {}
  for (const name of new Set([...Object.keys(previous), ...Object.keys(stored)])) {
    if (name === 'sys_id' || name === 'sys_class_name') continue
    if ((stored[name] ?? '') !== (previous[name] ?? '')) patch[name] = stored[name] || null
  }
  if (!options.withoutSysFields) {
    patch.sys_updated_on = dateTimeText(context.records.clock.now())
    patch.sys_updated_by = who.userName
    patch.sys_mod_count = String(Number(previous.sys_mod_count ?? 0) + 1)
  }
  // Only what changed is written, so that two writers of different columns do not undo each other.
  const taken = writeUnlessTaken(context, () => {
    context.database.run(
      'UPDATE record SET data = json_patch(data, ?) WHERE root = ? AND sys_id = ?',
      JSON.stringify(patch),
      rootOf(context, table),
      sysId,
    )
    writeJournals(context, table, sysId, journals, who)
  })
  if (taken) return taken
  noteDictionary(context, table)
  const row = context.records.get(table, sysId) ?? previous
  runAfter(context, { ...change, current: { ...row, ...journals } }, options)
  return { row: context.records.get(table, sysId) ?? row }
}

/** A unique index decides between two writes of one instant, after all rules have run. */
function writeUnlessTaken({ database }: WriteContext, write: () => void): { aborted: string } | undefined {
  try {
    database.transaction(write)
    return undefined
  } catch (error) {
    if (isTaken(error)) return { aborted: 'Unique Key violation detected by database' }
    throw error
  }
}

export function removeRecord(
  context: WriteContext,
  named: string,
  sysId: string,
  who: Who,
  options: WriteOptions,
): WriteOutcome | null {
  const previous = context.records.get(named, sysId)
  if (!previous) return null
  const table = previous.sys_class_name ?? named
  const change: Change = { op: 'delete', table, current: previous, previous, who }
  const outcome = runBefore(context, change, options)
  if ('aborted' in outcome) return outcome
  context.database.run('DELETE FROM record WHERE root = ? AND sys_id = ?', rootOf(context, table), sysId)
  noteDictionary(context, table)
  runAfter(context, change, options)
  return { row: previous }
}

function runBefore(
  context: WriteContext,
  change: Change,
  options: WriteOptions,
): { values: Values } | { aborted: string } {
  let current: Values = change.current
  for (const rule of context.rules) {
    if (options.withoutRules && !rule.runsAlways) continue
    const said = rule.before?.({ ...change, current }, context.records)
    if (said && 'aborted' in said) return said
    if (said) current = { ...current, ...said.values }
  }
  return { values: current }
}

function runAfter(context: WriteContext, change: Change, options: WriteOptions): void {
  for (const rule of context.rules) if (!options.withoutRules || rule.runsAlways) rule.after?.(change, context.records)
}

/** What is kept in the record, and what goes to the journal. */
function split(context: WriteContext, table: string, values: Values) {
  const stored: Record<string, string> = {}
  const columns = context.records.dictionary.columns(table)
  const journals: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const column = columns.get(name)
    if (!column || name === 'sys_id' || name === 'sys_class_name' || value === '') continue
    if (column.type === 'journal_input' || column.type === 'journal' || column.type === 'journal_list')
      journals[name] = value
    else stored[name] = normal(context, column, value)
  }
  return { stored, journals }
}

/** A value as the database keeps it: booleans spelled out, text cut to its column, passwords hashed. */
function normal(context: WriteContext, column: Column | null | undefined, value: string): string {
  if (!column) return value
  if (column.type === 'boolean') return value === '1' || value.toLowerCase() === 'true' ? 'true' : 'false'
  if (column.type === 'password2') return context.records.secrets.seal(value)
  if (column.type === 'password') return hashPassword(value)
  return column.type === 'string' && column.maxLength > 0 ? value.slice(0, column.maxLength) : value
}

function bornFields(context: WriteContext, given: Values, who: Who, options: WriteOptions): Record<string, string> {
  const now = dateTimeText(context.records.clock.now())
  const fields = {
    sys_created_on: now,
    sys_created_by: who.userName,
    sys_updated_on: now,
    sys_updated_by: who.userName,
    sys_mod_count: '0',
  }
  if (!options.withoutSysFields) return fields
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, given[name] ?? value]))
}

/** Readers of tables and rules keep what they read, until they are told. */
function noteDictionary(context: WriteContext, table: string): void {
  if (table === 'sys_user_role' || table.startsWith('sys_security_acl')) context.accessChanged()
  if (table === 'sys_db_object' || table === 'sys_dictionary' || table === 'sys_choice') context.dictionaryChanged()
}

function rootOf(context: WriteContext, table: string): string {
  return context.records.dictionary.ancestors(table).at(-1) ?? table
}
