import { system } from '../store/open-records.ts'
import type { Records } from '../store/records.ts'
import { closeApprovals } from './approval-rules.ts'
import { nudge } from './nudge.ts'
import { readRun, saveRun } from './run-data.ts'

/**
 * FlowAPI.sendMessage: resumes a run that waits for exactly this message. One that does not wait for it, or not yet, never
 * learns of it; that is how the platform does it, too.
 */
export function sendMessage(records: Records, contextId: string, message: string, payload: string): boolean {
  const waiting = records.find('sys_flow_wait', `context=${contextId}^kind=message^state=waiting`)
  const wait = waiting.find((row) => row.message === message)
  if (!wait) return false
  records.update('sys_flow_wait', wait.sys_id ?? '', { state: 'ready', payload }, system, { withoutRules: true })
  nudge(records, contextId)
  return true
}

/** Ends a run and its subflows; approvals it still asks for are cancelled. */
export function cancelFlow(records: Records, contextId: string, reason: string): void {
  const context = records.get('sys_flow_context', contextId)
  if (!context || !['QUEUED', 'IN_PROGRESS', 'WAITING'].includes(context.state ?? '')) return
  const data = readRun(context)
  saveRun(records, context, data, 'CANCELLED', reason)
  for (const thread of data.threads)
    if (thread.wait?.kind === 'approval') closeApprovals(records, thread.wait.source, 'cancelled')
  for (const child of records.find('sys_flow_context', `parent_context=${contextId}`))
    cancelFlow(records, child.sys_id ?? '', reason)
}
