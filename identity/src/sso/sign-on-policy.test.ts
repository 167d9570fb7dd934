import type { SignOnConditions, SignOnDemand, SignOnRule } from '@hallpass/contract/sign-on-policy'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { acrOf, amrOf } from './acr.ts'
import { isInNetworks, parseNetwork } from './network.ts'
import { judge, judgeAll, policyFaults, type SignOnFacts, type SignOnOutcome } from './sign-on-policy.ts'
import type { AssuranceMethod, Proof } from './types.ts'

const now = new Date('2026-03-02T09:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const proof = (method: AssuranceMethod, minutes = 0): Proof => ({ method, at: ago(minutes) })

const anybody: SignOnConditions = { purposes: [], appIds: [], groupIds: [], roles: [], networks: [], notNetworks: [] }
const one: SignOnDemand = { proof: 'one', kinds: [], maxAgeMinutes: null, rememberDays: 0 }
const two: SignOnDemand = { ...one, proof: 'two' }
const rule = (id: string, when: Partial<SignOnConditions>, demand: SignOnDemand): SignOnRule => ({
  id,
  name: id,
  enabled: true,
  when: { ...anybody, ...when },
  demand,
})
const facts = (more: Partial<SignOnFacts> = {}): SignOnFacts => ({
  purpose: 'sign_in',
  appId: null,
  groupIds: new Set(),
  roles: new Set(),
  address: '203.0.113.9',
  enrolled: [],
  proofs: [proof('password')],
  remembered: null,
  now,
  ...more,
})

describe('what a demand wants', () => {
  const remembers = { ...two, rememberDays: 30 }
  const hourly = { ...two, maxAgeMinutes: 60 }
  const passkeys = { ...two, kinds: ['passkey' as const] }
  test.each<[string, SignOnDemand, Partial<SignOnFacts>, SignOnOutcome]>([
    ['one proof: the password', one, {}, 'allow'],
    ['one proof: none yet', one, { proofs: [] }, 'factor_wanted'],
    ['one proof: a temporary pass is none', one, { proofs: [proof('temporary_pass')] }, 'factor_wanted'],
    [
      'one proof not older than an hour',
      { ...one, maxAgeMinutes: 60 },
      { proofs: [proof('password', 61)] },
      'factor_wanted',
    ],
    ['two of somebody who has none', two, {}, 'enrol_wanted'],
    ['two of somebody who has recovery codes alone', two, { enrolled: ['recovery_codes'] }, 'enrol_wanted'],
    ['two of somebody with an app', two, { enrolled: ['totp'] }, 'factor_wanted'],
    ['two given', two, { enrolled: ['totp'], proofs: [proof('password'), proof('otp')] }, 'allow'],
    [
      'two of one kind: a passkey and that kind',
      { ...two, kinds: ['totp'] },
      { enrolled: ['totp', 'passkey'], proofs: [proof('hwk'), proof('otp')] },
      'allow',
    ],
    [
      'two of one kind: a passkey alone',
      { ...two, kinds: ['totp'] },
      { enrolled: ['totp', 'passkey'], proofs: [proof('hwk')] },
      'factor_wanted',
    ],
    ['two: the second alone', two, { enrolled: ['totp'], proofs: [proof('otp')] }, 'factor_wanted'],
    [
      'two: a pass and a code',
      two,
      { enrolled: ['totp'], proofs: [proof('temporary_pass'), proof('otp')] },
      'factor_wanted',
    ],
    ['two: a passkey is both', two, { enrolled: ['passkey'], proofs: [proof('hwk')] }, 'allow'],
    [
      'two: a recovery code stands in',
      two,
      { enrolled: ['totp'], proofs: [proof('password'), proof('recovery')] },
      'allow',
    ],
    ['two if enrolled, of somebody who has none', { ...two, proof: 'two_if_enrolled' }, {}, 'allow'],
    [
      'two if enrolled, of somebody with an app',
      { ...two, proof: 'two_if_enrolled' },
      { enrolled: ['totp'] },
      'factor_wanted',
    ],
    [
      'two if enrolled, of somebody with a factor of a kind that does not count',
      { ...passkeys, proof: 'two_if_enrolled' },
      { enrolled: ['totp'] },
      'enrol_wanted',
    ],
    [
      'two if enrolled to confirm, of somebody with a factor of a kind that does not count',
      { ...passkeys, proof: 'two_if_enrolled' },
      { purpose: 'step_up', enrolled: ['totp'] },
      'enrol_wanted',
    ],
    [
      'two if enrolled, of somebody with recovery codes alone',
      { ...passkeys, proof: 'two_if_enrolled' },
      { enrolled: ['recovery_codes'] },
      'allow',
    ],
    [
      'a passkey, an app is not enough',
      passkeys,
      { enrolled: ['totp'], proofs: [proof('password'), proof('otp')] },
      'enrol_wanted',
    ],
    [
      'a passkey, a recovery code is not enough',
      passkeys,
      { enrolled: ['passkey'], proofs: [proof('password'), proof('recovery')] },
      'factor_wanted',
    ],
    [
      'every hour: the password may be older',
      hourly,
      { enrolled: ['totp'], proofs: [proof('password', 300), proof('otp', 59)] },
      'allow',
    ],
    [
      'every hour: the code may not',
      hourly,
      { enrolled: ['totp'], proofs: [proof('password'), proof('otp', 61)] },
      'factor_wanted',
    ],
    [
      'a remembered device',
      remembers,
      { enrolled: ['totp'], remembered: { method: 'otp', at: ago(29 * 1440) } },
      'allow',
    ],
    [
      'a device remembered too long ago',
      remembers,
      { enrolled: ['totp'], remembered: { method: 'otp', at: ago(30 * 1440) } },
      'factor_wanted',
    ],
    [
      'a remembered device where none may be',
      two,
      { enrolled: ['totp'], remembered: { method: 'otp', at: ago(1) } },
      'factor_wanted',
    ],
    [
      'a remembered device without a password',
      remembers,
      { enrolled: ['totp'], remembered: { method: 'otp', at: ago(1) }, proofs: [] },
      'factor_wanted',
    ],
    [
      'a device remembered with an app, where a passkey is wanted',
      { ...passkeys, rememberDays: 30 },
      { enrolled: ['totp', 'passkey'], remembered: { method: 'otp', at: ago(1) } },
      'factor_wanted',
    ],
    [
      'a device remembered with a passkey, where a passkey is wanted',
      { ...passkeys, rememberDays: 30 },
      { enrolled: ['totp', 'passkey'], remembered: { method: 'swk', at: ago(1) } },
      'allow',
    ],
    [
      'a device remembered with a recovery code, where a passkey is wanted',
      { ...passkeys, rememberDays: 30 },
      { enrolled: ['passkey'], remembered: { method: 'recovery', at: ago(1) } },
      'factor_wanted',
    ],
    [
      'a device from before it was kept with what, where a passkey is wanted',
      { ...passkeys, rememberDays: 30 },
      { enrolled: ['passkey'], remembered: { method: null, at: ago(1) } },
      'factor_wanted',
    ],
    [
      'a device from before it was kept with what, where any factor does',
      remembers,
      { enrolled: ['passkey'], remembered: { method: null, at: ago(1) } },
      'allow',
    ],
    ['nobody', { ...two, proof: 'deny' }, { enrolled: ['passkey'], proofs: [proof('hwk')] }, 'deny'],
  ])('%s', (_title, demand, more, outcome) => {
    expect(judge({ rules: [], otherwise: demand }, facts(more)).outcome).toBe(outcome)
  })

  it('wants a proof of the last 15 minutes where something is confirmed, unless it says otherwise', () => {
    const stale = facts({ purpose: 'step_up', proofs: [proof('password', 16)] })
    expect(judge({ rules: [], otherwise: one }, stale)).toMatchObject({ outcome: 'factor_wanted', maxAgeSeconds: 900 })
    expect(judge({ rules: [], otherwise: { ...one, maxAgeMinutes: 30 } }, stale).outcome).toBe('allow')
  })
})

describe('which rule decides', () => {
  test.each<[string, Partial<SignOnConditions>, Partial<SignOnFacts>, boolean]>([
    ['an app', { appIds: ['crm'] }, { purpose: 'launch', appId: 'crm' }, true],
    ['another app', { appIds: ['crm'] }, { purpose: 'launch', appId: 'mail' }, false],
    ['no app at all', { appIds: ['crm'] }, {}, false],
    ['a group', { groupIds: ['finance', 'it'] }, { groupIds: new Set(['it']) }, true],
    ['another group', { groupIds: ['finance'] }, { groupIds: new Set(['it']) }, false],
    ['a role', { roles: ['admin'] }, { roles: new Set(['admin'] as const) }, true],
    ['no role', { roles: ['admin'] }, {}, false],
    ['an occasion', { purposes: ['step_up'] }, { purpose: 'step_up' }, true],
    ['another occasion', { purposes: ['step_up'] }, {}, false],
    ['a network', { networks: ['203.0.113.0/24'] }, {}, true],
    ['another network', { networks: ['198.51.100.0/24'] }, {}, false],
    ['anywhere else', { notNetworks: ['198.51.100.0/24'] }, {}, true],
    ['not there', { notNetworks: ['203.0.113.9'] }, {}, false],
    ['all at once', { networks: ['203.0.113.0/24'], roles: ['admin'] }, {}, false],
  ])('%s', (_title, when, more, isMet) => {
    const verdict = judge({ rules: [rule('r', when, { ...one, proof: 'deny' })], otherwise: one }, facts(more))
    expect([verdict.rule?.id ?? null, verdict.considered[0]?.missed === null]).toEqual([isMet ? 'r' : null, isMet])
  })

  it('is the first that fits, and one that is switched off never', () => {
    const rules = [{ ...rule('off', {}, two), enabled: false }, rule('first', {}, one), rule('second', {}, two)]
    const verdict = judge({ rules, otherwise: two }, facts())
    expect([verdict.rule?.id, verdict.outcome, verdict.considered.map(({ id }) => id)]).toEqual([
      'first',
      'allow',
      ['off', 'first'],
    ])
  })

  it('is the strictest of several policies, whichever comes first', () => {
    const loose = { rules: [], otherwise: one }
    const strict = { rules: [], otherwise: two }
    expect(judgeAll([loose, strict], facts()).outcome).toBe('enrol_wanted')
    expect(judgeAll([strict, loose], facts()).outcome).toBe('enrol_wanted')
  })
})

describe('whatever the rules and the person', () => {
  const methods: AssuranceMethod[] = [
    'password',
    'console_link',
    'temporary_pass',
    'recovery',
    'otp',
    'hwk',
    'swk',
    'pop',
    'sms',
  ]
  const demands = fc.record({
    proof: fc.constantFrom('one', 'two_if_enrolled', 'two', 'deny' as const),
    kinds: fc.uniqueArray(fc.constantFrom('totp', 'passkey', 'push', 'sms' as const)),
    maxAgeMinutes: fc.option(fc.integer({ min: 1, max: 500 })),
    rememberDays: fc.integer({ min: 0, max: 90 }),
  }) as fc.Arbitrary<SignOnDemand>
  const people = fc.record({
    purpose: fc.constantFrom('sign_in', 'launch', 'step_up' as const),
    enrolled: fc.uniqueArray(fc.constantFrom('totp', 'passkey', 'push', 'sms', 'recovery_codes' as const)),
    proofs: fc.array(
      fc.tuple(fc.constantFrom(...methods), fc.integer({ min: 0, max: 600 })).map(([m, at]) => proof(m, at)),
    ),
    remembered: fc.option(
      fc.record({ method: fc.option(fc.constantFrom(...methods)), at: fc.integer({ min: 0, max: 200_000 }).map(ago) }),
    ),
  }) as fc.Arbitrary<Partial<SignOnFacts>>

  it('a proof more never gives less', () => {
    fc.assert(
      fc.property(demands, people, fc.constantFrom(...methods), (demand, person, method) => {
        const before = judge({ rules: [], otherwise: demand }, facts(person)).outcome
        const more = facts({ ...person, proofs: [...(person.proofs ?? []), proof(method)] })
        return before !== 'allow' || judge({ rules: [], otherwise: demand }, more).outcome === 'allow'
      }),
    )
  })

  it('where two are wanted, neither a password nor a pass nor a recovery code alone is enough', () => {
    fc.assert(
      fc.property(
        demands,
        people,
        fc.constantFrom('password', 'temporary_pass', 'recovery' as const),
        (demand, person, method) => {
          const alone = facts({ ...person, remembered: null, proofs: [proof(method as AssuranceMethod)] })
          return judge({ rules: [], otherwise: { ...demand, proof: 'two' } }, alone).outcome !== 'allow'
        },
      ),
    )
  })

  it('a person who is denied stays denied, and no age is allowed beyond what is wanted', () => {
    fc.assert(
      fc.property(demands, people, (demand, person) => {
        const verdict = judge({ rules: [], otherwise: demand }, facts(person))
        if (demand.proof === 'deny') return verdict.outcome === 'deny'
        if (verdict.outcome !== 'allow' || verdict.maxAgeSeconds === null) return true
        const oldest = now.getTime() - verdict.maxAgeSeconds * 1000
        return (person.proofs ?? []).some(({ at }) => at.getTime() >= oldest)
      }),
    )
  })
})

describe('networks', () => {
  test.each<[string, string[], boolean]>([
    ['203.0.113.9', ['203.0.113.0/24'], true],
    ['::ffff:203.0.113.9', ['203.0.113.0/24'], true],
    ['203.0.114.1', ['203.0.113.0/24'], false],
    ['2001:db8::1', ['2001:db8::/32'], true],
    ['2001:db9::1', ['2001:db8::/32'], false],
    ['203.0.113.9', ['0.0.0.0/0'], true],
    ['2001:db8::1', ['0.0.0.0/0'], false],
    ['not an address', ['0.0.0.0/0', '::/0'], false],
    ['203.0.113.9', ['nonsense', '203.0.113.9/99'], false],
  ])('%s in %s: %s', (address, networks, isIn) => {
    expect(isInNetworks(address, networks)).toBe(isIn)
  })

  it.each(['', 'x', '1.2.3', '1.2.3.4/33', '1.2.3.4/', '1.2.3.4/-1', '::/129', 'fe80::1%eth0', '1.2.3.4/8/8'])(
    '"%s" is neither address nor range',
    (text) => {
      expect(parseNetwork(text)).toBeNull()
      const faulty = { rules: [rule('r', { networks: [text] }, one)], otherwise: one }
      expect(policyFaults(faulty).map(({ field }) => field)).toEqual(['rules.0.when.networks.0'])
    },
  )
})

test('apps are told one proof or two, in the words of RFC 8176', () => {
  expect([acrOf([proof('password')]), amrOf([proof('password')])]).toEqual(['urn:hallpass:acr:one', ['pwd']])
  const both = [proof('password'), proof('otp')]
  expect([acrOf(both), amrOf(both)]).toEqual(['urn:hallpass:acr:two', ['mfa', 'otp', 'pwd']])
  expect([acrOf([proof('hwk')]), amrOf([proof('hwk')])]).toEqual(['urn:hallpass:acr:two', ['hwk', 'mfa', 'user']])
})
