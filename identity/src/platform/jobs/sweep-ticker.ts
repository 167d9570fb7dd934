import type { JobLog } from './engine-logger.ts'
import type { JobEngine } from './graphile.ts'
import type { Sweep } from './jobs.ts'
import { runSweepIfDue } from './sweeps.ts'

/** Each running sweep keeps one connection for its lock, beside those it works with. */
const atOnceMax = 3

/** Ticks every registered sweep on this node. Which node runs one is settled in the database. */
export function startSweeps(engine: JobEngine, log: JobLog): { stop(): Promise<void> } {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const waiting: Sweep[] = []
  let isStopped = false

  function plan(sweep: Sweep, delayMs: number): void {
    timers.set(
      sweep.name,
      setTimeout(() => {
        waiting.push(sweep)
        next()
      }, delayMs),
    )
  }

  function next(): void {
    const sweep = running.size < atOnceMax && !isStopped ? waiting.shift() : undefined
    if (!sweep) return
    const run = tick(sweep)
    running.add(run)
    void run.finally(() => {
      running.delete(run)
      if (!isStopped) plan(sweep, sweep.everySeconds * 1000)
      next()
    })
  }

  async function tick(sweep: Sweep): Promise<void> {
    try {
      await runSweepIfDue({ db: engine.db, clock: engine.clock, realTime: () => new Date() }, sweep)
    } catch (error) {
      log.error({ sweep: sweep.name, error: String(error) }, 'a sweep failed; it runs again at its next time')
    }
  }

  for (const sweep of engine.sweeps.values()) plan(sweep, 0)
  return {
    async stop() {
      isStopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.allSettled(running)
    },
  }
}
