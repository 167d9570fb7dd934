import { dateTimeText } from '../store/clock.ts'
import type { Change, RecordRules, Records, Row, Values } from '../store/records.ts'

/** States that end a task, by class. */
const closedStates: Readonly<Record<string, readonly string[]>> = {
  incident: ['7', '8'],
  problem: ['4', '107'],
  task: ['3', '4', '7'],
}

/** Closing: what a task's state says about itself, and how tasks close their item, and items their request. */
export const closureRules: RecordRules = {
  before(change, records) {
    if (change.op === 'delete' || !records.dictionary.ancestors(change.table).includes('task')) return undefined
    const values = { ...stateValues(change, records), ...incidentValues(change, records) }
    return Object.keys(values).length > 0 ? { values } : undefined
  },
  after(change, records) {
    if (change.op === 'delete') return
    const { table, current, previous } = change
    if (table === 'sc_req_item' && change.op === 'update' && previous?.approval !== current.approval)
      onItemAnswered(change, records)
    if (previous?.active === current.active || current.active !== 'false') {
      if (table === 'sc_request' && previous?.request_state !== current.request_state)
        onRequestCancelled(change, records)
      return
    }
    withdrawApprovals(change, records)
    if (table === 'sc_task' && current.request_item)
      rollUp(change, records, 'sc_task', 'request_item', current.request_item)
    if (table === 'sc_req_item' && current.request) rollUp(change, records, 'sc_req_item', 'request', current.request)
  },
}

export function isClosed(table: string, state: string): boolean {
  return (closedStates[table] ?? closedStates.task ?? []).includes(state)
}

function stateValues({ table, current, previous, who }: Change, records: Records): Values {
  if (current.state === previous?.state) return {}
  const closed = isClosed(table, current.state ?? '')
  if (closed)
    return {
      active: 'false',
      closed_at: current.closed_at || dateTimeText(records.clock.now()),
      closed_by: current.closed_by || who.userId,
      ...(table === 'sc_req_item' && current.state === '3' ? { stage: 'complete' } : {}),
    }
  return previous && isClosed(table, previous.state ?? '') ? { active: 'true', closed_at: '', closed_by: '' } : {}
}

/** incident_state follows state; resolving is noted with its instant and who did it. */
function incidentValues({ table, current, previous, who }: Change, records: Records): Values {
  if (table !== 'incident' || current.state === previous?.state) return {}
  const isResolved = current.state === '6' && previous?.state !== '6'
  const resolved = { resolved_at: dateTimeText(records.clock.now()), resolved_by: who.userId }
  return { incident_state: current.state ?? '', ...(isResolved ? resolved : {}) }
}

/**
 * When the last of several is closed: all complete makes complete, any incomplete makes incomplete, all skipped makes
 * skipped; of a request likewise, spelled out in request_state.
 */
function rollUp({ who }: Change, records: Records, table: string, link: string, parentId: string): void {
  const parts = records.find(table, `${link}=${parentId}`)
  const parentTable = table === 'sc_task' ? 'sc_req_item' : 'sc_request'
  const parent = records.get(parentTable, parentId)
  if (!parent || parent.active === 'false' || parts.some((part) => part.active !== 'false')) return
  const state = rolledState(parts)
  const words: Readonly<Record<string, string>> = { 3: 'closed_complete', 4: 'closed_incomplete', 7: 'closed_skipped' }
  const values =
    parentTable === 'sc_request' ? { state, request_state: words[state] ?? '', stage: words[state] ?? '' } : { state }
  records.update(parentTable, parentId, values, who)
}

export function rolledState(parts: readonly Row[]): string {
  if (parts.some((part) => part.state === '4')) return '4'
  return parts.every((part) => part.state === '7') ? '7' : '3'
}

/** An item that no flow looks after ends when it is rejected, and goes on to fulfilment when it is approved. */
function onItemAnswered({ current, who }: Change, records: Records): void {
  if (current.flow_context || current.active === 'false') return
  if (current.approval === 'rejected')
    records.update('sc_req_item', current.sys_id ?? '', { state: '4', stage: 'request_rejected' }, who)
  if (current.approval === 'approved' && current.stage === 'waiting_for_approval')
    records.update('sc_req_item', current.sys_id ?? '', { stage: 'fulfillment' }, who)
}

function onRequestCancelled({ current, who }: Change, records: Records): void {
  if (current.request_state !== 'closed_cancelled') return
  const id = current.sys_id ?? ''
  for (const item of records.find('sc_req_item', `request=${id}^active=true`)) {
    for (const task of records.find('sc_task', `request_item=${item.sys_id}^active=true`))
      records.update('sc_task', task.sys_id ?? '', { state: '4' }, who)
    records.update('sc_req_item', item.sys_id ?? '', { state: '4', stage: 'Request Cancelled' }, who)
  }
  records.update('sc_request', id, { state: '4', stage: 'closed_cancelled' }, who)
}

/** Nobody is asked any longer about a task that has ended; a flow withdraws what it asked for itself. */
function withdrawApprovals({ current, who }: Change, records: Records): void {
  const open = records.find(
    'sysapproval_approver',
    `sysapproval=${current.sys_id}^state=requested^approval_sourceISEMPTY`,
  )
  for (const row of open)
    records.update(
      'sysapproval_approver',
      row.sys_id ?? '',
      { state: current.state === '3' ? 'not_required' : 'cancelled' },
      who,
    )
}
