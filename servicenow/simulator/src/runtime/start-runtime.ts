import { setTimeout as pause } from 'node:timers/promises'
import { resumeRules } from '../flow/flow-rules.ts'
import type { MovableClock } from '../store/clock.ts'
import type { Executor } from '../store/executor.ts'
import { system } from '../store/open-records.ts'
import type { Records } from '../store/records.ts'
import { openBackground } from './background.ts'
import { onQueued } from './queue.ts'
import { planSchedules } from './schedule.ts'
import { openWorkerPool } from './worker-pool.ts'

export type Runtime = {
  executor: Executor
  /** Looks for work that has become due; to be called when the clock was moved. */
  tick(): void
  /** Resolves when nothing that is due is left undone. What waits for a later hour, an answer or a message is not due. */
  settle(): Promise<void>
  stop(): Promise<void>
}

export type RuntimeOptions = {
  dataFile: string
  clock: MovableClock
  records: Records
  /** PEM of an authority that outbound https may be trusted by, besides the usual ones. */
  trustedCertificates?: string
  threadsMax?: number
  /** Milliseconds one transaction may take, the answers its scripts wait for included; two minutes if not given. */
  taskMsMax?: number
  /** Does every step of a flow twice, as after a crash. */
  repeatsSteps?: boolean
}

/** Starts the threads that run scripts, and the background that works off queues, schedules and timers. */
export function startRuntime(options: RuntimeOptions): Runtime {
  const { records, clock } = options
  const input = {
    file: options.dataFile,
    clock: clock.shared,
    trusted: options.trustedCertificates ?? '',
    repeatsSteps: options.repeatsSteps ?? false,
  }
  const pool = openWorkerPool(input, {
    threadsMax: options.threadsMax ?? 8,
    taskMsMax: options.taskMsMax ?? 120_000,
    onWake: () => background.soon(),
  })
  const background = openBackground(records, pool)
  onQueued(() => background.soon())
  // What this thread itself writes may be what a flow waits for.
  records.useRules(resumeRules)
  for (const row of records.find('sys_trigger', 'state=1'))
    records.update('sys_trigger', row.sys_id ?? '', { state: '0' }, system, { withoutRules: true })
  planSchedules(records)
  background.tick()
  return {
    executor: { perform: (task) => pool.perform(task) },
    tick: () => void background.tick(),
    async settle() {
      for (let quiet = 0; quiet < 2; ) {
        quiet = pool.pending() === 0 && !background.tick() ? quiet + 1 : 0
        await pause(5)
      }
    },
    async stop() {
      background.stop()
      await pool.stop()
    },
  }
}
