import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { openDatabase } from '../database/open-database.ts'
import type { DatabasePlace } from '../database/place.ts'
import { uuidV7 } from '../ids.ts'
import { cloneDatabase } from '../testing.ts'
import { createJobs } from './graphile.ts'
import { TryAgainAt } from './jobs.ts'
import { startNode } from './node.ts'
import { listNodes } from './node-store.ts'
import { type Toil, toilTable } from './testing-node.ts'

// Real processes and databases, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 60_000 })

let place: DatabasePlace
let drop: () => Promise<void>
let db: Database
let children: ChildProcess[]

beforeEach(async () => {
  ;({ place, drop } = await cloneDatabase())
  const owner = new Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await owner.query(toilTable)
  await owner.end()
  db = openDatabase({ url: place.serviceUrl })
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await db.close()
  await drop()
})

const program = fileURLToPath(new URL('./testing-node.ts', import.meta.url))

async function startProcess(millisecondsEach = 100): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, place.serviceUrl, String(millisecondsEach)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout as NodeJS.EventEmitter, 'data')
  return child
}

const jobs = () => createJobs({ db, clock: systemClock })

async function enqueue(count: number, queue?: string): Promise<void> {
  const engine = jobs()
  await db.transaction(async (tx) => {
    for (let n = 1; n <= count; n++) {
      await engine.enqueue(tx, { task: 'toil', payload: { n }, ...(queue ? { queue } : {}) })
    }
  })
}

const toil = () => db.withTables<Toil>().selectFrom('toil').selectAll().where('n', '>', 0).orderBy('began').execute()
const finished = async () => new Set((await toil()).filter((row) => row.ended !== null).map((row) => row.n)).size
const workedOnBy = async (pid: number | undefined) =>
  (await toil()).some((row) => row.pid === pid && row.ended === null)

test('two nodes share the work, and each job is done once', async () => {
  const [a, b] = [await startProcess(40), await startProcess(40)]
  await enqueue(24)
  await enqueue(12, 'one-account')
  await expect.poll(async () => (await jobs().inspect()).length, { timeout: 15_000 }).toBe(0)
  const rows = await toil()
  expect(new Set(rows.map((row) => row.pid))).toEqual(new Set([a.pid, b.pid]))
  expect(rows).toHaveLength(36)
})

test('jobs of one queue never overlap and keep their order', async () => {
  await startProcess(30)
  await startProcess(30)
  await enqueue(15, 'one-account')
  await expect.poll(finished, { timeout: 15_000 }).toBe(15)
  const rows = await toil()
  expect(rows.map((row) => row.n)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1))
  for (const [i, row] of rows.entries()) {
    if (i > 0) expect(row.began).toBeGreaterThanOrEqual(rows[i - 1]?.ended ?? Number.POSITIVE_INFINITY)
  }
})

test('jobs behind many of one queue are not kept waiting by it', async () => {
  await enqueue(8, 'one-account')
  await db.transaction((tx) => jobs().enqueue(tx, { task: 'toil', payload: { n: 99 } }))
  await startProcess(3000)
  const began = async () => new Map((await toil()).map((row) => [row.n, row]))
  await expect.poll(async () => (await began()).has(99), { timeout: 15_000 }).toBe(true)
  expect((await began()).has(2)).toBe(false)
})

test('a node killed for good in the middle of its jobs: the other one finishes them within seconds', async () => {
  const doomed = await startProcess(400)
  await enqueue(20)
  await expect.poll(() => workedOnBy(doomed.pid)).toBe(true)
  await startProcess(50)
  doomed.kill('SIGKILL')
  const killedAt = Date.now()
  await expect.poll(finished, { timeout: 15_000 }).toBe(20)
  expect(Date.now() - killedAt).toBeLessThan(8000)
  // The row of a job is written before its node says that it ended.
  await expect.poll(() => jobs().inspect(), { timeout: 5000 }).toEqual([])
  expect(await listNodes(db)).toHaveLength(1)
})

test('a job whose node is killed again and again has not failed, and is done by the next node that lives', async () => {
  await db.transaction((tx) => jobs().enqueue(tx, { task: 'toil', payload: { n: 1 }, maxAttempts: 1 }))
  for (const interruptions of [1, 2, 3]) {
    const doomed = await startProcess(60_000)
    await expect.poll(() => workedOnBy(doomed.pid), { timeout: 15_000 }).toBe(true)
    doomed.kill('SIGKILL')
    await once(doomed, 'exit')
    expect((await toil()).length).toBe(interruptions)
  }
  await startProcess(50)
  await expect.poll(finished, { timeout: 15_000 }).toBe(1)
  await expect.poll(() => jobs().inspect()).toEqual([])
})

test('a node that hangs is given up after its lease, and comes back without harm', async () => {
  // Long enough that it is at work still when the other one has started.
  const frozen = await startProcess(4000)
  await enqueue(8)
  await expect.poll(() => workedOnBy(frozen.pid)).toBe(true)
  await startProcess(20)
  frozen.kill('SIGSTOP')
  await expect.poll(finished, { timeout: 15_000 }).toBe(8)
  expect(await listNodes(db)).toHaveLength(1)
  frozen.kill('SIGCONT')
  await expect.poll(async () => (await listNodes(db)).length, { timeout: 10_000 }).toBe(2)
  await enqueue(8)
  await expect.poll(async () => (await jobs().inspect()).length, { timeout: 15_000 }).toBe(0)
})

test('a node that is stopped finishes what it runs and leaves nothing behind', async () => {
  const node = await startProcess(300)
  await enqueue(4)
  await expect.poll(() => workedOnBy(node.pid)).toBe(true)
  node.kill('SIGTERM')
  const [code] = await once(node, 'exit')
  expect(code).toBe(0)
  expect((await toil()).every((row) => row.ended !== null)).toBe(true)
  expect(await jobs().inspect({ state: 'running' })).toEqual([])
  expect(await listNodes(db)).toEqual([])
})

test('a sweep runs on some node, about as often as it says however many nodes there are', async () => {
  await Promise.all([startProcess(), startProcess(), startProcess()])
  const ticks = () =>
    db.withTables<Toil>().selectFrom('toil').select('began').where('n', '=', -1).orderBy('began').execute()
  await expect.poll(async () => (await ticks()).length, { timeout: 15_000 }).toBeGreaterThan(3)
  const began = (await ticks()).map((row) => row.began)
  for (const [i, at] of began.entries()) if (i > 0) expect(at - (began[i - 1] ?? 0)).toBeGreaterThan(800)
})

test('a job that was put off stands in the log by its true attempt', async () => {
  const engine = jobs()
  let isPutOff = false
  engine.register('later', async () => {
    if (isPutOff) throw new Error('failed for good')
    isPutOff = true
    throw new TryAgainAt(new Date(), 'in a moment')
  })
  const said: string[] = []
  const log = { debug() {}, info() {}, warn() {}, error: (_fields: object, message: string) => void said.push(message) }
  const node = startNode({ engine, url: place.serviceUrl, ids: uuidV7(systemClock), log, pollMs: 100 })
  try {
    await db.transaction((tx) => engine.enqueue(tx, { task: 'later', payload: {}, maxAttempts: 1 }))
    await expect
      .poll(() => said.filter((line) => line.includes('failed for good')), { timeout: 10_000 })
      .toHaveLength(1)
    expect(said.map((line) => /attempt (-?\d+ of \d+)/.exec(line)?.[1])).toEqual(['1 of 1', '1 of 1'])
  } finally {
    await node.stop()
  }
})

test('the next job of a queue begins when the one before it has ended, not at the next poll', async () => {
  const engine = jobs()
  const done: number[] = []
  engine.register('quick', async ({ n }) => void done.push(Number(n)))
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const node = startNode({ engine, url: place.serviceUrl, ids: uuidV7(systemClock), log, pollMs: 600_000 })
  try {
    const listens = sql`select 1 from pg_stat_activity where datname = current_database() and query like 'LISTEN "jobs:insert"%'`
    await expect
      .poll(async () => (await listens.execute(db.withTables<object>())).rows.length, { timeout: 10_000 })
      .toBe(1)
    for (let round = 0; round < 10; round++) {
      await db.transaction(async (tx) => {
        for (let n = 0; n < 20; n++)
          await engine.enqueue(tx, { task: 'quick', payload: { n }, ...(n % 4 === 3 ? {} : { queue: `q${n % 4}` }) })
      })
      await expect.poll(() => done.length, { timeout: 10_000, interval: 5 }).toBe((round + 1) * 20)
    }
    // Looking again ends by itself: an idle node leaves the database alone until its next poll.
    const looks = async () => {
      const { rows } = await sql<{ n: number }>`select xact_commit as n from pg_stat_database
        where datname = current_database()`.execute(db.withTables<object>())
      return rows[0]?.n ?? 0
    }
    await sleep(3000)
    const before = await looks()
    await sleep(3000)
    expect((await looks()) - before).toBeLessThan(100)
  } finally {
    await node.stop()
  }
})
