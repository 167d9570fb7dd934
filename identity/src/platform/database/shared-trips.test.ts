import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../testing.ts'
import { openPool } from './open-database.ts'
import { sharedTrips } from './shared-trips.ts'
import type { Ask } from './trip.ts'

type Tables = { numbers: { id: number; text: string | null; at: Date | null; bytes: Buffer | null; list: string[] } }
const t = await testPlatform()
const pool = openPool({ url: t.place.serviceUrl })
afterAll(async () => {
  await pool.end()
  await t.close()
})
const numbers = () => t.db.withTables<Tables>()
const readOne = (id: number) => numbers().selectFrom('numbers').selectAll().where('id', '=', id).executeTakeFirst()
/** Often enough that the statement is prepared and so may travel with others. */
const warmUp = async (run: () => Promise<unknown>) => {
  for (let n = 0; n < 5; n++) await run()
}

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: t.place.ownerUrl })
  await owner.connect()
  await owner.query(`create table numbers (id integer primary key, text text, at timestamptz, bytes bytea, list text[] not null);
    insert into numbers select n, 'number ' || n, timestamptz '2026-03-02T09:00:00Z', '\\x01ff', '{a,b}' from generate_series(1, 50) n`)
  await owner.end()
})

/** Counts the messages in which statements went to the server. */
function counted(): { pool: pg.Pool; trips: () => number } {
  let trips = 0
  const counting = Object.create(pool) as pg.Pool
  counting.connect = (async () => {
    const client = await pool.connect()
    const query = (submitted: pg.Submittable) => {
      trips++
      return client.query(submitted)
    }
    return new Proxy(client, { get: (of, key) => (key === 'query' ? query : Reflect.get(of, key, of)) })
  }) as pg.Pool['connect']
  return { pool: counting, trips: () => trips }
}

const ask = (text: string, name: string | undefined, ...values: string[]): Ask => ({ text, name, values })
const double = (n: string) => ask('select $1::int * 2 as n', 'double', n)
const inverse = (n: string) => ask('select 100 / $1::int as n', 'inverse', n)

test('reads of the same moment are one trip, each with its own answer', async () => {
  const { pool: counting, trips } = counted()
  const shared = sharedTrips(counting)
  const answers = await Promise.all(['1', '2', '3'].map((n) => shared.read(double(n))))
  expect(answers.map(({ rows }) => rows)).toEqual([[{ n: 2 }], [{ n: 4 }], [{ n: 6 }]])
  expect(trips()).toBe(1)
})

test('who asks the same is answered by one evaluation, with rows that nobody else holds', async () => {
  const shared = sharedTrips(pool)
  const mark = (n: string) => ask(`select jsonb_build_object('n', $1::text, 'mark', gen_random_uuid()) as v`, 'mark', n)
  const read = async (n: string) => (await shared.read(mark(n))).rows[0]?.v as { n: string; mark: string }
  const [a, b, other] = await Promise.all([read('1'), read('1'), read('2')])
  expect(b).toEqual(a)
  expect(b).not.toBe(a)
  expect(other?.n).toBe('2')
  // The next one to ask is told what is true then.
  expect((await read('1')).mark).not.toBe(a?.mark)
})

test('a read that fails takes none of the others with it', async () => {
  const shared = sharedTrips(pool)
  const asked = ['1', '0', '2', '0', '4'].map((n) => shared.read(inverse(n)))
  const settled = await Promise.allSettled([...asked, shared.read(double('7'))])
  expect(settled.map((each) => (each.status === 'fulfilled' ? each.value.rows[0]?.n : each.reason.message))).toEqual([
    100,
    'division by zero',
    50,
    'division by zero',
    25,
    14,
  ])
  // And the connections are as good as before.
  expect((await Promise.all(['5', '10'].map((n) => shared.read(inverse(n))))).map(({ rows }) => rows)).toEqual([
    [{ n: 20 }],
    [{ n: 10 }],
  ])
})

test('a value that does not fit fails its own read, and rows of all types are as pg reads them', async () => {
  const shared = sharedTrips(pool)
  const big = (n: string) => ask('select $1::bigint as n', 'big', n)
  const [first, second] = await Promise.allSettled([shared.read(big('9007199254740993')), shared.read(big('7'))])
  expect(first).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('does not fit') } })
  expect(second).toMatchObject({ status: 'fulfilled', value: { rows: [{ n: 7 }], rowCount: 1, command: 'SELECT' } })

  await warmUp(() => readOne(1))
  const rows = await Promise.all([3, 4, 999].map(readOne))
  const others = { at: new Date('2026-03-02T09:00:00Z'), bytes: Buffer.from([1, 255]), list: ['a', 'b'] }
  expect(rows).toEqual([{ id: 3, text: 'number 3', ...others }, { id: 4, text: 'number 4', ...others }, undefined])
})

test('a read sees everything that was committed before it was asked for', async () => {
  await warmUp(() => readOne(7))
  for (let n = 0; n < 20; n++) {
    // Others of the same statement are under way all the time.
    const before = [1, 2, 3].map(readOne)
    await numbers()
      .updateTable('numbers')
      .set({ text: `turn ${n}` })
      .where('id', '=', 7)
      .execute()
    const [row] = await Promise.all([readOne(7), readOne(8), ...before])
    expect(row?.text).toBe(`turn ${n}`)
  }
})

test('what writes or locks goes alone, whatever it looks like, and is committed of its own', async () => {
  const bump = (id: number) =>
    numbers()
      .with('changed', (db) =>
        db.updateTable('numbers').set({ text: sql`text || '!'` }).where('id', '=', id).returning('text'),
      )
      .selectFrom('changed')
      .select('text')
      .execute()
  await warmUp(() => bump(20))
  const failing = numbers()
    .selectFrom('numbers')
    .select(sql<number>`1 / (id - id)`.as('n'))
    .where('id', '=', 1)
    .execute()
  const settled = await Promise.allSettled([bump(21), failing, bump(22)])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect([(await readOne(21))?.text, (await readOne(22))?.text]).toEqual(['number 21!', 'number 22!'])
})

test('a statement whose rows changed their shape is read anew after one failure', async () => {
  const read = () => numbers().selectFrom('numbers').selectAll().where('id', '=', 30).executeTakeFirstOrThrow()
  await warmUp(read)
  const owner = new pg.Client({ connectionString: t.place.ownerUrl })
  await owner.connect()
  await owner.query(`alter table numbers add column more text not null default 'more'`)
  await owner.end()
  // At most one failure on each connection that knew the statement.
  const outcomes = await Promise.allSettled([read(), ...Array.from({ length: 3 }, read)])
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason.message).toContain('must not change result type')
  for (let n = 0; n < 10; n++) await read().catch(() => {})
  expect(await read()).toMatchObject({ id: 30, more: 'more' })
})

test('with the server gone everybody is told so, and nobody waits', async () => {
  const url = new URL(t.place.serviceUrl)
  const nobody = openPool({ url: `${url.href}` })
  await nobody.end()
  const shared = sharedTrips(nobody)
  const settled = await Promise.allSettled([shared.read(double('1')), shared.read(double('2'))])
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

const into = (table: string) => (n: string) =>
  ask(`insert into ${table} values (100 / $1::int) returning id`, `into ${table}`, n)
const rowsOf = async (asked: Promise<{ rows: object[] }>) => (await asked).rows

test('writes that nobody waits for are one message with the reads of the moment, each committed on its own', async () => {
  const owner = new pg.Client({ connectionString: t.place.ownerUrl })
  await owner.connect()
  await owner.query('create table unhurried (id integer)')
  const { pool: counting, trips } = counted()
  const shared = sharedTrips(counting)
  for (let known = 0; known < 2; known++) {
    const before = trips()
    const asked = ['1', '0', '2'].map((n) => rowsOf(shared.unhurried(into('unhurried')(n))))
    const settled = await Promise.allSettled([rowsOf(shared.read(double('21'))), ...asked])
    expect(trips() - before).toBe(1)
    expect(settled.map((each) => (each.status === 'fulfilled' ? each.value : each.reason.message))).toEqual([
      [{ n: 42 }],
      [{ id: 100 }],
      'division by zero',
      [{ id: 50 }],
    ])
  }
  const many = Array.from({ length: 9 }, (_, n) => rowsOf(shared.unhurried(into('unhurried')(`${n + 1}`))))
  expect((await Promise.all(many)).flat()).toHaveLength(9)
  const { rows } = await owner.query('select count(*)::int as count from unhurried')
  await owner.end()
  expect(rows).toEqual([{ count: 13 }])
})

test('the connection gone in the middle of a message: whoever was answered has an answer, nobody else waits', async () => {
  const shared = sharedTrips(pool)
  const end = ask('select pg_terminate_backend(pg_backend_pid())::text as n', 'end it')
  const asked = [double('1'), end, double('2'), double('3')].map((each) => rowsOf(shared.unhurried(each)))
  const settled = await Promise.allSettled(asked)
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
  expect(await rowsOf(shared.unhurried(double('4')))).toEqual([{ n: 8 }])
})

test('a connection that cannot be had fails who waited for it, and nobody who asked later', async () => {
  const doors: PromiseWithResolvers<pg.PoolClient>[] = []
  const slow = Object.create(pool) as pg.Pool
  slow.connect = (() => {
    const door = Promise.withResolvers<pg.PoolClient>()
    doors.push(door)
    return door.promise
  }) as pg.Pool['connect']
  const shared = sharedTrips(slow)
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
  const first = [...Array.from({ length: 20 }, (_, n) => shared.read(double(`${n}`))), shared.unhurried(double('7'))]
  await nextTurn()
  const later = ['0', '50'].map((n) => shared.read(double(n)))
  await nextTurn()
  const settled = Promise.allSettled(first)
  // Two for the first twenty, and for all that wait now as well.
  expect(doors).toHaveLength(4)
  for (const door of doors.slice(0, 2)) door.reject(new Error('timeout exceeded when trying to connect'))
  expect((await settled).map(({ status }) => status)).toEqual(Array(21).fill('rejected'))
  for (const door of doors.slice(2)) door.resolve(await pool.connect())
  expect((await Promise.all(later)).map(({ rows }) => rows)).toEqual([[{ n: 0 }], [{ n: 100 }]])
})

test('a connection lost under way fails its own reads, and the next ones find another', async () => {
  const shared = sharedTrips(pool)
  const end = ask('select pg_terminate_backend(pg_backend_pid())::text as n', 'end')
  const settled = await Promise.allSettled([shared.read(double('1')), shared.read(end), shared.read(double('2'))])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await shared.read(double('4'))).rows).toEqual([{ n: 8 }])
})

test('a statement that was answered, and then could not be committed, has failed', async () => {
  const owner = new pg.Client({ connectionString: t.place.ownerUrl })
  await owner.connect()
  await owner.query(`create table refused (id integer);
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not at the commit'; end $$;
    create constraint trigger refuse after insert on refused deferrable initially deferred for each row execute function refuse()`)
  await owner.end()
  const insert = (name?: string) => sharedTrips(pool).alone(ask('insert into refused values ($1)', name, '1'))
  for (const name of [undefined, 'insert', 'insert']) await expect(insert(name)).rejects.toThrow('not at the commit')
  expect((await sharedTrips(pool).alone(ask('select count(*) as n from refused', undefined))).rows).toEqual([{ n: 0 }])
})

test('the server gone behind the answer of a statement: it has failed, and nobody else is given the connection', async () => {
  const owner = new pg.Client({ connectionString: t.place.ownerUrl })
  await owner.connect()
  await owner.query(`create table ended (id integer);
    create function end_it() returns trigger language plpgsql as $$ begin
      perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger end_it after insert on ended deferrable initially deferred for each row execute function end_it()`)
  await owner.end()
  const shared = sharedTrips(pool)
  await expect(shared.alone(ask('insert into ended values ($1)', undefined, '1'))).rejects.toThrow(
    'terminating connection',
  )
  for (let n = 0; n < 4; n++) expect((await shared.alone(double('4'))).rows).toEqual([{ n: 8 }])
})
