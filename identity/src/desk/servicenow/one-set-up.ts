import { sql } from 'kysely'
import type { Audit, Entry, Facts } from '../../audit/module.ts'
import type { Database } from '../../platform/database/database.ts'
import { setUpRunning } from './errors.ts'

/**
 * Of two set-ups of one address at once, on whatever nodes, the second is refused: half of the secrets of each would be
 * good for nothing. The lock belongs to a connection, so that a killed node gives it back at once.
 */
export function oneSetUp<T>(db: Database, address: string, work: () => Promise<T>): Promise<T> {
  const lock = sql`hashtextextended(${`servicenow.set-up:${address}`}, 0)`
  return db
    .withTables<Record<never, never>>()
    .connection()
    .execute(async (connection) => {
      const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${lock}) as got`.execute(connection)
      if (!rows[0]?.got) throw setUpRunning()
      try {
        return await work()
      } finally {
        await sql`select pg_advisory_unlock(${lock})`.execute(connection)
      }
    })
}

type RecordDeps = { db: Database; audit: Pick<Audit, 'intent' | 'outcome'> }

/** The trail knows what is about to be written in the instance, in whose name, and what came of it. */
export async function intended<T>(
  { db, audit }: RecordDeps,
  entry: Entry & { after: Facts },
  work: () => Promise<T>,
  factsOf: (done: T) => Facts,
): Promise<T> {
  const intentId = await db.transaction(async (tx) => audit.intent(tx, entry))
  const settle = (ok: boolean, facts: Facts) =>
    db.transaction(async (tx) => audit.outcome(tx, intentId, { ok, facts: { ...entry.after, ...facts } }, entry))
  let done: T
  try {
    done = await work()
  } catch (error) {
    await settle(false, {})
    throw error
  }
  await settle(true, factsOf(done))
  return done
}
