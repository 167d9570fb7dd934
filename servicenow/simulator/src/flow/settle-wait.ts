import type { Session } from '../runtime/session.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Row } from '../store/records.ts'
import { closeApprovals, judge, readApprovalRules } from './approval-rules.ts'
import type { Pills } from './pills.ts'
import type { RunData, Wait } from './run-data.ts'

/** The outputs of a step whose wait is over; null while it goes on. @throws when what it waited for failed */
export function settleWait(
  session: Session,
  context: Row,
  data: RunData,
  wait: Wait,
  pills: Pills,
): Record<string, unknown> | null {
  const { records } = session
  const isLate = wait.wakeAt !== '' && wait.wakeAt <= dateTimeText(records.clock.now())
  switch (wait.kind) {
    case 'duration':
      return isLate ? { total_duration: '', scheduled_end_date_time: wait.wakeAt } : null
    case 'message': {
      const query = `context=${context.sys_id}^kind=message^state=ready`
      const sent = records.find('sys_flow_wait', query).find((row) => row.message === wait.message)
      if (sent) return { payload: sent.payload ?? '' }
      return isLate ? { payload: '' } : null
    }
    case 'condition': {
      const row = records.get(wait.table, wait.record)
      if (row && records.matches(row.sys_class_name || wait.table, row, pills.query(wait.query))) return { state: '0' }
      return isLate ? { state: '1' } : null
    }
    case 'closed': {
      const row = records.get(wait.table, wait.record)
      return !row || row.active === 'false' ? {} : null
    }
    case 'subflow': {
      const child = records.get('sys_flow_context', wait.context)
      if (!child || !['COMPLETE', 'ERROR', 'CANCELLED'].includes(child.state ?? '')) return null
      if (child.state !== 'COMPLETE')
        throw new Error(`The subflow ${child.name} ended with ${child.state}: ${child.error_message ?? ''}`)
      return JSON.parse(child.outputs || '{}') as Record<string, unknown>
    }
    case 'join':
      return wait.threads.every((id) => data.threads.find((thread) => thread.id === id)?.isOver !== false) ? {} : null
    case 'approval':
      return settleApproval(session, wait, isLate)
    default:
      return wait satisfies never
  }
}

function settleApproval(
  session: Session,
  wait: Extract<Wait, { kind: 'approval' }>,
  isLate: boolean,
): Record<string, unknown> | null {
  const { records } = session
  const timely = { approve: 'approved', reject: 'rejected', cancel: 'cancelled' }[wait.onTime]
  const judged = judge(records, readApprovalRules(wait.rules), wait.source, wait.record)
  const state = judged === 'requested' && isLate && timely ? timely : judged
  if (state === 'requested') return null
  closeApprovals(records, wait.source, state === 'cancelled' ? 'cancelled' : 'not_required')
  const values: Record<string, string> = {}
  if (records.dictionary.column(wait.table, wait.field)) values[wait.field] = state
  if (wait.journal && records.dictionary.column(wait.table, wait.journal)) values[wait.journal] = `Approval: ${state}`
  records.update(wait.table, wait.record, values, system)
  return { approval_state: state }
}
