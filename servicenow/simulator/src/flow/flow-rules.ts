import { currentSession } from '../runtime/session.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Change, RecordRules, Records, Row } from '../store/records.ts'
import { cancelFlow } from './message.ts'
import { nudge } from './nudge.ts'
import { readTrigger, type Trigger } from './read-flow.ts'
import { advanceFlow } from './run-flow.ts'
import { startFlow } from './start-flow.ts'
import { refTo } from './values.ts'

/** Tables whose changes never start a flow: the engine's own, and logs. */
const never =
  /^(sys_flow_|sysevent$|syslog|sys_trigger|sys_outbound|ih_transaction|sys_hub_|sys_script|sys_module|sys_journal_field|oauth_credential|sys_user_session|sys_execution_tracker)/

/** What flows make of a change: some begin, some that wait go on, and those of a cancelled request end. */
export const flowRules: RecordRules = {
  after(change, records) {
    if (never.test(change.table)) return
    const id = change.current.sys_id ?? ''
    if (change.op === 'insert' && change.table === 'sc_req_item')
      startOrdered(records, change.current, change.who.userId)
    if (change.op !== 'delete') startTriggered(records, change)
    if (change.table === 'sc_req_item' && change.op !== 'insert') cancelOrdered(records, change, id)
  },
}

/** Must run even where a writer switched rules off: a waiting run looks at the record, not at who changed it. */
export const resumeRules: RecordRules = {
  runsAlways: true,
  after(change, records) {
    if (never.test(change.table)) return
    const id = change.current.sys_id ?? ''
    const waits = records.find('sys_flow_wait', `record=${id}`)
    if (change.table === 'sysapproval_approver') {
      const [context = ''] = (change.current.approval_source ?? '').split(':')
      if (context) nudge(records, context)
      waits.push(...records.find('sys_flow_wait', `record=${change.current.document_id ?? ''}^kind=approval`))
    }
    for (const context of new Set(waits.map((wait) => wait.context ?? ''))) nudge(records, context)
  },
}

/** An ordered item starts the flow its catalog item names. */
function startOrdered(records: Records, item: Row, userId: string): void {
  const named = records.get('sc_cat_item', item.cat_item ?? '')?.flow_designer_flow ?? ''
  const flow = named ? records.get('sys_hub_flow', named) : null
  if (flow?.active !== 'true') return
  const id = item.sys_id ?? ''
  const trigger = { request_item: refTo('sc_req_item', id), table_name: 'sc_req_item', ...started(records) }
  const context = startFlow(records, flow, { trigger }, { source: { table: 'sc_req_item', record: id }, userId })
  records.update('sc_req_item', id, { flow_context: context }, system, { withoutRules: true, withoutSysFields: true })
}

function startTriggered(records: Records, change: Change): void {
  for (const { flow, trigger } of triggersOf(records)) {
    if (!isFor(records, trigger, change)) continue
    const id = change.current.sys_id ?? ''
    const strategy = trigger.inputs.trigger_strategy || 'once'
    const runs = records.find('sys_flow_context', `flow=${flow.sys_id}^source_record=${id}`)
    if (change.op === 'update' && strategy === 'once' && runs.length > 0) continue
    const isRunning = runs.some((run) => ['QUEUED', 'IN_PROGRESS', 'WAITING'].includes(run.state ?? ''))
    // By the platform's own labels `always` is "only if not currently running", `every` is every update.
    if (strategy === 'always' && isRunning) continue
    const previous = change.previous
    const changed = Object.keys(change.current).filter((name) => change.current[name] !== (previous?.[name] ?? ''))
    const values = {
      current: refTo(change.table, id),
      table_name: change.table,
      changed_fields: changed,
      ...started(records),
    }
    const session = currentSession()
    const isForeground = trigger.inputs.run_flow_in === 'foreground' && session !== undefined
    const options = { isForeground, source: { table: change.table, record: id }, userId: change.who.userId }
    const context = startFlow(records, flow, { trigger: values }, options)
    if (isForeground && session) advanceFlow(session, context)
  }
}

function isFor(records: Records, trigger: Trigger, change: Change): boolean {
  const wanted = trigger.inputs.table ?? ''
  const isTable =
    trigger.inputs.run_on_extended === 'true'
      ? records.dictionary.ancestors(change.table).includes(wanted)
      : wanted === change.table
  const kinds = {
    record_create: ['insert'],
    record_update: ['update'],
    record_create_or_update: ['insert', 'update'],
  } as const
  const ops: readonly string[] = kinds[trigger.type as keyof typeof kinds] ?? []
  if (!isTable || !ops.includes(change.op)) return false
  if (!isUser(trigger, change.who.userId)) return false
  const condition = trigger.inputs.condition ?? ''
  return condition === '' || records.matches(change.table, change.current, condition, change.who)
}

function isUser(trigger: Trigger, userId: string): boolean {
  const isListed = (trigger.inputs.run_when_user_list ?? '').split(',').includes(userId)
  if (trigger.inputs.run_when_user_setting === 'one_of') return isListed
  return trigger.inputs.run_when_user_setting !== 'not_one_of' || !isListed
}

function triggersOf(records: Records): { flow: Row; trigger: Trigger }[] {
  const found: { flow: Row; trigger: Trigger }[] = []
  const types = 'record_create,record_update,record_create_or_update'
  for (const row of records.find('sys_hub_trigger_instance_v2', `trigger_typeIN${types}`)) {
    const flow = records.get('sys_hub_flow', row.flow ?? '')
    const trigger = flow?.active === 'true' ? readTrigger(records, row.flow ?? '') : null
    if (flow && trigger) found.push({ flow, trigger })
  }
  return found
}

function started(records: Records) {
  const at = dateTimeText(records.clock.now())
  return { run_start_time: at, run_start_date_time: at }
}

/** A requested item that is cancelled or deleted takes its flow with it, unless the flow itself has done that. */
function cancelOrdered(records: Records, change: Change, id: string): void {
  const isGone = change.op === 'delete'
  const isCancelled = change.current.stage === 'Request Cancelled' && change.previous?.stage !== 'Request Cancelled'
  if (!isGone && !isCancelled) return
  for (const run of records.find('sys_flow_context', `source_record=${id}^stateINQUEUED,IN_PROGRESS,WAITING`)) {
    if (currentSession()?.flowContext === run.sys_id) continue
    cancelFlow(records, run.sys_id ?? '', isGone ? 'The requested item was deleted' : 'The request was cancelled')
  }
}
