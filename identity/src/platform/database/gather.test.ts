import { expect, test } from 'vitest'
import { Failure } from '../errors.ts'
import { gather } from './gather.ts'

const refused = (code: string) => Object.assign(new Error('not three'), { code })
const away = () => new Failure('unavailable', 'database_unavailable', 'The database cannot be reached right now.')

test('what is handed in at once is written once, and what comes meanwhile with the next', async () => {
  const written: number[][] = []
  const gate = Promise.withResolvers<void>()
  const hand = gather<number>(async (items) => {
    written.push([...items])
    if (written.length === 1) await gate.promise
  })
  const first = [hand(1), hand(2)]
  await new Promise((resolve) => setImmediate(resolve))
  const second = [hand(3), hand(4), hand(5)]
  await new Promise((resolve) => setImmediate(resolve))
  expect(written).toEqual([[1, 2]])
  gate.resolve()
  await Promise.all([...first, ...second])
  expect(written).toEqual([
    [1, 2],
    [3, 4, 5],
  ])
})

test('of what cannot be written together each is written alone, and only whose cannot is told so', async () => {
  const kept: number[] = []
  const hand = gather<number>(async (items) => {
    if (items.includes(3)) throw refused('23505')
    kept.push(...items)
  })
  const settled = await Promise.allSettled([1, 2, 3, 4].map(hand))
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(kept).toEqual([1, 2, 4])
  await hand(5)
  expect(kept).toEqual([1, 2, 4, 5])
})

test('each caller is answered what the write says of their item, also where each was written alone', async () => {
  const doubled = gather<number, number>(async (items) => {
    if (items.length > 1 && items.includes(3)) throw refused('23505')
    return items.map((item) => 2 * item)
  })
  expect(await Promise.all([1, 2].map(doubled))).toEqual([2, 4])
  expect(await Promise.all([3, 4].map(doubled))).toEqual([6, 8])
})

test('of those of which one met a lock each is written on its own', async () => {
  for (const code of ['40001', '40P01', '55P03']) {
    const hand = gather<number>(async (items) => {
      if (items.includes(2)) throw refused(code)
    })
    const settled = await Promise.allSettled([1, 2, 3].map(hand))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  }
})

test('with the database away nobody waits for the failures of the others', async () => {
  const error = away()
  let writes = 0
  const hand = gather<number>(async () => {
    writes++
    throw error
  })
  const settled = await Promise.allSettled([1, 2, 3].map(hand))
  expect(settled).toEqual(Array(3).fill({ status: 'rejected', reason: error }))
  expect(writes).toBe(1)
})

test('of those that took too long together only whose does alone fails, and nobody who comes later waits', async () => {
  const late = Promise.withResolvers<void>()
  const hand = gather<number, number>(async (items) => {
    if (items.includes(2) && items.length === 1) await late.promise
    if (items.includes(2)) throw refused('57014')
    return items.map((item) => 2 * item)
  })
  const [first, second, ...others] = [1, 2, 3, 4, 5, 6].map(hand)
  expect(await Promise.all([first, ...others])).toEqual([2, 6, 8, 10, 12])
  expect(await hand(7)).toBe(14)
  late.resolve()
  await expect(second).rejects.toMatchObject({ code: '57014' })
})

test('where each takes too long alone too, few wait for that and the others are told at once', async () => {
  const written: number[][] = []
  const hand = gather<number>(async (items) => {
    written.push([...items])
    throw refused('57014')
  })
  const settled = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(hand))
  expect(settled.map((each) => each.status === 'rejected' && each.reason.code)).toEqual(Array(6).fill('57014'))
  expect(written).toEqual([[1, 2, 3, 4, 5, 6], [1], [2], [3]])
})

test('a database that goes away between items fails those that are left, at once', async () => {
  const written: number[][] = []
  const hand = gather<number>(async (items) => {
    written.push([...items])
    if (items.length > 1 || items.includes(2)) throw refused('22P05')
    if (items.includes(3)) throw away()
  })
  const settled = await Promise.allSettled([1, 2, 3, 4, 5].map(hand))
  expect(settled.map((each) => (each.status === 'rejected' ? each.reason.code : 'written'))).toEqual([
    'written',
    '22P05',
    'database_unavailable',
    'database_unavailable',
    'database_unavailable',
  ])
  expect(written).toEqual([[1, 2, 3, 4, 5], [1], [2], [3]])
})

test('no write is larger than it may be', async () => {
  const sizes: number[] = []
  const hand = gather<number>(async (items) => void sizes.push(items.length), 3)
  await Promise.all(Array.from({ length: 8 }, (_, n) => hand(n)))
  expect(sizes).toEqual([3, 3, 2])
})
