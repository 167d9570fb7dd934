import { type Kysely, sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Sweep } from './jobs.ts'

type SweepTables = { sweeps: { name: string; started_at: Date; finished_at: Date | null; last_error: string | null } }
type Deps = { db: Database; clock: Clock; realTime: () => Date }

/** Runs a sweep now, waiting for its turn when a node is just running it; throws what the sweep throws. */
export function runSweepNow(deps: Deps, sweep: Sweep): Promise<void> {
  return onOwnConnection(deps.db, async (connection) => {
    await sql`select pg_advisory_lock(${lockOf(sweep)})`.execute(connection)
    await holding(sweep, connection, () => runLocked(deps, sweep, connection))
  })
}

/** Runs a sweep if it is due and no other node runs it. True when it ran. */
export function runSweepIfDue(deps: Deps, sweep: Sweep): Promise<boolean> {
  return onOwnConnection(deps.db, async (connection) => {
    const locked = await sql<{ got: boolean }>`select pg_try_advisory_lock(${lockOf(sweep)}) as got`.execute(connection)
    if (!locked.rows[0]?.got) return false
    return holding(sweep, connection, async () => {
      if (!(await isDue(deps, sweep, connection))) return false
      await runLocked(deps, sweep, connection)
      return true
    })
  })
}

/**
 * Gives the lock back whatever fails on the way: on a connection that returns to the pool with it, it would keep every node
 * from this sweep until the process ends. A connection that cannot give it back is ended.
 */
async function holding<T>(sweep: Sweep, connection: Kysely<SweepTables>, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await sql`select pg_advisory_unlock(${lockOf(sweep)})`
      .execute(connection)
      .catch(() => sql`select pg_terminate_backend(pg_backend_pid())`.execute(connection).catch(() => {}))
  }
}

/** The lock belongs to the connection: a killed node gives it back at once, and no clock is involved. */
function onOwnConnection<T>(db: Database, work: (connection: Kysely<SweepTables>) => Promise<T>): Promise<T> {
  return db.withTables<SweepTables>().connection().execute(work)
}

function lockOf(sweep: Sweep) {
  return sql`hashtextextended(${`sweep:${sweep.name}`}, 0)`
}

/**
 * Nodes tick independently; a tenth of tolerance keeps two that tick together from running it every second time only. A start
 * that lies ahead was written by a clock that ran fast and was put right since: waiting for it would stop the sweep for as long.
 */
async function isDue({ realTime }: Deps, sweep: Sweep, connection: Kysely<SweepTables>): Promise<boolean> {
  const row = await connection
    .selectFrom('sweeps')
    .select('started_at')
    .where('name', '=', sweep.name)
    .executeTakeFirst()
  return !row || Math.abs(realTime().getTime() - row.started_at.getTime()) >= sweep.everySeconds * 900
}

async function runLocked({ clock, realTime }: Deps, sweep: Sweep, connection: Kysely<SweepTables>): Promise<void> {
  let fault: string | null = null
  await connection
    .insertInto('sweeps')
    .values({ name: sweep.name, started_at: realTime(), finished_at: null, last_error: null })
    .onConflict((row) => row.column('name').doUpdateSet({ started_at: realTime(), finished_at: null }))
    .execute()
  try {
    await sweep.run(clock.now())
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error)
    throw error
  } finally {
    await connection
      .updateTable('sweeps')
      .set({ finished_at: realTime(), last_error: fault })
      .where('name', '=', sweep.name)
      .execute()
  }
}
