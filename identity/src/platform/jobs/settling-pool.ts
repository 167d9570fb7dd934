import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { JobLog } from './engine-logger.ts'

export type SettlingPool = {
  pool: pg.Pool
  /** Resolves when every finished job is also recorded as finished or failed, at the latest after `milliseconds`. */
  settled(milliseconds: number): Promise<void>
  /** How long ago a look for jobs was last answered. */
  silentMs(): number
  /** From now on a statement that fails is given up. */
  giveUp(): void
}

const lookAgainMs = 10

/**
 * The engine records a job's end without waiting for the answer, and a rejected statement there would end this process.
 * So these statements are tried until the server takes them, and so are those that make the engine's tasks known: it keeps
 * their answer, a failure as well, and would then never run a job again. All others fail as usual and the engine polls.
 *
 * What gives jobs back that were fetched and not begun is sent once: where it was done and only the answer lost, this pool
 * may have fetched such a job again meanwhile, and a repeat would free it while it runs. Where it was not done the
 * heartbeat frees them after the lease.
 *
 * `lookAgain` is called when a worker may have looked too early and would else sleep until its next poll: the engine looks
 * for the next job while the end of the last one, which held its queue, is still on its way; and of two workers that look
 * at once the second passes over the queues the first one has locked.
 */
export function settlingPool(pool: pg.Pool, log: JobLog, lookAgain: () => void = () => {}): SettlingPool {
  const inFlight = new Set<Promise<unknown>>()
  let isGivenUp = false
  let looking = 0
  let looks = 0
  let lastLook = performance.now()
  let planned: NodeJS.Timeout | undefined

  async function settle(query: pg.QueryConfig, what: string): Promise<unknown> {
    for (let delayMs = 100; ; delayMs = Math.min(delayMs * 2, 3000)) {
      try {
        return await pool.query(query)
      } catch (error) {
        // The job stays locked by this pool; whoever takes the pool over runs it again.
        if (isGivenUp) return { rows: [], rowCount: 0 }
        log.warn({ error: String(error) }, `${what}; trying again`)
        await sleep(delayMs)
      }
    }
  }

  async function giveBack(query: pg.QueryConfig): Promise<unknown> {
    try {
      return await pool.query(query)
    } catch (error) {
      // Answered all the same: the engine would repeat it, and give up after a while.
      log.warn({ error: String(error) }, 'jobs could not be given back; they are after the lease')
      return { rows: [], rowCount: 0 }
    }
  }

  /** One look for all that overlapped: it is alone then, and finds what there is. */
  function planLook(): void {
    if (planned) return
    planned = setTimeout(() => {
      planned = undefined
      lookAgain()
    }, lookAgainMs).unref()
  }

  async function look(config: pg.QueryConfig): Promise<pg.QueryResult> {
    const isAlone = looking++ === 0
    const mine = ++looks
    try {
      const result = await pool.query(config)
      lastLook = performance.now()
      if (hidesOthers(config, result) || !(isAlone && looks === mine)) planLook()
      return result
    } finally {
      looking--
    }
  }

  /**
   * Of one queue only the first job is taken, and those behind it may have hidden those of others among as many as are
   * looked at. Where none is of a queue, and fewer came than might, there were no more.
   */
  function hidesOthers({ name }: pg.QueryConfig, { rows }: pg.QueryResult<{ job_queue_id?: unknown }>): boolean {
    const most = Number(/^get_job(\d+)/.exec(name ?? '')?.[1] ?? 1)
    return rows.length >= most || rows.some((row) => (row.job_queue_id ?? null) !== null)
  }

  function query(config: pg.QueryConfig, ...rest: unknown[]): Promise<unknown> {
    if (config.name?.startsWith('get_job')) return look(config)
    if (config.name === undefined && config.text?.includes('_private_tasks as tasks'))
      return settle(config, 'the job engine could not make its tasks known')
    if (!/^(complete|fail|return)_job/.test(config.name ?? '')) return pool.query(config, ...(rest as []))
    const settling = config.name?.startsWith('return_job')
      ? giveBack(config)
      : settle(config, 'the end of a job could not be recorded')
    inFlight.add(settling)
    void settling.finally(() => {
      inFlight.delete(settling)
      if (/^(complete|fail)_job_q/.test(config.name ?? '')) lookAgain()
    })
    return settling
  }

  const client = { query, release: () => {} }
  const engineSide = {
    // With a callback the engine wants a connection of its own, to listen on.
    connect: (callback?: Parameters<pg.Pool['connect']>[0]) =>
      callback ? pool.connect(callback) : Promise.resolve(client),
  }
  return {
    pool: engineSide as unknown as pg.Pool,
    async settled(milliseconds) {
      const late = new AbortController()
      const time = sleep(milliseconds, undefined, { signal: late.signal }).catch(() => {})
      await Promise.race([Promise.allSettled([...inFlight]), time])
      late.abort()
    },
    silentMs: () => performance.now() - lastLook,
    giveUp() {
      isGivenUp = true
    },
  }
}
