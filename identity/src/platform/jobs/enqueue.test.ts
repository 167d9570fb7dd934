import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { type TestPlatform, testPlatform } from '../testing.ts'
import { drainJobs } from './drain.ts'
import { createJobs, type JobEngine } from './graphile.ts'
import type { JobSpec } from './jobs.ts'
import { tellWorkers } from './tell-workers.ts'

// As in the running service, where jobs without a time of their own are due by the server's clock.
let t: TestPlatform
let engine: JobEngine
beforeEach(async () => {
  t = await testPlatform()
  engine = createJobs({ db: t.db, clock: systemClock })
})
afterEach(() => t.close())

const add = (...specs: Partial<JobSpec>[]) =>
  t.db.transaction(async (tx) => {
    for (const spec of specs) await engine.enqueue(tx, { task: 'write', payload: {}, ...spec })
  })

test('jobs of one transaction are added whether task and queue are known or new, with a time of their own or without', async () => {
  engine.register('write', async () => {})
  const runAt = new Date(Date.now() + 3_600_000)
  for (const round of [1, 2]) {
    await add(
      { payload: { round, n: 1 } },
      { payload: { round, n: 2 }, queue: 'q', isUrgent: false },
      { payload: { round, n: 3 }, runAt, maxAttempts: 3 },
      { payload: { round, n: 4 }, task: `task ${round}` },
    )
    const added = (await engine.inspect()).filter(({ payload }) => payload.round === round)
    expect(added.sort((a, b) => Number(a.payload.n) - Number(b.payload.n))).toMatchObject([
      { task: 'write', queue: null, maxAttempts: 20, state: 'waiting' },
      { task: 'write', queue: 'q', state: 'waiting' },
      { task: 'write', maxAttempts: 3, runAt },
      { task: `task ${round}` },
    ])
  }
  const { rows } = await ask<{ priority: number }>('select priority from graphile_worker._private_jobs order by id')
  expect(rows.map(({ priority }) => priority).sort()).toEqual([0, 0, 0, 0, 0, 0, 1, 1])
})

test('ten reasons with one key make one job, with what was said last and a new set of attempts', async () => {
  let isWorking = false
  const ran: unknown[] = []
  engine.register('write', async (payload) => {
    if (!isWorking) throw new Error('no')
    ran.push(payload)
  })
  await add({ key: 'one' })
  await drainJobs(engine)
  expect(await engine.inspect()).toMatchObject([{ state: 'retrying', attempts: 1, lastError: 'no' }])
  for (let version = 1; version <= 10; version++) await add({ key: 'one', payload: { version } })
  expect(await engine.inspect()).toMatchObject([{ state: 'waiting', attempts: 0, lastError: null }])
  isWorking = true
  await drainJobs(engine)
  expect(ran).toEqual([{ version: 10 }])
})

test('a key whose job runs is followed by one more run, and one whose job lies dead begins anew', async () => {
  const ran: unknown[] = []
  engine.register('write', async (payload) => {
    ran.push(payload.n)
    if (payload.n === 1) await add({ key: 'one', payload: { n: 2 } })
    if (payload.n === 3) throw new Error('no')
  })
  await add({ key: 'one', payload: { n: 1 } })
  await drainJobs(engine)
  await add({ key: 'one', payload: { n: 3 }, maxAttempts: 1 })
  await drainJobs(engine)
  expect(await engine.inspect()).toMatchObject([{ state: 'dead' }])
  await add({ key: 'one', payload: { n: 4 } })
  await drainJobs(engine)
  expect(ran).toEqual([1, 2, 3, 4])
  expect(await engine.inspect()).toEqual([])
})

test('a job that lies dead is counted however many wait before it', async () => {
  engine.register('fail', async () => {
    throw new Error('no')
  })
  engine.register('wait', async () => {})
  await t.db.transaction((tx) => engine.enqueue(tx, { task: 'fail', payload: {}, maxAttempts: 1 }))
  await drainJobs(engine)
  await t.db.transaction(async (tx) => {
    for (let n = 0; n < 1100; n++) await engine.enqueue(tx, { task: 'wait', payload: { n } })
  })
  await sql`update graphile_worker._private_jobs set run_at = run_at + interval '1 day' where attempts > 0`.execute(
    t.db.withTables<object>(),
  )
  expect(await engine.count()).toEqual({ waiting: 1100, running: 0, retrying: 0, dead: 1 })
})

test('a job that begins while another reason for it is being written is followed by one more run', async () => {
  engine.register('write', async () => {})
  await add({ key: 'one', payload: { n: 1 } })
  const worker = new pg.Client({ connectionString: t.place.ownerUrl })
  await worker.connect()
  try {
    await worker.query('begin')
    await worker.query(`update graphile_worker._private_jobs set locked_by = 'a node', locked_at = created_at`)
    const adding = add({ key: 'one', payload: { n: 2 } })
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await ask(waiting)).rowCount).toBe(1)
    await worker.query('commit')
    await adding
  } finally {
    await worker.end()
  }
  expect(await engine.inspect()).toMatchObject([{ key: 'one', state: 'waiting', payload: { n: 2 } }])
})

async function ask<Row extends pg.QueryResultRow>(text: string): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: t.place.ownerUrl })
  await client.connect()
  try {
    return await client.query<Row>(text)
  } finally {
    await client.end()
  }
}

test('workers are told of new jobs once the transaction has committed, and not by the transaction itself', async () => {
  engine.register('write', async () => {})
  await add({})
  const told: string[] = []
  const listener = new pg.Client({ connectionString: t.place.serviceUrl })
  await listener.connect()
  try {
    const heard = new Promise<void>((resolve) => {
      listener.on('notification', ({ payload = '' }) => {
        told.push(payload)
        if (payload === '{"count":2}') resolve()
      })
    })
    await listener.query('listen "jobs:insert"')
    await listener.query(`select enqueue_jobs('[{"task":"write","payload":{},"attempts_max":1,"priority":0}]')`)
    await add({}, {})
    await heard
    // What the engine tells itself has a random number beside the count.
    expect(told.filter((payload) => payload.includes('"r"'))).toEqual([])
  } finally {
    await listener.end()
  }
})

test('workers of this process hear of each job at once, and others of all that gathered meanwhile, together', async () => {
  engine.register('write', async () => {})
  const heardHere: number[] = []
  engine.onAdded((added) => heardHere.push(added))
  const counts: number[] = []
  const listener = new pg.Client({ connectionString: t.place.serviceUrl })
  await listener.connect()
  try {
    listener.on('notification', ({ payload = '{}' }) => {
      const { count, r } = JSON.parse(payload) as { count: number; r?: number }
      // What the engine tells itself of a task it did not know has a random number beside the count.
      if (r === undefined) counts.push(count)
    })
    await listener.query('listen "jobs:insert"')
    for (let n = 0; n < 20; n++) await add({ payload: { n } })
    expect(heardHere).toEqual(Array.from({ length: 20 }, () => 1))
    await expect.poll(() => counts.reduce((sum, count) => sum + count, 0)).toBe(20)
    expect(counts.length).toBeLessThan(20)
  } finally {
    await listener.end()
  }
})

test('where this process alone runs jobs nobody is told by the database, until others are seen', async () => {
  engine.register('write', async () => {})
  let heardHere = 0
  const told: number[] = []
  const workers = tellWorkers(t.db)
  const listener = new pg.Client({ connectionString: t.place.serviceUrl })
  await listener.connect()
  try {
    listener.on('notification', ({ payload = '{}' }) => told.push((JSON.parse(payload) as { count: number }).count))
    await listener.query('listen "jobs:insert"')
    workers.seeOthers(false)
    // No workers are here: it is one that only adds.
    workers.tell(1)
    await expect.poll(() => told).toEqual([1])
    workers.hear((added) => {
      heardHere += added
    })
    workers.tell(2)
    workers.seeOthers(true)
    workers.tell(4)
    await expect.poll(() => told).toEqual([1, 4])
    expect(heardHere).toBe(6)
  } finally {
    await listener.end()
  }
})
