import { sql } from 'kysely'
import type { JobEngine } from './graphile.ts'
import type { JobPayload } from './jobs.ts'
import { runJob } from './run-job.ts'

type Taken = {
  id: number
  task: string
  payload: JobPayload
  attempts: number
  max_attempts: number
  job_queue_id: number | null
}

/**
 * Runs every due job, and those they enqueue, one after another until none is due by the engine's clock. For tests,
 * which move that clock. It keeps to the engine's rules: attempts, back-off, dead letters; failures are not thrown.
 */
export async function drainJobs(engine: JobEngine): Promise<void> {
  for (let job = await take(engine); job; job = await take(engine)) {
    const run = engine.tasks.get(job.task)
    if (!run) throw new Error(`The job ${job.task} is not registered.`)
    try {
      await runJob({ db: engine.db, run, toEngine: engine.toEngine }, job, new AbortController().signal)
      await sql`delete from graphile_worker._private_jobs where id = ${job.id}`.execute(engine.db.withTables<object>())
    } catch (error) {
      await fail(engine, job, error)
    }
  }
}

function nowOf(engine: JobEngine): Date {
  return engine.toEngine(engine.clock.now())
}

/** The server's clock is finer than ours and read at another instant: what it has made due just now is due here too. */
const finerMs = 2

async function take(engine: JobEngine): Promise<Taken | undefined> {
  const now = new Date(nowOf(engine).getTime() + (engine.isByServerClock ? finerMs : 0))
  const { rows } = await sql<Taken>`
    with due as (
      select j.id, t.identifier as task from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where j.is_available and j.run_at <= ${now} and t.identifier = any(${[...engine.tasks.keys()]})
      order by j.priority, j.run_at, j.id limit 1 for update of j skip locked)
    update graphile_worker._private_jobs j set attempts = j.attempts + 1, locked_by = 'drain', locked_at = ${now}
    from due where due.id = j.id
    returning j.id, due.task, j.payload, j.attempts, j.max_attempts, j.job_queue_id`.execute(
    engine.db.withTables<object>(),
  )
  return rows[0]
}

async function fail(engine: JobEngine, job: Taken, error: unknown): Promise<void> {
  await sql`update graphile_worker._private_jobs
    set last_error = ${error instanceof Error ? error.message : String(error)}, locked_by = null, locked_at = null,
      run_at = greatest(${nowOf(engine)}::timestamptz, run_at) + exp(least(attempts, 10)) * interval '1 second'
    where id = ${job.id}`.execute(engine.db.withTables<object>())
}
