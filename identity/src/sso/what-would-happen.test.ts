import type { SignOnDemand, SignOnRule } from '@hallpass/contract/sign-on-policy'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertVersion } from './store-policy.ts'
import { addPasskey, addTotp, codeAt, securityKey } from './testing-authenticator.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse, publicUrl } from './testing-house.ts'
import { type TryPolicy, tryPolicy } from './try-policy.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const now = () => house.clock.now()
const minute = 60_000
const one: SignOnDemand = { proof: 'one', kinds: [], maxAgeMinutes: null, rememberDays: 0 }
const twoByApp: SignOnDemand = { ...one, proof: 'two', kinds: ['totp'] }
const rule = (name: string, when: Partial<SignOnRule['when']>, demand: SignOnDemand): SignOnRule => ({
  id: house.ids.next(),
  name,
  enabled: true,
  when: { purposes: [], appIds: [], groupIds: [], roles: [], networks: [], notNetworks: [], ...when },
  demand,
})
let version = 0
const hold = (rules: SignOnRule[], otherwise: SignOnDemand, authorId: string | null = null) =>
  house.db.transaction((tx) => insertVersion(tx, { version: ++version, rules, otherwise, authorId, madeAt: now() }))
const post = (browser: Browser, path: string, body: object) => browser.call(path, { method: 'POST', body })
const trial = (input: Omit<TryPolicy, 'address'>) => tryPolicy(house.sso.deps, { ...input, address: '192.0.2.10' })

async function byPasskey(key: ReturnType<typeof securityKey>) {
  const browser = house.browser()
  await browser.session()
  const { challengeId, options } = (await post(browser, '/api/session/passkey/start', {})).json()
  const entered = (await post(browser, '/api/session/passkey', { challengeId, response: key.get(options) })).json()
  await browser.session()
  return { browser, entered }
}

/** Somebody with an authenticator app and a passkey. */
async function withBoth(login: string) {
  const person = await house.addPerson({ login, password: goodPassword })
  const browser = house.browser()
  await browser.signIn(login, goodPassword)
  const secret = await addTotp(browser, now)
  const key = securityKey(publicUrl.origin)
  await addPasskey(browser, key)
  house.clock.advance(minute)
  return { person, key, code: () => codeAt(secret, now()) }
}

it('answers of an address only, and names the field where it is none', async () => {
  const person = await house.addPerson({ login: 'ada', password: goodPassword })
  for (const address of ['999.1.1.1', '203.0.113.0/24', 'fe80::1%eth0', 'example.com', '1.2.3']) {
    const refused = tryPolicy(house.sso.deps, { personId: person.id, address })
    await expect(refused).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'address' }] })
  }
  for (const address of ['203.0.113.9', ' 2001:db8::9 ', '::ffff:192.0.2.1'])
    expect(await tryPolicy(house.sso.deps, { personId: person.id, address })).toHaveProperty('outcome')
})

it('a passkey stands before a factor of the kind that is wanted, signing in and opening an app', async () => {
  await hold([], one)
  const { person, key, code } = await withBoth('pia')
  const { appId, roleId } = await house.addApp('Ledger', 'https://ledger.example/sso')
  await house.grant(person.id, roleId)
  await hold([], twoByApp)
  const signingIn = await byPasskey(key)
  expect(signingIn.entered).toMatchObject({ kind: 'factor_wanted', offers: [{ kind: 'totp' }] })
  const answer = { kind: 'totp', answer: code() }
  expect((await post(signingIn.browser, '/api/session/factor', answer)).json()).toEqual({ kind: 'signed_in' })

  await hold([rule('Ledger', { appIds: [appId] }, twoByApp)], { ...one, proof: 'two_if_enrolled' })
  house.clock.advance(minute)
  const { browser } = await byPasskey(key)
  const launch = async () => (await browser.call(`/launch/${appId}`)).headers.location
  expect(await launch()).toBe(`/confirm?app=${appId}`)
  const { challengeId } = (await post(browser, '/api/session/confirm/start', { appId })).json()
  await post(browser, '/api/session/confirm/factor', { challengeId, kind: 'totp', answer: code(), appId })
  await browser.session()
  expect(await launch()).toBe('https://ledger.example/sso')
})

it('what would happen is what happens: to the author of a change that nobody stands behind, and in an emergency', async () => {
  const ivan = await house.addPerson({ login: 'ivan', password: goodPassword })
  const ines = await house.addPerson({ login: 'ines', password: goodPassword })
  for (const { id } of [ivan, ines]) await house.grantProduct(id, 'admin')
  await hold([], { ...one, proof: 'two' })
  await hold([], one, ivan.id)
  expect((await trial({ personId: ivan.id })).outcome).toBe('enrol_wanted')
  expect((await trial({ personId: ines.id })).outcome).toBe('allow')
  const draft = { rules: [], otherwise: one }
  expect((await trial({ personId: ivan.id, draft })).outcome).toBe('allow')
  expect((await house.browser().signIn('ivan', goodPassword)).json().kind).toBe('enrol_wanted')

  const nobody = rule('Nobody from there', { networks: ['192.0.2.0/24'] }, { ...one, proof: 'deny' })
  await hold([nobody], one)
  const { password } = await house.sso.makeBreakGlass({ login: 'glass', actor: { kind: 'system', name: 'test' } })
  const [glass] = await house.directory.findByLogin(house.db, 'glass')
  expect(await trial({ personId: glass?.id ?? '' })).toMatchObject({ outcome: 'allow', rule: null })
  expect((await trial({ personId: ines.id })).outcome).toBe('deny')
  expect((await house.browser().signIn('glass', password.reveal())).json()).toEqual({ kind: 'signed_in' })
})

it('an app opens to nobody who may not sign in from there, and both rules are named', async () => {
  const person = await house.addPerson({ login: 'omar', password: goodPassword })
  const { appId, roleId } = await house.addApp('Payroll', 'https://payroll.example/sso')
  await house.grant(person.id, roleId)
  const shut = rule('Not from there', { purposes: ['sign_in'], networks: ['192.0.2.0/24'] }, { ...one, proof: 'deny' })
  const payroll = rule('Payroll', { purposes: ['launch'], appIds: [appId] }, twoByApp)
  await hold([shut, payroll], one)
  expect(await trial({ personId: person.id, appId })).toMatchObject({
    outcome: 'deny',
    said: { code: 'deny', app: null },
    rule: { name: 'Not from there' },
    signIn: { outcome: 'deny', rule: { name: 'Not from there' } },
  })
  expect((await house.browser({ address: '192.0.2.10' }).signIn('omar', goodPassword)).json().code).toBe(
    'sign_in_denied',
  )
  await hold([payroll], one)
  expect(await trial({ personId: person.id, appId })).toMatchObject({
    outcome: 'enrol_wanted',
    said: { app: 'Payroll' },
    rule: { name: 'Payroll' },
    signIn: { outcome: 'allow', rule: null },
  })
  expect((await trial({ personId: person.id })).signIn).toBeNull()
})

it('a device stands in for nothing that was taken away since', async () => {
  await hold([], { ...one, proof: 'two_if_enrolled', rememberDays: 30 })
  const { person, code } = await withBoth('remy')
  const browser = house.browser()
  await browser.signIn('remy', goodPassword)
  await post(browser, '/api/session/factor', { kind: 'totp', answer: code(), rememberDevice: true })
  expect((await browser.signIn('remy', goodPassword)).json().kind).toBe('signed_in')
  await browser.session()
  // What was given was a text message, as this operator no longer sends any.
  const devices = house.db.withTables<{ known_devices: { person_id: string; factor_method: string } }>()
  await devices.updateTable('known_devices').set({ factor_method: 'sms' }).where('person_id', '=', person.id).execute()
  expect((await browser.signIn('remy', goodPassword)).json().kind).toBe('factor_wanted')
  expect((await trial({ personId: person.id, rememberedWith: 'sms' })).outcome).toBe('factor_wanted')
  expect((await trial({ personId: person.id, rememberedWith: 'totp' })).outcome).toBe('allow')
})
