import type { SignOnDemand, SignOnRule } from '@hallpass/contract/sign-on-policy'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addPasskey, addTotp, codeAt, securityKey } from './testing-authenticator.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse, publicUrl } from './testing-house.ts'

let house: House
let ivan: Browser
let ines: Browser
const people: Record<string, string> = {}

beforeAll(async () => {
  house = await openHouse()
  for (const login of ['ivan', 'ines', 'molly', 'omar'])
    people[login] = (await house.addPerson({ login, displayName: login, password: goodPassword })).id
  for (const login of ['ivan', 'ines']) await house.grantProduct(people[login] ?? '', 'admin')
  ivan = house.browser()
  ines = house.browser()
  await ivan.signIn('ivan', goodPassword)
  await ines.signIn('ines', goodPassword)
})
afterAll(() => house.close())

const path = '/api/sign-on-policy'
const one: SignOnDemand = { proof: 'one', kinds: [], maxAgeMinutes: null, rememberDays: 0 }
const two: SignOnDemand = { ...one, proof: 'two' }
const rule = (name: string, when: Partial<SignOnRule['when']>, demand: SignOnDemand): SignOnRule => ({
  id: house.ids.next(),
  name,
  enabled: true,
  when: { purposes: [], appIds: [], groupIds: [], roles: [], networks: [], notNetworks: [], ...when },
  demand,
})
const read = async (browser = ivan) => (await browser.call(path)).json()
async function put(rules: SignOnRule[], otherwise: SignOnDemand = one, browser = ivan) {
  const { version } = await read(browser)
  return await browser.call(path, { method: 'PUT', body: { version, rules, otherwise } })
}
const tryIt = async (body: object) => (await ivan.call(`${path}/try`, { method: 'POST', body })).json()

beforeEach(async () => {
  for (const [browser] of [[ivan], [ines]] as const)
    await browser.call('/api/session/confirm', { method: 'POST', body: { password: goodPassword } })
  await put([])
  await house.jobs.runUntilIdle()
  house.mailbox.length = 0
})

describe('changing the policy', () => {
  it('is told to every administrator, and refused to whoever read an older version', async () => {
    const { version } = await read()
    const made = await put([rule('All', {}, one)])
    expect(made.json()).toMatchObject({ version: version + 1, changedBy: people.ivan, awaitsConfirmation: true })
    await house.jobs.runUntilIdle()
    const told = house.mailbox.filter(({ kind }) => kind === 'sign_on_policy_changed').map(({ to }) => to)
    expect(told.sort()).toEqual(['ines@contractor.example', 'ivan@contractor.example'])
    const late = await ivan.call(path, { method: 'PUT', body: { version, rules: [], otherwise: one } })
    expect([late.statusCode, late.json().code]).toEqual([409, 'policy_changed'])
  })

  it('names what cannot be: unknown apps and groups, networks that are none, a door that is shut for all', async () => {
    const ghost = house.ids.next()
    const answer = await put([rule('x', { appIds: [ghost], groupIds: [ghost], networks: ['home'] }, one)], {
      ...one,
      proof: 'deny',
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().fields.map(({ field }: { field: string }) => field)).toEqual([
      'rules.0.when.networks.0',
      'otherwise.proof',
      'rules.0.when.appIds.0',
      'rules.0.when.groupIds.0',
    ])
  })

  it('wants a fresh proof', async () => {
    house.clock.advance(16 * 60_000)
    const answer = await put([])
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'insufficient_user_authentication'])
  })

  it('makes nothing easier for its author until another administrator confirms it', async () => {
    await put([rule('Administrators', { purposes: ['sign_in'], roles: ['admin'] }, two)], one, ines)
    await ivan.call(`${path}/confirm`, { method: 'POST', body: { version: (await read()).version } })
    expect((await put([])).json()).toMatchObject({ awaitsConfirmation: true })
    const version = (await read()).version
    const own = house.browser()
    expect((await own.signIn('ivan', goodPassword)).json()).toMatchObject({ kind: 'enrol_wanted' })
    expect((await house.browser().signIn('ines', goodPassword)).json()).toEqual({ kind: 'signed_in' })
    const self = await ivan.call(`${path}/confirm`, { method: 'POST', body: { version } })
    expect([self.statusCode, self.json().code]).toEqual([409, 'own_policy'])
    const confirmed = await ines.call(`${path}/confirm`, { method: 'POST', body: { version } })
    expect(confirmed.json()).toMatchObject({ awaitsConfirmation: false })
    expect((await house.browser().signIn('ivan', goodPassword)).json()).toEqual({ kind: 'signed_in' })
  })
})

describe('what the policy does', () => {
  it('lets somebody without a factor add one at their first sign-in, and do nothing else until then', async () => {
    await put([rule('Two', { purposes: ['sign_in'] }, two)])
    const browser = house.browser()
    const answer = (await browser.signIn('omar', goodPassword)).json()
    expect(answer).toMatchObject({ kind: 'enrol_wanted', kinds: ['totp', 'passkey', 'push', 'sms'] })
    for (const [method, shut] of [
      ['GET', '/api/my-apps'],
      ['GET', '/api/sessions'],
      ['POST', '/api/sessions/end-others'],
      ['POST', '/api/session/confirm'],
    ] as const) {
      const refused = await browser.call(shut, {
        method,
        ...(shut.endsWith('confirm') ? { body: { password: goodPassword } } : {}),
      })
      expect([shut, refused.statusCode, refused.json().code]).toEqual([shut, 403, 'enrolment_only'])
    }
    const before = browser.cookies.get('__Host-hallpass')
    await addTotp(browser, () => house.clock.now())
    expect(browser.cookies.get('__Host-hallpass')).not.toBe(before)
    expect(await browser.session()).toMatchObject({ enrolOnly: null, assurance: { methods: ['password', 'otp'] } })
    expect((await browser.call('/api/my-apps')).statusCode).toBe(200)
  })

  it('lets somebody add the kind it wants whose own kind it does not take, once they have shown that one', async () => {
    await house.addPerson({ login: 'kim', password: goodPassword })
    const browser = house.browser()
    await browser.signIn('kim', goodPassword)
    const secret = await addTotp(browser, () => house.clock.now())
    house.clock.advance(60_000)
    await put([rule('Passkeys', { purposes: ['sign_in'] }, { ...two, kinds: ['passkey'] })])
    expect((await browser.signIn('kim', goodPassword)).json()).toMatchObject({
      kind: 'enrol_wanted',
      kinds: ['passkey'],
    })
    await browser.session()
    const post = (path: string, body: object) => browser.call(path, { method: 'POST', body })
    const byPassword = await post('/api/factors/passkeys', {})
    expect([byPassword.statusCode, byPassword.json().code]).toEqual([401, 'insufficient_user_authentication'])
    const { offers, challengeId } = (await post('/api/session/confirm/start', {})).json()
    expect(offers.map(({ kind }: { kind: string }) => kind)).toEqual(['totp'])
    const answer = codeAt(secret, house.clock.now())
    const shown = await post('/api/session/confirm/factor', { challengeId, kind: 'totp', answer })
    expect(shown.json()).toEqual({ kind: 'confirmed' })
    expect(await browser.session()).toMatchObject({ enrolOnly: ['passkey'] })
    expect((await browser.call('/api/my-apps')).statusCode).toBe(403)
    await addPasskey(browser, securityKey(publicUrl.origin))
    expect(await browser.session()).toMatchObject({ enrolOnly: null })
  })

  it('shuts a door from some networks, and says so only after the password was right', async () => {
    await put([rule('Not from there', { networks: ['198.51.100.0/24'] }, { ...one, proof: 'deny' })])
    const outside = { address: '198.51.100.7' }
    const denied = await house.browser(outside).signIn('molly', goodPassword)
    expect([denied.statusCode, denied.json().code]).toEqual([403, 'sign_in_denied'])
    expect((await house.browser(outside).signIn('molly', 'wrong password')).json().code).toBe('sign_in_refused')
    expect((await house.browser().signIn('molly', goodPassword)).json()).toEqual({ kind: 'signed_in' })
  })

  it('remembers a device where it may, until the password changes or its person forgets it', async () => {
    const person = await house.addPerson({ login: 'dev', password: goodPassword })
    const browser = house.browser()
    await browser.signIn('dev', goodPassword)
    const secret = await addTotp(browser, () => house.clock.now())
    house.clock.advance(60_000)
    await ivan.call('/api/session/confirm', { method: 'POST', body: { password: goodPassword } })
    await put([rule('Remember', { purposes: ['sign_in'] }, { ...two, rememberDays: 30 })])
    const answer = async () =>
      await browser.call('/api/session/factor', {
        method: 'POST',
        body: { kind: 'totp', answer: codeAt(secret, house.clock.now()), rememberDevice: true },
      })
    expect((await browser.signIn('dev', goodPassword)).json()).toMatchObject({
      kind: 'factor_wanted',
      rememberDays: 30,
    })
    expect((await answer()).json()).toEqual({ kind: 'signed_in' })
    expect((await browser.signIn('dev', goodPassword)).json()).toEqual({ kind: 'signed_in' })
    expect((await house.browser().signIn('dev', goodPassword)).json()).toMatchObject({ kind: 'factor_wanted' })
    expect((await browser.call('/api/devices/forget', { method: 'POST' })).json()).toEqual({ forgotten: 1 })
    expect((await browser.signIn('dev', goodPassword)).json()).toMatchObject({ kind: 'factor_wanted' })
    house.clock.advance(60_000)
    expect((await answer()).json()).toEqual({ kind: 'signed_in' })
    await house.db.transaction((tx) => house.credentials.moveValidFrom(tx, person.id))
    expect((await browser.signIn('dev', goodPassword)).json()).toMatchObject({ kind: 'factor_wanted' })
  })

  it('a device remembered with one kind stands in only where that kind counts: signing in, apps, and what would happen', async () => {
    const person = await house.addPerson({ login: 'remy', password: goodPassword })
    const { appId, roleId } = await house.addApp('Ledger', 'https://ledger.example/sso')
    await house.grant(person.id, roleId)
    const browser = house.browser()
    await browser.signIn('remy', goodPassword)
    const secret = await addTotp(browser, () => house.clock.now())
    await addPasskey(browser, securityKey(publicUrl.origin))
    house.clock.advance(60_000)
    await ivan.call('/api/session/confirm', { method: 'POST', body: { password: goodPassword } })
    const remembered = { ...two, rememberDays: 30 }
    const passkeys = { ...remembered, kinds: ['passkey' as const] }
    await put([
      rule('Ledger by passkey', { appIds: [appId] }, passkeys),
      rule('Remember', { purposes: ['sign_in'] }, remembered),
    ])
    await browser.signIn('remy', goodPassword)
    const answer = codeAt(secret, house.clock.now())
    const body = { kind: 'totp', answer, rememberDevice: true }
    await browser.call('/api/session/factor', { method: 'POST', body })
    expect((await browser.signIn('remy', goodPassword)).json()).toEqual({ kind: 'signed_in' })
    expect(await browser.session()).toMatchObject({ assurance: { methods: ['password'] } })
    expect((await browser.call(`/launch/${appId}`)).headers.location).toBe(`/confirm?app=${appId}`)

    const trial = async (more: object) =>
      (await tryIt({ personId: person.id, address: '203.0.113.9', ...more })).outcome
    expect([
      await trial({ rememberedWith: 'totp' }),
      await trial({ rememberedWith: 'totp', appId }),
      await trial({ rememberedWith: 'passkey', appId }),
    ]).toEqual(['allow', 'factor_wanted', 'allow'])

    await put([rule('By passkey', { purposes: ['sign_in'] }, passkeys)])
    expect((await browser.signIn('remy', goodPassword)).json()).toMatchObject({ kind: 'factor_wanted' })
  })

  it('remembers no device any more once a factor was removed, which may have been the one of a thief', async () => {
    const person = await house.addPerson({ login: 'vera', password: goodPassword })
    const { appId, roleId } = await house.addApp('Vault', 'https://vault.example/sso')
    await house.grant(person.id, roleId)
    const browser = house.browser()
    await browser.signIn('vera', goodPassword)
    const secret = await addTotp(browser, () => house.clock.now())
    await addPasskey(browser, securityKey(publicUrl.origin))
    house.clock.advance(60_000)
    await ivan.call('/api/session/confirm', { method: 'POST', body: { password: goodPassword } })
    const remember = { ...two, rememberDays: 30 }
    await put([rule('Remember', { purposes: ['sign_in', 'launch'] }, remember)])
    const owner = house.browser()
    for (const each of [browser, owner]) {
      await each.signIn('vera', goodPassword)
      house.clock.advance(60_000)
      const body = { kind: 'totp', answer: codeAt(secret, house.clock.now()), rememberDevice: true }
      await each.call('/api/session/factor', { method: 'POST', body })
      await each.session()
    }
    expect((await browser.signIn('vera', goodPassword)).json()).toEqual({ kind: 'signed_in' })
    await browser.session()
    const launch = async () => (await browser.call(`/launch/${appId}`)).headers.location
    expect(await launch()).toBe('https://vault.example/sso')

    const { items } = (await owner.call('/api/factors')).json()
    const totp = items.find(({ kind }: { kind: string }) => kind === 'totp')
    expect((await owner.call(`/api/factors/${totp.id}`, { method: 'DELETE' })).statusCode).toBe(204)
    expect(await launch()).toBe(`/confirm?app=${appId}`)
    expect((await browser.signIn('vera', goodPassword)).json()).toMatchObject({ kind: 'factor_wanted' })
  })

  it('asks for more before a sensitive app is opened, and opens it after that', async () => {
    const { appId, roleId } = await house.addApp('Salesforce', 'https://salesforce.example/sso')
    await house.grant(people.molly ?? '', roleId)
    await put([rule('Salesforce every hour', { appIds: [appId] }, { ...one, maxAgeMinutes: 60 })])
    const browser = house.browser()
    await browser.signIn('molly', goodPassword)
    const launch = async () => (await browser.call(`/launch/${appId}`)).headers.location
    expect(await launch()).toBe('https://salesforce.example/sso')
    house.clock.advance(61 * 60_000)
    expect(await launch()).toBe(`/confirm?app=${appId}`)
    const choices = await browser.call('/api/session/confirm/start', { method: 'POST', body: { appId } })
    expect(choices.json()).toMatchObject({ password: true, enrol: [] })
    const body = { password: goodPassword, appId }
    expect((await browser.call('/api/session/confirm', { method: 'POST', body })).statusCode).toBe(204)
    expect(await launch()).toBe('https://salesforce.example/sso')
  })
})

describe('what would happen', () => {
  it('names the rule that decides, and what did not fit of those before it', async () => {
    const { appId, roleId } = await house.addApp('Payroll', 'https://payroll.example')
    await house.grant(people.molly ?? '', roleId)
    const office = rule('Office', { networks: ['203.0.113.0/24'] }, one)
    const everywhere = rule('Payroll from anywhere', { appIds: [appId] }, two)
    await put([office, everywhere])
    const inside = await tryIt({ personId: people.molly, appId, address: '203.0.113.9' })
    expect(inside).toMatchObject({ outcome: 'allow', rule: { id: office.id, name: 'Office' } })
    const outside = await tryIt({ personId: people.molly, appId, address: '198.51.100.1' })
    expect(outside).toMatchObject({ outcome: 'enrol_wanted', rule: { name: 'Payroll from anywhere' } })
    expect(outside.considered).toEqual([
      { id: office.id, name: 'Office', missed: 'The address is outside its networks.' },
      { id: everywhere.id, name: 'Payroll from anywhere', missed: null },
    ])
    expect(outside.sentence).toContain('by the rule “Payroll from anywhere”')
    expect(outside.said).toMatchObject({ code: 'enrol', app: 'Payroll' })
    expect(outside.sentence.startsWith(outside.said.person)).toBe(true)
    expect(await tryIt({ personId: people.omar, appId, address: '203.0.113.9' })).toMatchObject({
      outcome: 'no_access',
      rule: null,
      said: { code: 'no_access', app: 'Payroll' },
    })
    const draft = { rules: [], otherwise: { ...one, proof: 'deny' } }
    expect(await tryIt({ personId: people.molly, address: '203.0.113.9', draft })).toMatchObject({ outcome: 'deny' })
    expect((await read()).rules).toHaveLength(2)
  })
})
