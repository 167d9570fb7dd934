import { expect, test } from 'vitest'
import { isHeldBack } from './removal-guard.ts'

const limits = { removalsPercentMax: 10, removalsCountMax: 5 }

test.each([
  ['nobody missing', { missing: 0, seen: 100, present: 100 }, false],
  ['a few of few', { missing: 3, seen: 2, present: 5 }, false],
  ['exactly the number', { missing: 5, seen: 5, present: 10 }, false],
  ['more than the number and the share', { missing: 6, seen: 4, present: 10 }, true],
  ['more than the number, a small share', { missing: 60, seen: 940, present: 1000 }, false],
  ['exactly the share', { missing: 100, seen: 900, present: 1000 }, false],
  ['just over the share', { missing: 101, seen: 899, present: 1000 }, true],
  ['the only one there was', { missing: 1, seen: 0, present: 1 }, true],
  ['nobody there at all', { missing: 0, seen: 0, present: 0 }, false],
])('%s', (_name, count, held) => {
  expect(isHeldBack(count, limits)).toBe(held)
})
