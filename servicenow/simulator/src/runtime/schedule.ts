import { readTrigger } from '../flow/read-flow.ts'
import { durationMs } from '../glide/glide-duration.ts'
import { dateTimeMs, dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { RecordRules, Records, Row } from '../store/records.ts'

const quiet = { withoutRules: true }
const dayMs = 86_400_000

/** When something is due again, as sysauto_script and the scheduled triggers of flows say it; all times are UTC. */
export type Plan =
  | { kind: 'once'; at: string }
  | { kind: 'periodically'; everyMs: number; from: string }
  | { kind: 'daily'; timeMs: number }
  /** Monday is 1. */
  | { kind: 'weekly'; day: number; timeMs: number }
  | { kind: 'monthly'; day: number; timeMs: number }

/** The first moment after `after`, as the database writes it; '' for never. */
export function nextRun(plan: Plan, after: Date): string {
  const now = after.getTime()
  const midnight = Math.floor(now / dayMs) * dayMs
  switch (plan.kind) {
    case 'once':
      return plan.at > dateTimeText(after) ? plan.at : ''
    case 'periodically': {
      if (plan.everyMs <= 0) return ''
      const from = dateTimeMs(plan.from)
      const start = Number.isNaN(from) ? now : from
      if (start > now) return dateTimeText(new Date(start))
      return dateTimeText(new Date(start + (Math.floor((now - start) / plan.everyMs) + 1) * plan.everyMs))
    }
    case 'daily':
      return firstAfter(
        now,
        (day) => midnight + day * dayMs + plan.timeMs,
        () => true,
      )
    case 'weekly':
      return firstAfter(
        now,
        (day) => midnight + day * dayMs + plan.timeMs,
        (at) => (at.getUTCDay() || 7) === plan.day,
      )
    case 'monthly':
      return firstAfter(
        now,
        (day) => midnight + day * dayMs + plan.timeMs,
        (at) => at.getUTCDate() === plan.day,
      )
    default:
      return plan satisfies never
  }
}

function firstAfter(now: number, candidate: (day: number) => number, isDay: (at: Date) => boolean): string {
  for (let day = 0; day < 400; day++) {
    const at = candidate(day)
    if (at > now && isDay(new Date(at))) return dateTimeText(new Date(at))
  }
  return ''
}

/** The plan of a scheduled script; null for one that runs on demand only. */
export function planOfScript(row: Row): Plan | null {
  const timeMs = durationMs(row.run_time ?? '')
  switch (row.run_type) {
    case 'once':
      return { kind: 'once', at: row.run_start ?? '' }
    case 'periodically':
      return { kind: 'periodically', everyMs: durationMs(row.run_period ?? ''), from: row.run_start ?? '' }
    case 'daily':
      return { kind: 'daily', timeMs }
    case 'weekly':
      return { kind: 'weekly', day: Number(row.run_dayofweek ?? 1), timeMs }
    case 'monthly':
      return { kind: 'monthly', day: Number(row.run_dayofmonth ?? 1), timeMs }
    default:
      return null
  }
}

export function planOfFlow(records: Records, flow: Row): Plan | null {
  const trigger = readTrigger(records, flow.sys_id ?? '')
  const input = (name: string) => trigger?.inputs[name] ?? ''
  const timeMs = durationMs(input('time'))
  switch (trigger?.type) {
    case 'daily':
      return { kind: 'daily', timeMs }
    case 'weekly':
      return { kind: 'weekly', day: Number(input('day_of_week') || 1), timeMs }
    case 'monthly':
      return { kind: 'monthly', day: Number(input('day_of_month') || 1), timeMs }
    case 'repeat':
      return { kind: 'periodically', everyMs: durationMs(input('repeat')), from: '' }
    case 'run_once':
      return { kind: 'once', at: input('run_in') }
    default:
      return null
  }
}

/** Gives every active scheduled script and flow its place in sys_trigger, and takes it from those that are not. */
export function planSchedules(records: Records): void {
  const wanted = new Map<string, { row: Row; table: string; plan: Plan }>()
  for (const row of records.find('sysauto_script', 'active=true')) {
    const plan = planOfScript(row)
    if (plan) wanted.set(row.sys_id ?? '', { row, table: 'sysauto_script', plan })
  }
  for (const row of records.find('sys_hub_flow', 'active=true')) {
    const plan = planOfFlow(records, row)
    if (plan) wanted.set(row.sys_id ?? '', { row, table: 'sys_hub_flow', plan })
  }
  for (const trigger of records.find('sys_trigger', 'trigger_type=1')) {
    const key = trigger.document_key ?? ''
    if (wanted.has(key) && trigger.next_action) wanted.delete(key)
    else records.remove('sys_trigger', trigger.sys_id ?? '', system, quiet)
  }
  for (const [key, { row, table, plan }] of wanted) {
    const next = nextRun(plan, records.clock.now())
    if (!next) continue
    const values = {
      name: row.name ?? '',
      job_id: 'job.run',
      document: table,
      document_key: key,
      next_action: next,
      trigger_type: '1',
      state: '0',
    }
    records.insert('sys_trigger', values, system, quiet)
  }
}

/** A schedule that is written or changed is planned anew. */
export const scheduleRules: RecordRules = {
  after(change, records) {
    if (change.table !== 'sysauto_script') return
    for (const trigger of records.find('sys_trigger', `trigger_type=1^document_key=${change.current.sys_id}`))
      records.remove('sys_trigger', trigger.sys_id ?? '', system, quiet)
    planSchedules(records)
  },
}
