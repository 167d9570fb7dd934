import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testPlatform } from '../testing.ts'
import { runSweepIfDue, runSweepNow } from './sweeps.ts'

const t = await testPlatform()
afterAll(() => t.close())

/** The first moment of JavaScript, long before the first of PostgreSQL. */
const never = new Date(-8.64e15)
const locks = async () => {
  const { rows } = await sql`select 1 from pg_locks join pg_database on pg_database.oid = database
    where locktype = 'advisory' and datname = current_database()`.execute(t.db.withTables<object>())
  return rows.length
}

/** The n-th time that is written is out of range, so that PostgreSQL refuses its statement. */
function realTime(failsAt: number): () => Date {
  let asked = 0
  return () => (++asked === failsAt ? never : new Date())
}

test.each([
  { statement: 'that says it began', failsAt: 1 },
  { statement: 'that says it ended', failsAt: 3 },
])('a sweep whose statement fails $statement gives its lock back, and runs at its next time', async ({ failsAt }) => {
  const sweep = { name: `fails at ${failsAt}`, everySeconds: 0, run: async () => {} }
  for (const run of [runSweepIfDue, runSweepNow]) {
    await expect(run({ db: t.db, clock: t.clock, realTime: realTime(failsAt) }, sweep)).rejects.toThrow('out of range')
    expect(await locks()).toBe(0)
    await sql`delete from sweeps`.execute(t.db.withTables<object>())
  }
  expect(await runSweepIfDue({ db: t.db, clock: t.clock, realTime: () => new Date() }, sweep)).toBe(true)
})

test('a sweep whose last start lies ahead, since the clock ran fast then, runs at its next time', async () => {
  const sweep = { name: 'put right', everySeconds: 60, run: async () => {} }
  const at = (hours: number) => ({ db: t.db, clock: t.clock, realTime: () => new Date(Date.UTC(2026, 0, 1, hours)) })
  expect(await runSweepIfDue(at(24), sweep)).toBe(true)
  expect(await runSweepIfDue(at(24), sweep)).toBe(false)
  expect(await runSweepIfDue(at(0), sweep)).toBe(true)
  expect(await runSweepIfDue(at(0), sweep)).toBe(false)
})
