import { expect, test } from 'vitest'
import { decideApproval } from './decide-approval.ts'

const people = (...states: string[]) => states.map((state) => ({ state, group: '' }))
const members = (...states: string[]) => states.map((state) => ({ state, group: 'g' }))
const rule = (waitFor: string, rejectHandling = 'reject') => new Map([['g', { waitFor, rejectHandling }]])

test.each([
  ['nobody was asked', [], new Map(), 'not requested'],
  ['one is still asked', people('approved', 'requested'), new Map(), 'requested'],
  ['all approved', people('approved', 'approved'), new Map(), 'approved'],
  ['one rejected', people('requested', 'rejected'), new Map(), 'rejected'],
  ['what is no longer needed does not count', people('approved', 'not_required'), new Map(), 'approved'],
  ['any of a group', members('approved', 'requested'), rule('any'), 'approved'],
  ['all of a group', members('approved', 'requested'), rule('all'), 'requested'],
  ['two of a group of three', members('approved', 'approved', 'requested'), rule('2'), 'approved'],
  ['two wanted, one so far', members('approved', 'requested', 'requested'), rule('2'), 'requested'],
  ['half of a group', members('approved', 'requested', 'requested', 'approved'), rule('50%'), 'approved'],
  [
    'a rejection in a group that waits for others',
    members('rejected', 'requested', 'requested'),
    rule('2', 'wait'),
    'requested',
  ],
  ['too many rejections to reach two', members('rejected', 'rejected', 'requested'), rule('2', 'wait'), 'rejected'],
  ['a person and a group', [...people('approved'), ...members('requested')], rule('any'), 'requested'],
] as const)('%s', (_title, asked, groups, expected) => {
  expect(decideApproval([...asked], groups)).toBe(expected)
})
