import { expect, test } from 'vitest'
import { createSilence } from './silence.ts'

function fake() {
  let now = 0
  const silence = createSilence(4000, () => now)
  return {
    after(milliseconds: number, shown: Record<string, number>) {
      now += milliseconds
      return silence.observe(new Map(Object.entries(shown)), 10_000)
    },
  }
}

test('a node that keeps beating is never silent; one that stops is, after the lease', () => {
  const { after } = fake()
  after(0, { a: 1, b: 1 })
  for (let beat = 2; beat <= 5; beat++) expect(after(2000, { a: beat, b: 1 })).toEqual([])
  expect(after(2000, { a: 6, b: 1 })).toEqual(['b'])
})

test('time in which this process was frozen does not count against the others', () => {
  const { after } = fake()
  after(0, { a: 1 })
  expect(after(600_000, { a: 1 })).toEqual([])
  expect(after(2000, { a: 2 })).toEqual([])
})

test('a thing that went away is forgotten', () => {
  const { after } = fake()
  after(0, { a: 1 })
  for (let i = 0; i < 4; i++) after(2000, { a: 1 })
  after(2000, {})
  expect(after(2000, { a: 1 })).toEqual([])
})
