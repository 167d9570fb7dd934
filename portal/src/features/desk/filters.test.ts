import { expect, test } from 'vitest'
import { deskDefaults, queryOf } from './filters.ts'

test('the queue shows what is unsettled unless something else is asked', () => {
  expect(queryOf(deskDefaults)).toEqual({ state: 'unsettled' })
  expect(queryOf({ ...deskDefaults, show: 'overdue', who: 'me' })).toEqual({
    state: 'unsettled',
    overdue: 'yes',
    assigned: 'me',
  })
})

test('an address with filters nobody knows still shows the queue', () => {
  expect(queryOf({ ...deskDefaults, show: 'x', kind: 'y', tier: 'z', who: 'w', text: '  ' })).toEqual({
    state: 'unsettled',
  })
})
