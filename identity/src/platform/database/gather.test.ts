import { expect, test } from 'vitest'
import { gather } from './gather.ts'

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
    if (items.includes(3)) throw new Error('not three')
    kept.push(...items)
  })
  const settled = await Promise.allSettled([1, 2, 3, 4].map(hand))
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(kept).toEqual([1, 2, 4])
  await hand(5)
  expect(kept).toEqual([1, 2, 4, 5])
})

test('no write is larger than it may be', async () => {
  const sizes: number[] = []
  const hand = gather<number>(async (items) => void sizes.push(items.length), 3)
  await Promise.all(Array.from({ length: 8 }, (_, n) => hand(n)))
  expect(sizes).toEqual([3, 3, 2])
})
