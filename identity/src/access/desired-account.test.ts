import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CarryingGrant, desiredAccount, mayUse } from './desired-account.ts'

const now = new Date('2026-03-02T09:00:00Z')
const past = new Date(now.getTime() - 1)
const future = new Date(now.getTime() + 1)

const aGrant: fc.Arbitrary<CarryingGrant> = fc.record({
  grantId: fc.uuid(),
  state: fc.constantFrom('pending', 'active', 'ended'),
  endsAt: fc.constantFrom(null, past, now, future),
  entitlements: fc.array(fc.constantFrom('read', 'write', 'admin', 'Sales user'), { maxLength: 4 }),
})
const grants = fc.array(aGrant, { maxLength: 8 })
const all = { isPersonActive: true, isAppActive: true, now }

const table: [string, CarryingGrant[], boolean, boolean][] = [
  ['no grant', [], false, false],
  ['a pending grant', [{ grantId: 'a', state: 'pending', endsAt: null, entitlements: [] }], true, false],
  ['an active grant', [{ grantId: 'a', state: 'active', endsAt: future, entitlements: [] }], true, true],
  ['a due grant', [{ grantId: 'a', state: 'active', endsAt: now, entitlements: [] }], false, false],
  ['an ended grant', [{ grantId: 'a', state: 'ended', endsAt: future, entitlements: [] }], false, false],
]
test.each(table)('with %s: account and use follow', (_title, given, isAccount, isUse) => {
  expect(desiredAccount({ ...all, grants: given }).active).toBe(isAccount)
  expect(mayUse({ ...all, grants: given })).toBe(isUse)
})

test('the account does not depend on the order in which grants came', () => {
  fc.assert(
    fc.property(grants, grants, (some, others) => {
      const forward = desiredAccount({ ...all, grants: [...some, ...others] })
      expect(desiredAccount({ ...all, grants: [...others, ...some].reverse() })).toEqual(forward)
    }),
  )
})

test('one more grant never takes anything away, and one less never gives anything', () => {
  fc.assert(
    fc.property(grants, aGrant, (some, more) => {
      const less = desiredAccount({ ...all, grants: some })
      const full = desiredAccount({ ...all, grants: [...some, more] })
      if (less.active) expect(full.active).toBe(true)
      expect(full.entitlements).toEqual(expect.arrayContaining(less.entitlements))
      expect(full.grantIds).toEqual(expect.arrayContaining(less.grantIds))
    }),
  )
})

test('every entitlement of the account comes from a grant that holds', () => {
  fc.assert(
    fc.property(grants, (given) => {
      const account = desiredAccount({ ...all, grants: given })
      const holding = given.filter((grant) => account.grantIds.includes(grant.grantId))
      expect(holding.some((grant) => grant.state === 'ended')).toBe(false)
      expect(account.entitlements).toEqual([...new Set(holding.flatMap((grant) => [...grant.entitlements]))].sort())
      expect(account.active).toBe(account.grantIds.length > 0)
    }),
  )
})

test('nothing is wanted for people who are not active or for retired apps, whatever they hold', () => {
  fc.assert(
    fc.property(
      grants,
      fc.constantFrom([false, true], [true, false], [false, false]),
      (given, [isPersonActive, isAppActive]) => {
        const facts = { isPersonActive: Boolean(isPersonActive), isAppActive: Boolean(isAppActive), grants: given, now }
        expect(desiredAccount(facts)).toEqual({ active: false, entitlements: [], grantIds: [] })
        expect(mayUse(facts)).toBe(false)
      },
    ),
  )
})

test('whoever may use an app has an account in it', () => {
  fc.assert(
    fc.property(grants, (given) => {
      if (mayUse({ ...all, grants: given })) expect(desiredAccount({ ...all, grants: given }).active).toBe(true)
    }),
  )
})
