import { sql } from 'kysely'
import type { Reader, Tx } from '../database/database.ts'
import type { JobFilter, JobInfo, JobPayload, JobSpec } from './jobs.ts'

type JobState = JobInfo['state']

/** A job as the engine keeps it. `attempts` counts the running one; see `deferral` for negative numbers. */
export type JobRow = {
  id: number
  task: string
  key: string | null
  queue: string | null
  payload: JobPayload
  attempts: number
  max_attempts: number
  run_at: Date
  created_at: Date
  last_error: string | null
  locked_by: string | null
}

/**
 * A job put off without using up an attempt gets this subtracted from its attempts until it runs again: the engine adds
 * e^attempts seconds to the time a failed job is tried again, and e^-100 seconds is nothing.
 */
export const deferral = 100

export const attemptsDefault = 20

type Wanted = {
  task: string
  payload: JobPayload
  queue: string | null
  due: Date | null
  attempts_max: number
  key: string | null
  priority: number
}

const wantedKey = Symbol('jobs')
const toldKey = Symbol('jobs are told')

/**
 * Joins the caller's transaction: all its jobs are added together, by its last statement. Of several with one key the last
 * counts. A job of the same key that already runs is followed by this one and then forgotten. `tell` hears after the commit
 * how many are due at once.
 */
export function addJob(tx: Tx, job: JobSpec, due: Date | null, tell: (added: number) => void): void {
  const wanted = wantedOf(tx)
  tx.memo(toldKey, () =>
    tx.afterCommit(() => {
      const added = [...wanted.values()].filter(isDue).length
      if (added > 0) tell(added)
    }),
  )
  wanted.set(job.key ?? Symbol('without a key'), {
    task: job.task,
    payload: job.payload,
    queue: job.queue ?? null,
    due,
    attempts_max: job.maxAttempts ?? attemptsDefault,
    key: job.key ?? null,
    priority: job.isUrgent === false ? 1 : 0,
  })
  tx.lastly('jobs', () =>
    wanted.size > 0 ? sql`enqueue_jobs(${JSON.stringify([...wanted.values()])}::json)` : undefined,
  )
}

const isDue = ({ due }: Wanted): boolean => due === null || due.getTime() <= Date.now()

function wantedOf(tx: Tx): Map<string | symbol, Wanted> {
  return tx.memo(wantedKey, () => new Map<string | symbol, Wanted>())
}

/** Marks what the engine is about to push aside, so that it neither counts as a dead letter nor runs again. */
async function supersede(tx: Tx, key: string): Promise<void> {
  await sql`update graphile_worker._private_jobs set flags = '{"superseded": true}'
    where key = ${key} and is_available is not true`.execute(tx.withTables<object>())
}

export async function removeJob(tx: Tx, key: string): Promise<void> {
  wantedOf(tx).delete(key)
  await supersede(tx, key)
  await sql`select graphile_worker.remove_job(${key})`.execute(tx.withTables<object>())
}

export async function deleteSuperseded(reader: Reader): Promise<void> {
  await sql`delete from graphile_worker._private_jobs
    where locked_at is null and attempts >= max_attempts and flags ->> 'superseded' = 'true'`.execute(
    reader.withTables<object>(),
  )
}

const realAttempts = sql`case when j.attempts < 0 then j.attempts + ${sql.lit(deferral)} else j.attempts end`
const columns = sql`j.id, t.identifier as task, j.key, q.queue_name as queue, j.payload, ${realAttempts} as attempts,
  j.max_attempts, j.run_at, j.created_at, j.last_error, j.locked_by`
const tables = sql`graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id`

const states = {
  running: sql`j.locked_at is not null`,
  dead: sql`j.locked_at is null and j.attempts >= j.max_attempts`,
  retrying: sql`j.locked_at is null and j.attempts < j.max_attempts and (${realAttempts}) > 0`,
  waiting: sql`j.locked_at is null and j.attempts < j.max_attempts and (${realAttempts}) = 0`,
}

export async function listJobs(reader: Reader, filter: JobFilter): Promise<JobRow[]> {
  const result = await sql<JobRow>`select ${columns} from ${tables}
    where (j.flags ->> 'superseded') is distinct from 'true'
      and ${filter.state ? states[filter.state] : sql`true`}
      and ${filter.task ? sql`t.identifier = ${filter.task}` : sql`true`}
    order by j.run_at, j.id limit ${filter.limit ?? 200}`.execute(reader.withTables<object>())
  return result.rows
}

/** Counted where they are: a page of them would hide what lies behind a backlog. */
export async function countJobs(reader: Reader): Promise<Record<JobState, number>> {
  const { rows } = await sql<Record<JobState, number>>`select
      (count(*) filter (where ${states.waiting}))::int as waiting,
      (count(*) filter (where ${states.running}))::int as running,
      (count(*) filter (where ${states.retrying}))::int as retrying,
      (count(*) filter (where ${states.dead}))::int as dead
    from ${tables} where (j.flags ->> 'superseded') is distinct from 'true'`.execute(reader.withTables<object>())
  return rows[0] ?? { waiting: 0, running: 0, retrying: 0, dead: 0 }
}

export async function renewJob(tx: Tx, id: string, runAt: Date): Promise<boolean> {
  if (!/^\d{1,18}$/.test(id)) return false
  const db = tx.withTables<object>()
  const { rows } =
    await sql`select id from graphile_worker.reschedule_jobs(array[${id}]::bigint[], ${runAt}, null, 0)`.execute(db)
  if (rows.length > 0) await sql`select pg_notify('jobs:insert', '{"count":1}')`.execute(db)
  return rows.length > 0
}

/** Called by a running job just before it fails on purpose: the failure then neither counts nor delays it beyond `at`. */
export async function deferJob(reader: Reader, id: number | string, at: Date): Promise<void> {
  await sql`update graphile_worker._private_jobs
    set attempts = attempts - 1 - ${sql.lit(deferral)}, run_at = ${at}
    where id = ${id} and attempts > 0 and (flags ->> 'superseded') is distinct from 'true'`.execute(
    reader.withTables<object>(),
  )
}

/** Gives a job that was put off its number of attempts back; answers the true number. */
export async function undefer(reader: Reader, id: number | string, attempts: number): Promise<number> {
  if (attempts > 0) return attempts
  await sql`update graphile_worker._private_jobs set attempts = attempts + ${sql.lit(deferral)}
    where id = ${id} and attempts <= 0`.execute(reader.withTables<object>())
  return attempts + deferral
}
