import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { Failure } from '../errors.ts'
import { addJob, countJobs, type JobRow, listJobs, removeJob, renewJob } from './job-rows.ts'
import type { JobInfo, JobRun, Jobs, Sweep } from './jobs.ts'
import { runSweepNow } from './sweeps.ts'
import { tellWorkers } from './tell-workers.ts'

/** The port, and what a node needs to run what was registered with it. */
export type JobEngine = Jobs & {
  readonly db: Database
  readonly clock: Clock
  readonly tasks: ReadonlyMap<string, JobRun>
  readonly sweeps: ReadonlyMap<string, Sweep>
  /** Domain time in the engine's time: the engine waits in real time, while the injected clock may be moved. */
  toEngine(at: Date): Date
  /** A job without a time of its own is due by the server's clock, as in the running service. */
  readonly isByServerClock: boolean
  /** Calls back when jobs were added by this process that are due at once: for workers in it, which need not be told by the database. */
  onAdded(listen: (added: number) => void): void
  /** Whether other processes run jobs, too, as a node of this one sees it: nobody else is told of jobs where none does. */
  seeOthers(areThere: boolean): void
}

export type CreateJobsDeps = {
  db: Database
  clock: Clock
  /** The time that jobs wait in; the machine's unless a test drains the jobs by its own clock. */
  engineTime?: () => Date
}

/** The job port on graphile-worker: jobs are rows of its schema, added in the caller's transaction. */
export function createJobs({ db, clock, engineTime }: CreateJobsDeps): JobEngine {
  const tasks = new Map<string, JobRun>()
  const sweeps = new Map<string, Sweep>()
  const workers = tellWorkers(db)
  const realTime = engineTime ?? (() => new Date())
  const offset = () => realTime().getTime() - clock.now().getTime()
  const toEngine = (at: Date) => new Date(at.getTime() + offset())
  const toDomain = (at: Date) => new Date(at.getTime() - offset())
  // Without a time of its own a job is due at once by the server's clock; a test's clock is not the server's.
  const dueAt = (runAt: Date | undefined) => (runAt ? toEngine(runAt) : engineTime ? engineTime() : null)

  return {
    db,
    clock,
    tasks,
    sweeps,
    toEngine,
    isByServerClock: engineTime === undefined,
    onAdded: workers.hear,
    seeOthers: workers.seeOthers,
    enqueue: async (tx, job) => addJob(tx, job, dueAt(job.runAt), workers.tell),
    register(task, run) {
      if (tasks.has(task)) throw new Error(`The job ${task} is registered twice.`)
      tasks.set(task, run)
    },
    schedule(sweep) {
      if (sweeps.has(sweep.name)) throw new Error(`The sweep ${sweep.name} is registered twice.`)
      sweeps.set(sweep.name, sweep)
    },
    async runSweep(name) {
      const sweep = sweeps.get(name)
      if (!sweep) throw noSuchSweep(name, [...sweeps.keys()])
      await runSweepNow({ db, clock, realTime }, sweep)
    },
    cancel: (tx, key) => removeJob(tx, key),
    inspect: async (filter = {}) => (await listJobs(db, filter)).map((row) => toInfo(row, toDomain)),
    count: () => countJobs(db),
    retry: (tx, id) => renewJob(tx, id, realTime()),
  }
}

function toInfo(row: JobRow, toDomain: (at: Date) => Date): JobInfo {
  return {
    id: String(row.id),
    task: row.task,
    key: row.key,
    queue: row.queue,
    payload: row.payload,
    state: stateOf(row),
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    runAt: toDomain(row.run_at),
    createdAt: toDomain(row.created_at),
    lastError: row.last_error,
  }
}

function stateOf(row: JobRow): JobInfo['state'] {
  if (row.locked_by !== null) return 'running'
  if (row.attempts >= row.max_attempts) return 'dead'
  return row.attempts > 0 ? 'retrying' : 'waiting'
}

function noSuchSweep(name: string, known: string[]): Failure {
  return new Failure('not_found', 'sweep_not_found', `There is no sweep ${name}; there are ${known.sort().join(', ')}.`)
}
