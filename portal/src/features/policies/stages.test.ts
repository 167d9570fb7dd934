import { expect, test } from 'vitest'
import { hoursRise, movedStage, newStage } from './stages.ts'

const stages = ['first', 'second', 'third'].map(newStage)
const names = (index: number, step: 1 | -1) => movedStage(stages, index, step).map(({ name }) => name)

test('a stage moves by one place, and at the ends nothing moves', () => {
  expect(names(0, 1)).toEqual(['second', 'first', 'third'])
  expect(names(2, -1)).toEqual(['first', 'third', 'second'])
  expect(names(0, -1)).toEqual(['first', 'second', 'third'])
  expect(names(2, 1)).toEqual(['first', 'second', 'third'])
  expect(names(7, -1)).toEqual(['first', 'second', 'third'])
})

test('a new stage is one that the form takes as it is', () => {
  expect(hoursRise(newStage('any'))).toBe(true)
})

test.each([
  [24, 72, 168, true],
  [null, 72, 168, true],
  [24, null, 168, true],
  [null, null, 1, true],
  [24, 24, 168, false],
  [100, 72, 168, false],
  [24, 200, 168, false],
  [168, null, 168, false],
])(
  'reminder after %s, escalation after %s and denial after %s hours come one after the other: %s',
  (remindAfterHours, escalateAfterHours, denyAfterHours, rise) => {
    expect(hoursRise({ ...newStage('any'), remindAfterHours, escalateAfterHours, denyAfterHours })).toBe(rise)
  },
)
