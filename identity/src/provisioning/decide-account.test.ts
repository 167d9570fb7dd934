import { describe, expect, test } from 'vitest'
import type { Match, RemoteAccount } from './connectors/connector.ts'
import { type AccountFacts, decideAccount, profileMark } from './decide-account.ts'

const key = { externalId: 'person-1', userName: 'molly@acme.example', mail: 'molly@acme.example' }
const profile = { displayName: 'Molly', givenName: null, familyName: null, title: null, mail: 'molly@acme.example' }
const account: RemoteAccount = {
  remoteId: '7',
  externalId: 'person-1',
  userName: 'molly@acme.example',
  displayName: 'Molly',
  mails: ['Molly@acme.example'],
  active: true,
  entitlements: null,
  groups: null,
  fingerprint: 'shown',
}
const mark = profileMark({ key, profile, links: {}, keptDepartment: null }, account)
const found = (by: Match['by'], over: Partial<RemoteAccount> = {}): Match => ({ by, account: { ...account, ...over } })

function decide(matches: Match[], over: Partial<AccountFacts> = {}, known: Partial<AccountFacts['known']> = {}) {
  return decideAccount({
    wanted: { active: true, entitlements: [] },
    key,
    profile,
    links: {},
    keptDepartment: null,
    matches,
    known: { isChosen: false, profileMark: mark, given: [], ...known },
    isVouched: true,
    hasValues: false,
    ...over,
  })
}
const ended = { wanted: { active: false, entitlements: [] } }

describe('what is wanted', () => {
  test('and not there is made', () => {
    expect(decide([])).toEqual({ kind: 'make', make: { key, profile, entitlements: [] } })
  })
  test('and there is left alone', () => {
    expect(decide([found('remoteId')])).toMatchObject({ kind: 'as_wanted' })
  })
  test('and inactive is woken', () => {
    expect(decide([found('externalId', { active: false })])).toMatchObject({
      change: { active: true },
      isAdoption: false,
    })
  })
  test.each([
    ['the person has another name', {}, { profile: { ...profile, displayName: 'Molly Reed' } }],
    ['the app shows something else', { fingerprint: 'other' }, {}],
  ])('is written again when %s', (_why, there, facts) => {
    expect(decide([found('remoteId', there)], facts)).toMatchObject({ kind: 'change', change: { profile: {} } })
  })
  test('keeps the user name however the app spells it, and gets a new one with a new address', () => {
    const shouted = found('remoteId', { userName: 'MOLLY@ACME.EXAMPLE', fingerprint: 'other' })
    const same = decide([shouted])
    expect(same.kind === 'change' && same.change.userName).toBeUndefined()
    const moved = { key: { ...key, userName: 'molly.reed@acme.example' } }
    expect(decide([shouted], moved)).toMatchObject({ change: { userName: 'molly.reed@acme.example' } })
  })
})

describe('what is not wanted', () => {
  test('and there and ours is ended, and nothing else of it is touched', () => {
    expect(decide([found('externalId', { fingerprint: 'other' })], ended)).toMatchObject({ change: { active: false } })
  })
  test('and ended already is left alone', () => {
    expect(decide([found('remoteId', { active: false })], ended)).toMatchObject({ kind: 'as_wanted' })
  })
  test.each([[[]], [[found('userName', { externalId: null })]], [[found('userName'), found('userName')]]])(
    'and was never ours is no concern (%#)',
    (matches) => {
      expect(decide(matches, ended)).toEqual({ kind: 'absent' })
    },
  )
})

describe('an account of this user name that was there before us', () => {
  test.each<[string, Partial<RemoteAccount>]>([
    ['the right address', { externalId: null }],
    ['no address at all', { externalId: null, mails: [] }],
  ])('is adopted with %s', (_what, there) => {
    expect(decide([found('userName', there)])).toMatchObject({
      kind: 'change',
      isAdoption: true,
      change: { claim: true },
    })
  })
  test.each<[string, Match[]]>([
    ['other_key', [found('userName', { externalId: 'from-elsewhere' })]],
    ['other_address', [found('userName', { externalId: null, mails: ['molly.before@acme.example'] })]],
    ['was_ended', [found('userName', { externalId: null, active: false })]],
    ['two', [found('userName', { externalId: null }), found('userName', { externalId: null, remoteId: '8' })]],
    ['two', [found('externalId'), found('externalId', { remoteId: '8' })]],
  ])('is doubted: %s', (why, matches) => {
    const decision = decide(matches)
    expect(decision).toMatchObject({ kind: 'doubt', why })
    expect(decision.kind === 'doubt' && decision.candidates).toHaveLength(matches.length)
  })
  test.each<[string, Partial<RemoteAccount>]>([
    ['the very address', {}],
    ['no address at all', { mails: [] }],
  ])('is doubted with %s, where nobody vouches for theirs', (_what, there) => {
    const match = found('userName', { externalId: null, ...there })
    expect(decide([match], { isVouched: false })).toMatchObject({ kind: 'doubt', why: 'not_vouched' })
    const chosen = decide([match], { isVouched: false }, { isChosen: true })
    expect(chosen).toMatchObject({ kind: 'change', isAdoption: true })
  })
  test('is taken when an administrator chose it, other key or not', () => {
    const theirs = found('remoteId', { externalId: 'from-elsewhere', active: false })
    expect(decide([theirs], {}, { isChosen: true })).toMatchObject({ change: { claim: true, active: true } })
  })
})

describe('values of entitlements', () => {
  const values = (wanted: string[], has: string[] | null, given: string[]) => {
    const facts = { wanted: { active: true, entitlements: wanted }, hasValues: true }
    const decision = decide([found('remoteId', { entitlements: has })], facts, { given })
    return decision.kind === 'change' ? decision.change.entitlements : undefined
  }
  test('that we gave and are not wanted go, those of others stay', () => {
    expect(values(['Read'], ['Own', 'Write'], ['Write'])).toEqual(['Own', 'Read'])
  })
  test('that are so already are not written', () => {
    expect(values(['Read'], ['Read', 'Own'], ['Read'])).toBeUndefined()
    expect(values(['Read'], null, ['Read'])).toBeUndefined()
  })
  test('are part of a new account', () => {
    const facts = { wanted: { active: true, entitlements: ['Read'] }, hasValues: true }
    expect(decide([], facts)).toMatchObject({ make: { entitlements: ['Read'] } })
  })
})
