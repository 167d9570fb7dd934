import { loaded } from '../glide/glide-record.ts'
import { queueEvent } from '../runtime/events.ts'
import { system } from '../store/open-records.ts'
import type { WriteOutcome } from '../store/records.ts'
import type { Action, ActionContext } from './action-context.ts'
import { StepFailed } from './action-context.ts'
import { asText, isRef, type RecordRef, refTo } from './values.ts'

/** The record an input names: a pill that is one, or a sys_id in the given table. */
export function recordOf(context: ActionContext, name: string, table: string): RecordRef {
  const value = context.pills.input(context.input(name))
  if (isRef(value)) return value
  const id = asText(value)
  if (!id) throw new StepFailed(`${name} is empty`)
  return refTo(table, id)
}

function written(outcome: WriteOutcome | null, table: string, id: string): string {
  if (outcome === null) throw new StepFailed(`There is no record ${id} in ${table}`)
  if ('aborted' in outcome) throw new StepFailed(outcome.aborted)
  return outcome.row.sys_id ?? ''
}

export const createRecord: Action = (context) => {
  const table = context.text('table_name')
  const made = context.session.records.insert(table, context.pills.template(context.input('values')), context.who)
  return { outputs: { record: refTo(table, written(made, table, '')), table_name: table } }
}

export const updateRecord: Action = (context) => {
  const ref = recordOf(context, 'record', context.text('table_name'))
  const values = context.pills.template(context.input('values'))
  written(context.session.records.update(ref.$table, ref.$id, values, context.who), ref.$table, ref.$id)
  return { outputs: { record: ref, table_name: ref.$table } }
}

/** An existing record is found by the table's columns marked unique, else by all values given. */
export const createOrUpdateRecord: Action = (context) => {
  const { records } = context.session
  const table = context.text('table_name')
  const values = context.pills.template(context.input('fields'))
  const unique = records.find('sys_dictionary', `name=${table}^unique=true`).map((row) => row.element ?? '')
  const keys = unique.filter((name) => values[name])
  const places = (keys.length ? keys : Object.keys(values)).map((name) => [
    { field: name, operator: '=' as const, value: values[name] ?? '' },
  ])
  const there = records.find(table, { groups: [places], orderBy: [], groupBy: [], invalid: [] }, { limit: 1 })[0]
  const outcome = there
    ? records.update(table, there.sys_id ?? '', values, context.who)
    : records.insert(table, values, context.who)
  const record = refTo(table, written(outcome, table, there?.sys_id ?? ''))
  return { outputs: { record, table_name: table, status: there ? 'updated' : 'created', error_message: '' } }
}

export const deleteRecord: Action = (context) => {
  const ref = recordOf(context, 'record', '')
  if (!ref.$table) throw new StepFailed('the record to delete is not given by a data pill')
  written(context.session.records.remove(ref.$table, ref.$id, context.who), ref.$table, ref.$id)
  return { outputs: {} }
}

function found(context: ActionContext, limit: number) {
  const table = context.text('table') || context.text('table_name')
  const conditions = String(context.input('conditions')?.value ?? '')
  const column = context.text('sort_column')
  const order = column ? [context.text('sort_type') === 'sort_desc' ? `-${column}` : column] : []
  const rows = context.session.records.find(table, context.pills.query(conditions), {
    limit,
    orderBy: order,
    who: context.who,
  })
  return { table, rows }
}

export const lookUpRecord: Action = (context) => {
  const { table, rows } = found(context, 2)
  const isMany = rows.length > 1 && context.text('if_multiple_records_are_found_action') === 'error'
  const row = isMany ? undefined : rows[0]
  const message = isMany ? 'More than one record found' : 'No record found'
  const isLenient = context.isOn('dont_fail_flow_on_error') || context.isOn('__snc_dont_fail_on_error')
  if (!row && !isLenient) throw new StepFailed(`${message} in ${table}`)
  const record = row ? refTo(row.sys_class_name || table, row.sys_id ?? '') : ''
  return { outputs: { Record: record, Table: table, status: row ? '0' : '1', error_message: row ? '' : message } }
}

export const lookUpRecords: Action = (context) => {
  const limit = Number(context.text('max_results')) || 1000
  const { table, rows } = found(context, limit)
  const list = rows.map((row) => refTo(row.sys_class_name || table, row.sys_id ?? ''))
  return { outputs: { Records: list, Count: list.length, Table: table } }
}

export const updateMultipleRecords: Action = (context) => {
  const { table, rows } = found(context, 10_000)
  const values = context.pills.template(context.input('field_values'))
  for (const row of rows) context.session.records.update(table, row.sys_id ?? '', values, context.who)
  return { outputs: { count: rows.length, status: '0', message: '' } }
}

export const fireEvent: Action = (context) => {
  const { session } = context
  const named = asText(context.pills.input(context.input('event_name')))
  const name = session.records.get('sysevent_register', named)?.event_name ?? named
  const ref = recordOf(context, 'record', context.text('table'))
  const record = loaded(ref.$table, session.records, ref.$id)
  queueEvent(session, { name, record, parm1: context.text('parm1'), parm2: context.text('parm2') })
  return { outputs: {} }
}

export const log: Action = (context) => {
  const level = context.text('log_level') || 'info'
  const values = {
    context: context.context.sys_id ?? '',
    level,
    message: context.text('log_message'),
    operation: context.plan.flow.name ?? '',
  }
  context.session.records.insert('sys_flow_log', values, system, { withoutRules: true })
  return { outputs: {} }
}

/** Addresses are typed, or people and groups by sys_id. */
export const sendEmail: Action = (context) => {
  const { records } = context.session
  const addresses = (name: string) =>
    context
      .text(name)
      .split(/[,;\s]+/)
      .flatMap((one) => addressesOf(context, one))
      .join(',')
  const to = addresses('ah_to')
  if (!to) return { outputs: { email: '' } }
  const record = context.pills.input(context.input('record'))
  const values = {
    type: 'send-ready',
    state: 'ready',
    recipients: to,
    copied: addresses('ah_cc'),
    blind_copied: addresses('ah_bcc'),
    subject: context.text('ah_subject'),
    body: context.text('ah_body'),
    target_table: isRef(record) ? record.$table : context.text('table_name'),
    instance: asText(record),
  }
  const made = records.insert('sys_email', values, system, { withoutRules: true })
  return { outputs: { email: 'row' in made ? refTo('sys_email', made.row.sys_id ?? '') : '' } }
}

function addressesOf(context: ActionContext, one: string): string[] {
  const { records } = context.session
  if (one.includes('@')) return [one]
  const address = records.get('sys_user', one)?.email
  if (address) return [address]
  const members = one ? records.find('sys_user_grmember', `group=${one}`) : []
  return members.flatMap((row) => addressesOf(context, row.user ?? ''))
}
