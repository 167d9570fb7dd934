import { expect, test } from 'vitest'
import { scaleFor } from './scale.ts'

test('the axis ends on a round number at or above the largest value', () => {
  expect(scaleFor([3, 7, null])).toEqual({ max: 8, steps: [0, 2, 4, 6, 8] })
  expect(scaleFor([100]).max).toBe(100)
  expect(scaleFor([101]).max).toBeGreaterThanOrEqual(101)
})

test('counts of things have no halves', () => {
  expect(scaleFor([1])).toEqual({ max: 1, steps: [0, 1] })
  for (const step of scaleFor([3]).steps) expect(Number.isInteger(step)).toBe(true)
})

test('without values there is still an axis', () => {
  expect(scaleFor([])).toEqual({ max: 1, steps: [0, 1] })
  expect(scaleFor([null, 0])).toEqual({ max: 1, steps: [0, 1] })
})
