import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing.ts'
import type { Reader } from './database.ts'
import { forget, once, onceEach } from './once.ts'
import { remembering } from './remembering.ts'

let t: TestPlatform
beforeAll(async () => {
  t = await testPlatform()
})
afterAll(() => t.close())

/** A fact that is another each time it is read. */
function counter() {
  let reads = 0
  const read = (r: Reader, key = 'a') => once(r, 'facts', key, async () => ++reads)
  const readEach = (r: Reader, ...keys: string[]) =>
    onceEach(r, 'facts', keys, async (missing) => {
      reads++
      return new Map(missing.filter((key) => key !== 'nobody').map((key) => [key, `${key}${reads}`]))
    })
  return { read, readEach, reads: () => reads }
}

test('a transaction reads a fact once; the database itself and the next transaction read it anew', async () => {
  const { read } = counter()
  const seen = await t.db.transaction(async (tx) => [await read(tx), await read(tx), await read(tx, 'b')])
  expect(seen).toEqual([1, 1, 2])
  expect(await t.db.transaction((tx) => read(tx))).toBe(3)
  expect([await read(t.db), await read(t.db)]).toEqual([4, 5])
})

test('what was changed or locked is read anew', async () => {
  const { read } = counter()
  await t.db.transaction(async (tx) => {
    await read(tx)
    forget(tx, 'others')
    expect(await read(tx)).toBe(1)
    forget(tx, 'facts')
    expect(await read(tx)).toBe(2)
  })
})

test('of many only those not known yet are read, together; those that are nowhere are remembered as such', async () => {
  const { readEach, reads } = counter()
  await t.db.transaction(async (tx) => {
    expect(await readEach(tx, 'a', 'nobody')).toEqual(new Map([['a', 'a1']]))
    expect(await readEach(tx, 'b', 'a', 'nobody', 'b')).toEqual(
      new Map([
        ['b', 'b2'],
        ['a', 'a1'],
      ]),
    )
    expect(await readEach(tx, 'nobody')).toEqual(new Map())
    expect(reads()).toBe(2)
  })
})

test('a read that fails is not remembered', async () => {
  await t.db.transaction(async (tx) => {
    const failing = once(tx, 'facts', 'a', () => Promise.reject(new Error('away')))
    await expect(failing).rejects.toThrow('away')
    expect(await once(tx, 'facts', 'a', async () => 1)).toBe(1)
    const failingEach = onceEach(tx, 'facts', ['b', 'c'], () => Promise.reject(new Error('away')))
    await expect(failingEach).rejects.toThrow('away')
    expect(await onceEach(tx, 'facts', ['b'], async () => new Map([['b', 2]]))).toEqual(new Map([['b', 2]]))
  })
})

test('one answer knows what its transaction read, each transaction of it begins anew, and others know nothing', async () => {
  const { read } = counter()
  const one = remembering(t.db)
  expect(await one.transaction((tx) => read(tx))).toBe(1)
  expect([await read(one), await read(t.db), await read(remembering(t.db))]).toEqual([1, 2, 3])
  expect(await one.transaction((tx) => read(tx))).toBe(4)
  expect(await read(one)).toBe(4)
})
