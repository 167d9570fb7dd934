import { describe, expect, test } from 'vitest'
import { changedApps, type RoleParts, roleFaults } from './role-rules.ts'
import type { Role } from './types.ts'

const role: Role = {
  id: 'r',
  name: 'Salesforce users',
  description: '',
  askedBy: 'everyone',
  daysMax: 90,
  daysDefault: 30,
  productRole: null,
  state: 'active',
  version: 1,
  createdAt: new Date(0),
}
const parts: RoleParts = {
  apps: [{ appId: 'crm', entitlements: ['read'] }],
  ownerIds: ['fiona'],
  groupIds: [],
  conflictIds: [],
}
const known = {
  appIds: new Set(['crm', 'wiki']),
  personIds: new Set(['fiona']),
  groupIds: new Set(['finance']),
  roleIds: new Set(['pay']),
}

describe('a role', () => {
  test('that names only what exists is sound', () => {
    expect(roleFaults(role, parts, known)).toEqual([])
  })

  const wrong: [string, Partial<Role>, Partial<RoleParts>, string][] = [
    ['no name', { name: '' }, {}, 'name'],
    ['a default beyond its longest duration', { daysDefault: 91 }, {}, 'daysDefault'],
    ['groups that may ask and none of them named', { askedBy: 'groups' }, {}, 'groupIds'],
    ['an app twice', {}, { apps: [...parts.apps, ...parts.apps] }, 'apps.1.appId'],
    ['an app that is not there', {}, { apps: [{ appId: 'x', entitlements: [] }] }, 'apps.0.appId'],
    ['an empty entitlement', {}, { apps: [{ appId: 'crm', entitlements: [' '] }] }, 'apps.0.entitlements'],
    ['an owner who is not there', {}, { ownerIds: ['fiona', 'ghost'] }, 'ownerIds.1'],
    ['a conflict with itself', {}, { conflictIds: [role.id] }, 'conflictIds.0'],
    ['a conflicting role that is not there', {}, { conflictIds: ['x'] }, 'conflictIds.0'],
    ['a group that is not there', { askedBy: 'groups' }, { groupIds: ['x'] }, 'groupIds.0'],
  ]
  test.each(wrong)('with %s is refused by its field', (_title, change, changedParts, field) => {
    expect(
      roleFaults({ ...role, ...change }, { ...parts, ...changedParts }, known).map((fault) => fault.field),
    ).toEqual([field])
  })
})

test.each([
  ['nothing', [{ appId: 'crm', entitlements: ['a', 'b'] }], [{ appId: 'crm', entitlements: ['b', 'a'] }], []],
  ['an app added', [], [{ appId: 'crm', entitlements: [] }], ['crm']],
  ['an app removed', [{ appId: 'crm', entitlements: [] }], [], ['crm']],
  ['other entitlements', [{ appId: 'crm', entitlements: ['a'] }], [{ appId: 'crm', entitlements: ['b'] }], ['crm']],
])('a change of %s is seen', (_title, before, after, appIds) => {
  expect(changedApps(before, after)).toEqual(appIds)
})
