import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database, Reader } from '../database/database.ts'
import type { JobLog } from './engine-logger.ts'
import type { OnRun } from './worker-pool.ts'

type HistoryTables = {
  job_history: { at: Date; done: number; failed: number; waiting: number; waited_seconds: number }
}

/** One span of time: runs that ended in it; the most that was due and the longest it had waited, when looked at. */
export type JobSpan = { at: Date; done: number; failed: number; waiting: number; waitedSeconds: number }

const spanMs = 5 * 60_000
const keptMs = 15 * 24 * 3_600_000

export type HistoryDeps = {
  db: Database
  clock: Clock
  log: JobLog
  toEngine(at: Date): Date
  everyMs?: number
}

export type JobHistory = { note: OnRun; write(): Promise<void>; stop(): Promise<void> }

/**
 * Counts what this node's jobs did, in memory, and adds it to the history now and then; several nodes add to one row. What a
 * killed node had not written is missing from a picture, and from nothing else.
 */
export function keepHistory({ db, clock, log, toEngine, everyMs = 20_000 }: HistoryDeps): JobHistory {
  let done = 0
  let failed = 0
  const timer = setInterval(() => void write().catch(tell), everyMs)
  timer.unref()

  async function write(): Promise<void> {
    const counted = { done, failed }
    done = failed = 0
    const now = clock.now()
    try {
      const row = { at: new Date(Math.floor(now.getTime() / spanMs) * spanMs), ...counted }
      await addToSpan(db, { ...row, ...(await dueNow(db, toEngine(now))) })
    } catch (error) {
      done += counted.done
      failed += counted.failed
      throw error
    }
  }

  function tell(error: unknown): void {
    log.warn({ error: String(error) }, 'the history of jobs could not be written')
  }

  return {
    note(_task, outcome) {
      if (outcome === 'done') done += 1
      if (outcome === 'failed') failed += 1
    },
    write,
    async stop() {
      clearInterval(timer)
      await write().catch(tell)
    },
  }
}

async function addToSpan(db: Database, { at, waitedSeconds, ...counts }: JobSpan): Promise<void> {
  await db
    .withTables<HistoryTables>()
    .insertInto('job_history')
    .values({ at, ...counts, waited_seconds: waitedSeconds })
    .onConflict((row) =>
      row.column('at').doUpdateSet((eb) => ({
        done: eb('job_history.done', '+', counts.done),
        failed: eb('job_history.failed', '+', counts.failed),
        waiting: eb.fn('greatest', ['job_history.waiting', eb.val(counts.waiting)]),
        waited_seconds: eb.fn('greatest', ['job_history.waited_seconds', eb.val(waitedSeconds)]),
      })),
    )
    .execute()
}

/** Jobs whose time has come and that nobody works on, dead ones aside. */
async function dueNow(reader: Reader, now: Date): Promise<Pick<JobSpan, 'waiting' | 'waitedSeconds'>> {
  const { rows } = await sql<{ waiting: number; oldest: Date | null }>`select count(*)::int as waiting,
      min(run_at) as oldest from graphile_worker._private_jobs
    where locked_at is null and attempts < max_attempts and run_at <= ${now}`.execute(reader.withTables<object>())
  const [found] = rows
  const waitedMs = found?.oldest ? now.getTime() - found.oldest.getTime() : 0
  return { waiting: found?.waiting ?? 0, waitedSeconds: Math.max(0, Math.round(waitedMs / 1000)) }
}

/** The spans since `from`, oldest first, put together into longer ones of `seconds`. Spans in which nobody looked are not there. */
export async function readHistory(reader: Reader, from: Date, seconds: number): Promise<JobSpan[]> {
  const rows = await reader
    .withTables<HistoryTables>()
    .selectFrom('job_history')
    .select((eb) => [
      sql<Date>`to_timestamp(floor(extract(epoch from at) / ${seconds}::int) * ${seconds}::int)`.as('at'),
      sql<number>`sum(done)::int`.as('done'),
      sql<number>`sum(failed)::int`.as('failed'),
      eb.fn.max('waiting').as('waiting'),
      eb.fn.max('waited_seconds').as('waitedSeconds'),
    ])
    .where('at', '>=', from)
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .execute()
  return rows
}

/** Drops what is too long ago to be looked at. */
export async function forgetHistory(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  await db.withTables<HistoryTables>().deleteFrom('job_history').where('at', '<', before).execute()
}
