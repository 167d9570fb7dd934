import { readVariables } from '../glide/catalog-variables.ts'
import { durationMs } from '../glide/glide-duration.ts'
import { dateTimeText } from '../store/clock.ts'
import type { Row } from '../store/records.ts'
import { type Action, type ActionContext, StepFailed } from './action-context.ts'
import { readApprovalRules, requestApprovals } from './approval-rules.ts'
import { recordOf } from './record-actions.ts'
import { asText, refTo } from './values.ts'

/** So many milliseconds from now, as the database writes it. */
export function later(context: ActionContext, milliseconds: number): string {
  return dateTimeText(new Date(context.session.records.clock.now().getTime() + milliseconds))
}

export const askForApproval: Action = (context) => {
  const { records } = context.session
  const { $table: table, $id: record } = recordOf(context, 'record', context.text('table'))
  if (!records.get(table, record)) throw new StepFailed(`There is no record ${record} in ${table}`)
  // Ids of people and groups, whether typed, from pills, or from a script.
  const text = context.text('approval_conditions').replace(/\{\{static\.([^}]*)\}\}/g, '$1')
  const source = `${context.context.sys_id}:${context.step.uiId}:${records.newId().slice(0, 8)}`
  const field = context.text('approval_field') || 'approval'
  if (!requestApprovals(records, { table, record, rules: readApprovalRules(text), source, field }))
    return { outputs: { approval_state: 'skipped' } }
  context.data.inStage = { ...context.data.inStage, [source]: context.data.stage }
  if (records.dictionary.column(table, field)) records.update(table, record, { [field]: 'requested' }, context.who)
  const due = dueDate(context)
  const wait = {
    kind: 'approval',
    uiId: context.step.uiId,
    source,
    table,
    record,
    field,
    journal: context.text('journal_field'),
    rules: text,
    ...due,
  } as const
  return { wait }
}

/** When an approval ends by itself, and how. */
function dueDate(context: ActionContext): { wakeAt: string; onTime: string } {
  const none = { wakeAt: '', onTime: '' }
  const text = context.text('due_date')
  if (!text.startsWith('{') || text === '{}') return none
  const due = JSON.parse(text) as Record<string, unknown>
  const action = String(due.action ?? 'none')
  const units: Readonly<Record<string, number>> = {
    seconds: 1e3,
    minutes: 6e4,
    hours: 36e5,
    days: 864e5,
    weeks: 6048e5,
  }
  if (action === 'none') return none
  if (due.date_type === 'relative' || due.duration)
    return {
      wakeAt: later(context, Number(due.duration ?? 0) * (units[String(due.duration_type)] ?? 864e5)),
      onTime: action,
    }
  const date = asText(context.pills.fill(asText(due.date)))
  return /^\d{4}-\d{2}-\d{2}/.test(date) ? { wakeAt: date, onTime: action } : none
}

export const waitForMessage: Action = (context) => {
  const timeout = context.isOn('enable_timeout') ? durationMs(context.text('timeout')) : 0
  const wakeAt = timeout > 0 ? later(context, timeout) : ''
  return { wait: { kind: 'message', uiId: context.step.uiId, message: context.text('message'), wakeAt } }
}

export const waitForCondition: Action = (context) => {
  const { $table: table, $id: record } = recordOf(context, 'record', context.text('table_name'))
  const timeout = context.isOn('timeout_flag') ? durationMs(context.text('timeout_duration')) : 0
  const query = String(context.input('conditions')?.value ?? '')
  const wakeAt = timeout > 0 ? later(context, timeout) : ''
  return { wait: { kind: 'condition', uiId: context.step.uiId, table, record, query, wakeAt } }
}

export const createTask: Action = (context) => {
  const table = context.text('task_table')
  const made = context.session.records.insert(table, context.pills.template(context.input('field_values')), context.who)
  if ('aborted' in made) throw new StepFailed(made.aborted)
  return awaited(
    context,
    { Record: refTo(table, made.row.sys_id ?? ''), Table: table },
    table,
    made.row,
    context.isOn('wait'),
  )
}

export const createCatalogTask: Action = (context) => {
  const { records } = context.session
  const item = recordOf(context, 'ah_requested_item', 'sc_req_item')
  const values = {
    request_item: item.$id,
    request: records.get('sc_req_item', item.$id)?.request ?? '',
    parent: item.$id,
    short_description: context.text('ah_short_description'),
    ...context.pills.template(context.input('ah_fields')),
  }
  const made = records.insert('sc_task', values, context.who)
  if ('aborted' in made) throw new StepFailed(made.aborted)
  const task = refTo('sc_task', made.row.sys_id ?? '')
  // A field named with a blank is reached under either spelling.
  const outputs = { 'Catalog Task': task, Catalog_Task: task, catalog_task: task }
  const isAwaited = context.input('ah_wait') === undefined || context.isOn('ah_wait')
  return awaited(context, outputs, 'sc_task', made.row, isAwaited)
}

function awaited(
  context: ActionContext,
  outputs: Record<string, unknown>,
  table: string,
  row: Row,
  isAwaited: boolean,
) {
  if (!isAwaited) return { outputs }
  const wait = { kind: 'closed', uiId: context.step.uiId, table, record: row.sys_id ?? '', wakeAt: '' } as const
  return { wait, outputs }
}

/** What the requester answered, by variable; people and records as such, so that pills walk on from them. */
export const getCatalogVariables: Action = (context) => {
  const { records } = context.session
  const item = recordOf(context, 'requested_item', 'sc_req_item')
  const outputs: Record<string, unknown> = {}
  const asked = (context.text('catalog_variables') || '').split(',').map((one) => one.split(':')[0] ?? '')
  for (const id of asked) {
    const name = records.get('item_option_new', id)?.name
    if (name) outputs[name] = ''
  }
  for (const [name, { option, definition }] of readVariables(records, item.$id)) {
    const value = option.value ?? ''
    const table = definition.type === '31' ? 'sys_user' : definition.type === '8' ? (definition.reference ?? '') : ''
    outputs[name] = table && value ? refTo(table, value) : value
  }
  return { outputs }
}
