import { describe, expect, test } from 'vitest'
import type { RemoteAccount } from './connectors/connector.ts'
import { driftOf, isTooMany } from './drift.ts'
import type { AccountRow } from './types.ts'

describe('drift', () => {
  const account = {
    actual: 'active',
    trouble: null,
    wantedVersion: 1,
    settledVersion: 1,
    profileMark: 'wanted:shown',
    entitlements: ['Read'],
  } as AccountRow
  const remote: RemoteAccount = {
    remoteId: '1',
    externalId: null,
    userName: 'molly',
    displayName: 'Molly',
    mails: [],
    active: true,
    entitlements: null,
    groups: ['g1'],
    fingerprint: 'shown',
  }
  const groups = new Map([['Read', 'g1']])
  test.each<[string, Partial<RemoteAccount>, Partial<AccountRow>, 'groups' | 'entitlements', string]>([
    ['as it was', {}, {}, 'groups', 'same'],
    ['inactive and should be active', { active: false }, {}, 'groups', 'changed'],
    ['active and should have ended', {}, { actual: 'inactive' }, 'groups', 'extra'],
    ['inactive as it should be', { active: false }, { actual: 'inactive' }, 'groups', 'same'],
    ['renamed', { fingerprint: 'other' }, {}, 'groups', 'changed'],
    ['in other groups', { groups: ['g2'] }, {}, 'groups', 'changed'],
    ['in more groups than we gave', { groups: ['g1', 'g2'] }, {}, 'groups', 'same'],
    ['in groups the app does not tell', { groups: null }, {}, 'groups', 'same'],
    ['without its value', { entitlements: [] }, {}, 'entitlements', 'changed'],
    ['with more values than we gave', { entitlements: ['Read', 'Own'] }, {}, 'entitlements', 'same'],
    ['being worked on', { active: false }, { wantedVersion: 2 }, 'groups', 'same'],
    ['in the hands of a person', { active: false }, { trouble: 'needs_task' }, 'groups', 'same'],
  ])('an account %s', (_what, there, here, as, expected) => {
    expect(driftOf({ ...remote, ...there }, { ...account, ...here }, { entitlementsAs: [as] }, groups)).toBe(expected)
  })

  test.each([
    [2, 0, 20, 'not too many'],
    [3, 10, 20, 'too many'],
    [20, 100, 20, 'not too many'],
    [21, 100, 20, 'too many'],
    [3, 100, 0, 'too many'],
  ])('%i removals of %i accounts are, with %i percent allowed, %s', (removals, active, percent, expected) => {
    expect(isTooMany(removals, active, percent)).toBe(expected === 'too many')
  })
})
