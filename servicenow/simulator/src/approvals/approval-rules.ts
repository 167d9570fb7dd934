import type { Change, RecordRules, Records, Row } from '../store/records.ts'
import { decideApproval, decideGroup, type GroupRule } from './decide-approval.ts'

/**
 * Approvals of a task that no flow asked for: each answer is counted, the task's `approval` follows, and what is no
 * longer needed is withdrawn. Rows with `approval_source` belong to a flow, which counts them itself.
 */
export const approvalRules: RecordRules = {
  after(change, records) {
    if (change.table !== 'sysapproval_approver' || change.op === 'delete') return
    if (change.current.approval_source || !change.current.sysapproval) return
    if (change.previous && change.previous.state === change.current.state) return
    note(change, records)
    settle(change, records, change.current.sysapproval)
  },
}

function note({ current, op, who }: Change, records: Records): void {
  if (op !== 'update' || (current.state !== 'approved' && current.state !== 'rejected')) return
  const name = records.display('sysapproval_approver', current, 'approver')
  const words = current.comments ? `: ${current.comments}` : ''
  const text = `${name} ${current.state} the task${words}`
  records.update('task', current.sysapproval ?? '', { approval_history: text }, who)
}

function settle({ who }: Change, records: Records, taskId: string): void {
  const rows = records.find('sysapproval_approver', `sysapproval=${taskId}^approval_sourceISEMPTY`)
  const groups = groupRules(records, rows)
  const asked = rows.map((row) => ({ state: row.state ?? '', group: row.group ?? '' }))
  for (const group of groups.keys()) {
    const members = asked.filter((one) => one.group === group)
    const outcome = decideGroup(members, groups.get(group))
    if (outcome === 'requested') continue
    records.update('sysapproval_group', group, { approval: outcome }, who)
    withdraw(
      records,
      rows.filter((row) => row.group === group),
      who,
    )
  }
  const outcome = decideApproval(asked, groups)
  if (outcome === 'not requested') return
  if (outcome === 'rejected') withdraw(records, rows, who)
  records.update('task', taskId, { approval: outcome }, who)
}

function withdraw(records: Records, rows: readonly Row[], who: Change['who']): void {
  for (const row of rows)
    if (records.get('sysapproval_approver', row.sys_id ?? '')?.state === 'requested')
      records.update('sysapproval_approver', row.sys_id ?? '', { state: 'not_required' }, who)
}

function groupRules(records: Records, rows: readonly Row[]): Map<string, GroupRule> {
  const found = new Map<string, GroupRule>()
  for (const row of rows) {
    const group = row.group ? records.get('sysapproval_group', row.group) : null
    if (group)
      found.set(row.group ?? '', {
        waitFor: group.wait_for || 'any',
        rejectHandling: group.reject_handling || 'reject',
      })
  }
  return found
}
