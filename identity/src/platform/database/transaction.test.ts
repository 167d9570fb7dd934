import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../testing.ts'
import { isConnectionFault } from './connection-faults.ts'
import type { Tx } from './database.ts'
import { openDatabase } from './open-database.ts'

type Tables = { pairs: { id: number; n: number } }
const t = await testPlatform()
afterAll(() => t.close())
const pairs = () => t.db.withTables<Tables>()
const setOne = (tx: Tx, id: number, n: number) =>
  tx.withTables<Tables>().updateTable('pairs').set({ n }).where('id', '=', id).execute()
const setBoth = (tx: Tx, n: number) => tx.withTables<Tables>().updateTable('pairs').set({ n }).execute()
const readBoth = () => pairs().selectFrom('pairs').select('n').orderBy('id').execute()

beforeAll(async () => {
  const owner = new Client({ connectionString: t.place.ownerUrl })
  await owner.connect()
  await owner.query(
    'create table pairs (id integer primary key, n bigint not null); insert into pairs values (1, 0), (2, 0)',
  )
  await owner.end()
})

test('work left for the end runs once per name, in the order it was first left, before the commit', async () => {
  const ran: string[] = []
  await t.db.transaction(async (tx) => {
    tx.afterCommit(() => ran.push('told'))
    tx.beforeCommit('trail', async () => void ran.push('trail'))
    tx.beforeCommit('events', async () => void ran.push('events'))
    tx.beforeCommit('trail', async () => void ran.push('trail again'))
    ran.push('work')
  })
  expect(ran).toEqual(['work', 'trail', 'events', 'told'])
})

test('work that leaves further work under its own name runs again; a failure of it rolls everything back', async () => {
  let rounds = 0
  await t.db.transaction(async (tx) => {
    const again = async (): Promise<void> => {
      if (++rounds < 3) tx.beforeCommit('trail', again)
    }
    tx.beforeCommit('trail', again)
  })
  expect(rounds).toBe(3)

  const told: string[] = []
  const failing = t.db.transaction(async (tx) => {
    await tx.withTables<Tables>().updateTable('pairs').set({ n: 99 }).execute()
    tx.afterCommit(() => told.push('committed'))
    tx.beforeCommit('trail', async () => {
      throw new Error('the trail is full')
    })
  })
  await expect(failing).rejects.toThrow('the trail is full')
  expect(told).toEqual([])
  expect(await pairs().selectFrom('pairs').select('n').where('n', '=', 99).execute()).toEqual([])
})

test('a deadlock is tried again with a clean slate, and both transactions happen', async () => {
  let attempts = 0
  const told: number[] = []
  const gate = Promise.withResolvers<void>()
  let waiting = 2
  const meet = async (): Promise<void> => {
    if (--waiting === 0) gate.resolve()
    await gate.promise
  }
  const raise = (first: number, second: number) =>
    t.db.transaction(async (tx) => {
      attempts++
      tx.afterCommit(() => told.push(first))
      for (const id of [first, second]) {
        await tx
          .withTables<Tables>()
          .updateTable('pairs')
          .set((eb) => ({ n: eb('n', '+', 1) }))
          .where('id', '=', id)
          .execute()
        if (id === first) await meet()
      }
    })
  await Promise.all([raise(1, 2), raise(2, 1)])
  expect(attempts).toBeGreaterThanOrEqual(3)
  expect(told.sort()).toEqual([1, 2])
  expect(await pairs().selectFrom('pairs').select('n').execute()).toEqual([{ n: 2 }, { n: 2 }])
})

test('a value of the transaction is made once and never shared with another', async () => {
  const key = Symbol('list')
  const list = () => t.db.transaction(async (tx) => [tx.memo(key, () => [1]), tx.memo(key, () => [2])])
  const [[a, b], [c]] = (await Promise.all([list(), list()])) as [number[][], number[][]]
  expect(a).toBe(b)
  expect(c).not.toBe(a)
})

test('bigint is a number and never silently rounded; a date is text; a timestamp is a Date', async () => {
  const read = async (expression: string) => {
    const { rows } = await sql<{ v: unknown }>`select ${sql.raw(expression)} as v`.execute(t.db.withTables<object>())
    return rows[0]?.v
  }
  expect(await read('9007199254740991::bigint')).toBe(Number.MAX_SAFE_INTEGER)
  await expect(read('9007199254740993::bigint')).rejects.toThrow('does not fit')
  expect(await read(`date '2026-03-02'`)).toBe('2026-03-02')
  expect(await read(`timestamptz '2026-03-02T09:00:00Z'`)).toEqual(new Date('2026-03-02T09:00:00Z'))
})

test('a connection that the server ends leaves the process and the next statement alone', async () => {
  const failing = t.db.transaction(async (tx) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.withTables<object>())
  })
  await expect(failing).rejects.toMatchObject({ kind: 'unavailable', code: 'database_unavailable' })
  expect(await t.db.isReachable()).toBe(true)
})

test('a server that only reads since another took its place is one that is away', async () => {
  const url = new URL(t.place.serviceUrl)
  url.searchParams.set('options', '-c default_transaction_read_only=on')
  const demoted = openDatabase({ url: url.href })
  expect(await demoted.isReachable()).toBe(false)
  const write = demoted.transaction((tx) =>
    tx.withTables<Tables>().updateTable('pairs').set({ n: 5 }).where('id', '=', 1).execute(),
  )
  await expect(write).rejects.toMatchObject({ kind: 'unavailable', code: 'database_unavailable' })
  await demoted.close()
})

test('a transaction that does nothing for too long is ended by the server, with its locks', async () => {
  const impatient = openDatabase({ url: t.place.serviceUrl, idleInTransactionMs: 100 })
  const idle = impatient.transaction(async (tx) => {
    await tx.withTables<Tables>().updateTable('pairs').set({ n: 5 }).where('id', '=', 1).execute()
    // Waits for the row that only the server's impatience can free.
    await pairs().updateTable('pairs').set({ n: 6 }).where('id', '=', 1).execute()
    await tx.withTables<Tables>().selectFrom('pairs').select('n').execute()
  })
  await expect(idle).rejects.toMatchObject({ kind: 'unavailable' })
  await impatient.close()
})

test('what is left to say is said in one statement, after the work left for the end, and committed with it', async () => {
  const say = (tx: Tx, id: number, n: number) =>
    tx.lastly(`pair ${id}`, () => sql`set_config('hallpass.said', ${`${id} ${n}`}, false)`)
  for (let run = 0; run < 4; run++) {
    await t.db.transaction(async (tx) => {
      say(tx, 1, run)
      say(tx, 1, 99)
      tx.lastly('nothing', () => undefined)
      tx.beforeCommit('late', async () => say(tx, 2, run))
      await setBoth(tx, run)
    })
    expect(await readBoth()).toEqual([{ n: run }, { n: run }])
  }
})

test('when what is left to say fails, nothing is committed, and the connection is as good as before', async () => {
  for (let run = 0; run < 4; run++) {
    const told: string[] = []
    const failing = t.db.transaction(async (tx) => {
      await setBoth(tx, 77)
      tx.afterCommit(() => told.push('committed'))
      tx.lastly('wrong', () => sql`1 / ${0}::int`)
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(told).toEqual([])
    expect((await readBoth()).map(({ n }) => n)).not.toContain(77)
    await t.db.transaction((tx) => setBoth(tx, run))
    expect(await readBoth()).toEqual([{ n: run }, { n: run }])
  }
})

test('a transaction that asks nothing, fails at its first statement or is given up leaves none open', async () => {
  for (let run = 0; run < 4; run++) {
    await t.db.transaction(async () => {})
    const failing = t.db.transaction((tx) => sql`select 1 / ${0}::int`.execute(tx.withTables<object>()))
    await expect(failing).rejects.toThrow('division by zero')
    const givenUp = t.db.transaction(async (tx) => {
      await setBoth(tx, 77)
      throw new Error('never mind')
    })
    await expect(givenUp).rejects.toThrow('never mind')
  }
  expect((await readBoth()).map(({ n }) => n)).not.toContain(77)
  const { rows } = await sql<{ open: number }>`select count(*) as open from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`.execute(t.db.withTables<object>())
  expect(rows).toEqual([{ open: 0 }])
})

test('queries sent at once in a transaction are all part of it', async () => {
  for (let run = 0; run < 3; run++) {
    const failing = t.db.transaction(async (tx) => {
      await Promise.all([1, 2].map((id) => setOne(tx, id, 88)))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await readBoth()).map(({ n }) => n)).not.toContain(88)
  }
})

test('what nobody waits for goes along with the next statement or the commit, in its place', async () => {
  const soon = (tx: Tx, id: number, n: number) =>
    tx.soon(tx.withTables<Tables>().updateTable('pairs').set({ n }).where('id', '=', id))
  for (let run = 0; run < 4; run++) {
    // The first statement, seen by those that follow; and the last, on its own with the commit.
    const seen = await t.db.transaction(async (tx) => {
      soon(tx, 1, run + 10)
      const read = await tx.withTables<Tables>().selectFrom('pairs').select('n').where('id', '=', 1).execute()
      soon(tx, 2, run + 20)
      return read
    })
    expect(seen).toEqual([{ n: run + 10 }])
    expect(await readBoth()).toEqual([{ n: run + 10 }, { n: run + 20 }])
    await t.db.transaction(async (tx) => {
      soon(tx, 1, run)
      tx.lastly('said', () => sql`set_config('hallpass.said', 'it', false)`)
    })
    expect((await readBoth())[0]).toEqual({ n: run })
  }
})

test('when what nobody waits for fails, nothing is committed, and its own error is told', async () => {
  const wrong = (tx: Tx) =>
    tx.soon(
      tx
        .withTables<Tables>()
        .updateTable('pairs')
        .set({ n: sql`1 / ${0}::int` }),
    )
  const before = await readBoth()
  for (let run = 0; run < 3; run++) {
    const atCommit = t.db.transaction(async (tx) => {
      await setBoth(tx, 55)
      wrong(tx)
    })
    await expect(atCommit).rejects.toThrow('division by zero')
    const withNext = t.db.transaction(async (tx) => {
      await setBoth(tx, 55)
      const first = setBoth(tx, 56)
      wrong(tx)
      await first
      await setBoth(tx, 57)
    })
    await expect(withNext).rejects.toThrow('division by zero')
    const withLast = t.db.transaction(async (tx) => {
      wrong(tx)
      tx.lastly('said', () => sql`set_config('hallpass.said', 'it', false)`)
    })
    await expect(withLast).rejects.toThrow('division by zero')
  }
  expect(await readBoth()).toEqual(before)
})

test('a statement left running past the end of its transaction is refused, not done outside of it', async () => {
  await t.db.transaction((tx) => setBoth(tx, 1))
  let stray: Promise<unknown> = Promise.resolve()
  let late: (() => void) | undefined
  await t.db.transaction(async (tx) => {
    await setOne(tx, 1, 1)
    const gate = new Promise<void>((resolve) => {
      late = resolve
    })
    stray = gate.then(() => setOne(tx, 1, 99))
  })
  late?.()
  await expect(stray).rejects.toThrow('after the end of its transaction')
  expect(await readBoth()).toEqual([{ n: 1 }, { n: 1 }])
})

test('a statement with more values than the protocol counts is refused by name, not read as an absent server', async () => {
  const rows = Array.from({ length: 33_000 }, (_, at) => ({ id: at + 10, n: 0 }))
  const insert = (tx: Tx) => tx.withTables<Tables>().insertInto('pairs').values(rows).execute()
  await expect(t.db.transaction(insert)).rejects.toThrow('A statement carries at most 65535 values, and not 66000.')
  const violation = Object.assign(new Error('a message that is wrong'), { code: '08P01' })
  expect(isConnectionFault(Object.assign(violation, { routine: 'exec_bind_message' }))).toBe(false)
  expect(isConnectionFault(Object.assign(violation, { routine: undefined }))).toBe(true)
})

test('what can be done later keeps nothing else from being: all of it runs again without that work', async () => {
  const ran: string[] = []
  await t.db.transaction((tx) => setBoth(tx, 0))
  await t.db.transaction(async (tx) => {
    await setOne(tx, 1, 5)
    await tx.orLater(
      async () => {
        ran.push('work')
        tx.afterCommit(() => ran.push('told of what was taken back'))
        await setOne(tx, 2, 5)
        // Nobody waits for its answer; it fails with what comes next.
        tx.soon(tx.withTables<Tables>().updateTable('pairs').set({ n: sql<number>`1 / 0` }))
      },
      async () => void ran.push('later'),
    )
  })
  expect(ran).toEqual(['work', 'later'])
  expect(await readBoth()).toEqual([{ n: 5 }, { n: 0 }])
})

test('what failed by itself is not run again for that, and fails with its own error', async () => {
  let runs = 0
  const none = async () => {}
  const fails = (isBegun: boolean) =>
    t.db.transaction(async (tx) => {
      runs++
      if (isBegun) await tx.orLater(none, none)
      throw new Error('of its own')
    })
  await expect(fails(false)).rejects.toThrow('of its own')
  expect(runs).toBe(1)
  await expect(fails(true)).rejects.toThrow('of its own')
  expect(runs).toBe(3)
})
