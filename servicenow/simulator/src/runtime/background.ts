import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Records } from '../store/records.ts'
import type { WorkerPool } from './worker-pool.ts'

const lookEveryMs = 250
const soonMs = 3

export type Background = {
  /** Starts whatever is due; true when something was, or is still being done. */
  tick(): boolean
  /** The same in a moment. */
  soon(): void
  stop(): void
}

/** Hands due events, queued jobs, schedules and timers to the threads; no record is handed to two at once. */
export function openBackground(records: Records, pool: WorkerPool): Background {
  const busy = new Set<string>()
  let isStopped = false
  let waiting: NodeJS.Timeout | null = null

  function hand(key: string, name: string, input: object, fail: (message: string) => void): void {
    busy.add(key)
    pool.perform({ kind: 'operation', name, input, who: system }).then(
      () => done(key),
      (error: unknown) => {
        if (isStopped) return
        fail(String(error).slice(0, 500))
        done(key)
      },
    )
  }

  /** What failed as a whole is put aside, or it would be tried for ever. */
  function putAside(table: string, id: string | undefined, values: Readonly<Record<string, string>>): void {
    records.update(table, id ?? '', values, system, { withoutRules: true })
    records.insert('syslog', { level: '2', source: table, message: Object.values(values).join(' ') }, system)
  }

  function done(key: string): void {
    busy.delete(key)
    soon()
  }

  /** Many ask at once; one look serves them all. */
  function soon(): void {
    if (!isStopped) waiting ??= setTimeout(tick, soonMs)
  }

  function tick(): boolean {
    if (waiting) clearTimeout(waiting)
    waiting = null
    if (isStopped) return false
    const now = dateTimeText(records.clock.now())
    for (const event of records.find('sysevent', `state=ready^process_on<=${now}`, { limit: 100 })) {
      const key = `event ${event.sys_id}`
      if (!busy.has(key))
        hand(key, 'background.event', { event: event.sys_id }, (error_msg) =>
          putAside('sysevent', event.sys_id, { state: 'error', error_msg }),
        )
    }
    for (const trigger of records.find('sys_trigger', `state=0^next_action<=${now}`, { limit: 100 })) {
      const key = trigger.job_id === 'flow.advance' ? `flow ${trigger.document_key}` : `trigger ${trigger.sys_id}`
      if (!busy.has(key))
        hand(key, 'background.trigger', { trigger: trigger.sys_id }, (error) =>
          putAside('sys_trigger', trigger.sys_id, { state: '-1', error }),
        )
    }
    for (const wait of records.find('sys_flow_wait', `state=waiting^wake_atISNOTEMPTY^wake_at<=${now}`, {
      limit: 100,
    })) {
      const key = `flow ${wait.context}`
      if (!busy.has(key))
        hand(key, 'background.flow', { context: wait.context }, (payload) =>
          putAside('sys_flow_wait', wait.sys_id, { state: 'error', payload }),
        )
    }
    return busy.size > 0
  }

  const timer = setInterval(tick, lookEveryMs)
  timer.unref()
  return {
    tick,
    soon,
    stop() {
      isStopped = true
      if (waiting) clearTimeout(waiting)
      clearInterval(timer)
    },
  }
}
