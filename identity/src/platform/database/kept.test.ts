import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing.ts'
import type { Reader } from './database.ts'
import { kept, keptWrite } from './kept.ts'

let t: TestPlatform
beforeAll(async () => {
  t = await testPlatform()
})
afterAll(() => t.close())

type Tables = { rate_counters: { key: string; window_start: Date; count: number } }
const tables = (r: Reader) => r.withTables<Tables>()
const window = new Date('2026-03-02T09:00:00Z')

let built = 0
const countOf = kept((r, { key, at }: { key: string; at: Date }) => {
  built++
  return tables(r)
    .selectFrom('rate_counters')
    .select(['key', 'count'])
    .where('window_start', '=', at)
    .where('key', '=', key)
    .where('count', '>', 0)
})
const add = kept((r, { key, count }: { key: string; count: number }) => ({
  compile: () =>
    sql<{ key: string }>`insert into rate_counters (key, window_start, count) values (${key}, ${window}, ${count})
      returning key`.compile(tables(r)),
}))

test('is built once, and takes the values of each call, in and outside of transactions, alone and together', async () => {
  expect(await add(t.db, { key: 'one', count: 1 })).toEqual([{ key: 'one' }])
  await t.db.transaction(async (tx) => {
    await add(tx, { key: 'two', count: 2 })
    expect(await countOf(tx, { key: 'two', at: window })).toEqual([{ key: 'two', count: 2 }])
  })
  const asked = ['one', 'two', 'three', 'two'].map((key) => countOf(t.db, { key, at: window }))
  expect((await Promise.all(asked)).flat().map(({ count }) => count)).toEqual([1, 2, 2])
  expect(await countOf(t.db, { key: 'one', at: new Date(0) })).toEqual([])
  expect(built).toBe(1)
})

test('a transaction that failed leaves nothing of it behind', async () => {
  const failing = t.db.transaction(async (tx) => {
    await add(tx, { key: 'four', count: 4 })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await countOf(t.db, { key: 'four', at: window })).toEqual([])
})

let writesBuilt = 0
const write = keptWrite((tx, row: { key: string; count: number }) => {
  writesBuilt++
  return tables(tx).insertInto('rate_counters').values({ key: row.key, window_start: window, count: row.count })
})

test('a write of a transaction is built once as well, and takes the values of each call', async () => {
  for (const [key, count] of [
    ['written one', 3],
    ['written two', 4],
  ] as const)
    await t.db.transaction(async (tx) => write(tx, { key, count }))
  const asked = ['written one', 'written two'].map((key) => countOf(t.db, { key, at: window }))
  expect((await Promise.all(asked)).flat().map(({ count }) => count)).toEqual([3, 4])
  expect(writesBuilt).toBe(1)
})
