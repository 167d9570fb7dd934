import { setTimeout as sleep } from 'node:timers/promises'
import { type Job, runTaskList, type TaskList, type WorkerPool } from 'graphile-worker'
import { openPool } from '../database/open-database.ts'
import { withOption } from '../database/place.ts'
import { engineLogger, type JobLog } from './engine-logger.ts'
import type { JobEngine } from './graphile.ts'
import { type JobPayload, TryAgainAt } from './jobs.ts'
import { runJob } from './run-job.ts'
import { settlingPool } from './settling-pool.ts'

export type WorkerPoolOptions = {
  engine: JobEngine
  url: string
  log: JobLog
  concurrency: number
  pollMs: number
  onRun?: OnRun | undefined
}

/** Told of every finished run; `later` when the job asked to be tried again without having failed. */
export type OnRun = (task: string, outcome: 'done' | 'failed' | 'later', seconds: number) => void

export type KeptPool = {
  /** The names under which this process has locked jobs since it started. */
  ids(): readonly string[]
  /** Jobs that are running here at this moment. */
  running(): ReadonlySet<string>
  /** How long nothing has run here and no look for jobs was answered. */
  silentMs(): number
  stop(graceMs: number): Promise<void>
}

/** Runs the engine's workers, and new ones whenever it gives up: a job engine that stopped must not go unnoticed. */
export function keepWorkerPool(options: WorkerPoolOptions): KeptPool {
  const { engine, url, log, concurrency, pollMs } = options
  // Taking a job and recording its end need not reach the disk at once: what a crash of the server loses is done again.
  const unhurried = withOption(url, 'synchronous_commit', 'off')
  const pgPool = openPool({ url: unhurried, poolMax: concurrency + 2, applicationName: 'hallpass jobs' })
  const settling = settlingPool(pgPool, log, lookAgain)
  const running = new Set<string>()
  const tasks = taskList(engine, running, options.onRun)
  const ids: string[] = []
  let isStopping = false
  let current = start()
  engine.onAdded(lookAgain)

  function lookAgain(added = 1): void {
    try {
      if (!isStopping) current.pool.nudge(added)
    } catch {
      // A pool that just gave up; the next one begins by looking.
    }
  }

  // The pool can be awaited like a promise, so it is always handed on inside an object.
  function start(): { pool: WorkerPool } {
    const pool = runTaskList(
      {
        concurrency,
        pollInterval: pollMs,
        noHandleSignals: true,
        logger: engineLogger(log),
        gracefulShutdownAbortTimeout: 3000,
        preset: { plugins: [replaceLostWorkers], worker: together(concurrency) },
      },
      tasks,
      settling.pool,
    )
    ids.push(pool.id)
    void watch(pool)
    return { pool }
  }

  async function watch(pool: WorkerPool): Promise<void> {
    await pool.promise.catch((error: Error) => log.error({ error: error.message }, 'the job engine gave up'))
    if (isStopping) return
    await sleep(1000)
    if (!isStopping) current = start()
  }

  return {
    ids: () => ids,
    running: () => running,
    silentMs: () => (running.size > 0 ? 0 : settling.silentMs()),
    async stop(graceMs) {
      isStopping = true
      await endWithin(current.pool, graceMs, log)
      await settling.settled(graceMs)
      settling.giveUp()
      await pgPool.end()
    },
  }
}

/**
 * Jobs are fetched for all workers together and ended together: one statement for several. What no worker of this node is
 * free for goes back soon, so that another node may take it, and long before the lease of a lock without a run ends.
 */
const together = (concurrency: number): GraphileConfig.WorkerOptions => ({
  localQueue: { size: concurrency, ttl: 500 },
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
})

const replaceLostWorkers: GraphileConfig.Plugin = {
  name: 'ReplaceLostWorkers',
  worker: {
    middleware: {
      poolWorkerPrematureExit(_next, event) {
        event.replaceWithNewWorker()
      },
    },
  },
}

function taskList(engine: JobEngine, running: Set<string>, onRun: OnRun = () => {}): TaskList {
  const entries = [...engine.tasks].map(([name, run]) => [
    name,
    async (payload: unknown, { job, abortSignal }: { job: Job; abortSignal: AbortSignal }) => {
      const id = String(job.id)
      const startedAt = performance.now()
      const tell = (outcome: Parameters<OnRun>[1]) => onRun(name, outcome, (performance.now() - startedAt) / 1000)
      running.add(id)
      try {
        const locked = Object.assign(job, { payload: payload as JobPayload })
        await runJob({ db: engine.db, run, toEngine: engine.toEngine }, locked, abortSignal)
        tell('done')
      } catch (error) {
        tell(error instanceof TryAgainAt ? 'later' : 'failed')
        throw error
      } finally {
        running.delete(id)
      }
    },
  ])
  return Object.fromEntries(entries)
}

/**
 * Lets running jobs finish; after the grace period they are given back, which costs them an attempt. Where the database
 * does not answer nothing can be given back: the lease of this node's locks ends without it.
 */
async function endWithin(pool: WorkerPool, graceMs: number, log: JobLog): Promise<void> {
  const late = new AbortController()
  const force = sleep(graceMs, undefined, { signal: late.signal }).then(
    () => pool.forcefulShutdown('The service stops and this job did not finish in time.'),
    () => {},
  )
  // Listened to from the start: the engine gives up while its graceful end, which waits for it, is still awaited.
  const forced = force.catch((error: Error) => log.warn({ error: error.message }, 'jobs could not be given back'))
  await Promise.allSettled([pool.gracefulShutdown('The service stops.')])
  late.abort()
  await forced
}
