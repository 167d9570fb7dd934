import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Records } from '../store/records.ts'
import { currentSession } from './session.ts'

export type QueuedJob = {
  name: string
  /** An operation: `flow.advance`, `rule.async`, `job.run`. */
  job: string
  table: string
  key: string
  /** More the job needs, as JSON. */
  script?: string
  /** When; now if absent. */
  at?: string
}

let wakeMain: () => void = () => {}

/** How this thread tells the main one that something is queued. */
export function onQueued(wake: () => void): void {
  wakeMain = wake
}

/**
 * Puts work into sys_trigger for the background. What a transaction queues is written when it ends: the background must
 * not see half of what it is about.
 */
export function enqueue(records: Records, job: QueuedJob): void {
  const session = currentSession()
  if (session) session.afterwards.push(() => write(records, job))
  else write(records, job)
}

function write(records: Records, job: QueuedJob): void {
  const at = job.at ?? dateTimeText(records.clock.now())
  const same = `job_id=${job.job}^document_key=${job.key}^state=0^trigger_type=0`
  if (!job.script && records.count('sys_trigger', same) > 0) return
  const values = {
    name: job.name,
    job_id: job.job,
    document: job.table,
    document_key: job.key,
    script: job.script ?? '',
    next_action: at,
    trigger_type: '0',
    state: '0',
  }
  records.insert('sys_trigger', values, system, { withoutRules: true })
  wakeMain()
}
