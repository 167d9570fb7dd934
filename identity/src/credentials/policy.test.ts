import { describe, expect, it } from 'vitest'
import type { Address } from '../directory/module.ts'
import { defaultPolicy, recoveryAddresses } from './policy.ts'

const now = new Date('2026-03-02T09:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const address = (part: Partial<Address>): Address => ({
  mail: 'molly@home.example',
  changedAt: null,
  primary: false,
  recovery: true,
  ...part,
})

describe('an address proves who someone is', () => {
  const policy = defaultPolicy('d')

  it.each([
    ['known since the person was first seen', { changedAt: null }, true],
    ['unchanged for exactly seven days', { changedAt: daysAgo(7) }, true],
    ['changed six days ago', { changedAt: daysAgo(6) }, false],
    ['added a moment ago', { changedAt: now }, false],
    ['in a domain that signs in with the same directory', { recovery: false }, false],
  ])('%s: %o → %s', (_title, part, counts) => {
    expect(recoveryAddresses([address(part)], policy, now)).toHaveLength(counts ? 1 : 0)
  })

  it('after as many days as the policy of the directory says', () => {
    const addresses = [address({ changedAt: daysAgo(6) })]
    expect(recoveryAddresses(addresses, { ...policy, addressQuietDays: 5 }, now)).toEqual(['molly@home.example'])
  })
})
