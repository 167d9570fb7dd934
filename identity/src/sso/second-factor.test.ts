import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstPolicy } from './sign-on-policy.ts'
import { insertVersion } from './store-policy.ts'
import { addPasskey, addTotp, codeAt, securityKey } from './testing-authenticator.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse, publicUrl } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const now = () => house.clock.now()
const minute = 60_000
const post = (browser: Browser, path: string, body: object) => browser.call(path, { method: 'POST', body })
const mine = async (browser: Browser) => (await browser.call('/api/sessions')).statusCode

/** Somebody with an authenticator app; the code that added it is used up, so the clock moves on. */
async function withTotp(login: string) {
  const person = await house.addPerson({ login, password: goodPassword })
  const browser = house.browser()
  await browser.signIn(login, goodPassword)
  const secret = await addTotp(browser, now)
  house.clock.advance(minute)
  return { person, browser, code: () => codeAt(secret, now()) }
}

const totp = (answer: string, more: object = {}) => ({ kind: 'totp', answer, ...more })

describe('signing in with a second factor', () => {
  it('opens nothing by the password alone, and a session by the code after it', async () => {
    const { person, code } = await withTotp('molly')
    const browser = house.browser()
    const asked = (await browser.signIn('molly', goodPassword)).json()
    expect(asked).toMatchObject({ kind: 'factor_wanted', rememberDays: 0, restsUntil: null })
    expect(asked.offers.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
      ['totp', 'Phone'],
    ])
    expect([await mine(browser), browser.cookies.has('__Host-hallpass')]).toEqual([401, false])
    expect((await post(browser, '/api/session/factor', totp(code()))).json()).toEqual({ kind: 'signed_in' })
    expect(await browser.session()).toMatchObject({
      person: { id: person.id },
      assurance: { methods: ['password', 'otp'] },
      enrolOnly: null,
    })
    expect(browser.cookies.has('__Host-hallpass-half')).toBe(false)
  })

  it('refuses a wrong code, and after five of them the right one too', async () => {
    const { code } = await withTotp('guessed')
    const browser = house.browser()
    await browser.signIn('guessed', goodPassword)
    for (let tries = 0; tries < 5; tries += 1) {
      const refused = await post(browser, '/api/session/factor', totp('000000'))
      expect([refused.statusCode, refused.json().code]).toEqual([401, 'factor_refused'])
    }
    expect((await post(browser, '/api/session/factor', totp(code()))).json().code).toBe('sign_in_over')
    expect(await mine(browser)).toBe(401)
  })

  it('takes one answer once: neither the code nor the half-open door works again', async () => {
    const { code } = await withTotp('replayed')
    const browser = house.browser()
    await browser.signIn('replayed', goodPassword)
    const half = browser.cookies.get('__Host-hallpass-half') ?? ''
    const used = code()
    expect((await post(browser, '/api/session/factor', totp(used))).statusCode).toBe(200)
    const thief = house.browser()
    await thief.session()
    thief.cookies.set('__Host-hallpass-half', half)
    expect((await post(thief, '/api/session/factor', totp(used))).json().code).toBe('sign_in_over')
    await thief.signIn('replayed', goodPassword)
    expect((await post(thief, '/api/session/factor', totp(used))).json().code).toBe('factor_refused')
  })

  it('is over after five minutes, and when the password was reset meanwhile', async () => {
    const { person, code } = await withTotp('slow')
    const browser = house.browser()
    await browser.signIn('slow', goodPassword)
    house.clock.advance(6 * minute)
    expect((await post(browser, '/api/session/factor', totp(code()))).json().code).toBe('sign_in_over')
    await browser.signIn('slow', goodPassword)
    await house.db.transaction((tx) => house.credentials.moveValidFrom(tx, person.id))
    expect((await post(browser, '/api/session/factor', totp(code()))).json().code).toBe('sign_in_over')
  })

  it('without a half-open door is refused, whoever asks', async () => {
    expect((await post(house.browser(), '/api/session/factor', totp('123456'))).json().code).toBe('sign_in_over')
  })

  it('takes a recovery code in its place, once', async () => {
    const { browser } = await withTotp('lost-phone')
    const made = (await post(browser, '/api/factors/recovery-codes', {})).json()
    const [code] = made.codes
    const again = house.browser()
    await again.signIn('lost-phone', goodPassword)
    const answer = { kind: 'recovery_codes', answer: code }
    expect((await post(again, '/api/session/factor', answer)).json()).toEqual({ kind: 'signed_in' })
    expect(await again.session()).toMatchObject({ assurance: { methods: ['password', 'recovery'] } })
    const third = house.browser()
    await third.signIn('lost-phone', goodPassword)
    expect((await post(third, '/api/session/factor', answer)).json().code).toBe('factor_refused')
  })

  it('answers a wrong password of somebody with factors like that of a stranger', async () => {
    await withTotp('quiet')
    const answers = await Promise.all(
      ['quiet', 'a-stranger'].map((login) => house.browser().signIn(login, 'wrong password')),
    )
    const [known, stranger] = answers.map((answer) => ({ ...answer.json(), requestId: '' }))
    expect(known).toEqual(stranger)
  })
})

describe('a passkey', () => {
  it('signs in without a password, as both factors', async () => {
    const person = await house.addPerson({ login: 'pia', password: goodPassword })
    const browser = house.browser()
    await browser.signIn('pia', goodPassword)
    const key = securityKey(publicUrl.origin)
    await addPasskey(browser, key)
    const other = house.browser()
    await other.session()
    const { challengeId, options } = (await post(other, '/api/session/passkey/start', {})).json()
    const response = key.get(options)
    expect((await post(other, '/api/session/passkey', { challengeId, response })).json()).toEqual({ kind: 'signed_in' })
    const session = await other.session()
    expect(session).toMatchObject({ person: { id: person.id } })
    const replay = house.browser()
    await replay.session()
    expect((await post(replay, '/api/session/passkey', { challengeId, response })).json().code).toBe('sign_in_refused')
  })

  it('of somebody who was disabled is answered like any that is unknown', async () => {
    const person = await house.addPerson({ login: 'pete', password: goodPassword })
    const browser = house.browser()
    await browser.signIn('pete', goodPassword)
    const key = securityKey(publicUrl.origin)
    await addPasskey(browser, key)
    await house.setDisabled(person.id, true)
    const answers = []
    for (const used of [key, securityKey(publicUrl.origin)]) {
      const { challengeId, options } = (await post(house.browser(), '/api/session/passkey/start', {})).json()
      const answer = await post(house.browser(), '/api/session/passkey', { challengeId, response: used.get(options) })
      answers.push({ ...answer.json(), requestId: '' })
    }
    expect(answers[0]).toMatchObject({ status: 401, code: 'sign_in_refused' })
    expect(answers[1]).toEqual(answers[0])
  })
})

describe('a temporary pass', () => {
  it('opens nothing more by a passkey, nor under a policy that one proof is enough for', async () => {
    const person = await house.addPerson({ login: 'toni', password: goodPassword })
    const withPass = async () => {
      const { pass } = await house.db.transaction((tx) =>
        house.credentials.issueTemporaryPass(
          tx,
          { personId: person.id, caseId: null, minutes: 30 },
          { kind: 'system', name: 'test' },
        ),
      )
      const browser = house.browser()
      await browser.session()
      await post(browser, '/api/session/pass', { login: 'toni', pass: pass.reveal() })
      await browser.session()
      return browser
    }
    const byKey = await withPass()
    await addPasskey(byKey, securityKey(publicUrl.origin))
    expect([await mine(byKey), await byKey.session()]).toMatchObject([403, { enrolOnly: expect.any(Array) }])
    const otherwise = { proof: 'one' as const, kinds: [], maxAgeMinutes: null, rememberDays: 0 }
    const loose = { version: 1, rules: [], otherwise, authorId: null, madeAt: now() }
    await house.db.transaction((tx) => insertVersion(tx, loose))
    const byApp = await withPass()
    await addTotp(byApp, now)
    expect([await mine(byApp), await byApp.session()]).toMatchObject([403, { enrolOnly: expect.any(Array) }])
    await house.db.transaction((tx) => insertVersion(tx, { ...loose, version: 2, ...firstPolicy }))
  })

  it('is not used up by a stranger who types others', async () => {
    const person = await house.addPerson({ login: 'nele', password: goodPassword })
    const { pass } = await house.db.transaction((tx) =>
      house.credentials.issueTemporaryPass(
        tx,
        { personId: person.id, caseId: null, minutes: 30 },
        { kind: 'system', name: 'test' },
      ),
    )
    const stranger = house.browser({ address: '198.51.100.7' })
    await stranger.session()
    for (let tries = 0; tries < 6; tries += 1)
      await post(stranger, '/api/session/pass', { login: 'nele', pass: 'aaaa-bbbb-cccc' })
    const right = { login: 'nele', pass: pass.reveal() }
    expect((await post(stranger, '/api/session/pass', right)).statusCode).toBe(401)
    const own = house.browser({ address: '192.0.2.20' })
    await own.session()
    expect((await post(own, '/api/session/pass', right)).json().kind).toBe('enrol_wanted')
  })

  it('opens a session that can add a factor and do nothing else, once', async () => {
    const person = await house.addPerson({ login: 'tina', password: goodPassword })
    const { pass } = await house.db.transaction((tx) =>
      house.credentials.issueTemporaryPass(
        tx,
        { personId: person.id, caseId: null, minutes: 30 },
        { kind: 'system', name: 'test' },
      ),
    )
    const browser = house.browser()
    await browser.session()
    const body = { login: 'tina', pass: pass.reveal() }
    expect((await post(browser, '/api/session/pass', body)).json()).toMatchObject({ kind: 'enrol_wanted' })
    expect(await browser.session()).toMatchObject({ person: { id: person.id }, enrolOnly: expect.any(Array) })
    const shut = await browser.call('/api/my-apps')
    expect([shut.statusCode, shut.json().code]).toEqual([403, 'enrolment_only'])
    expect((await post(house.browser(), '/api/session/pass', body)).json().code).toBe('sign_in_refused')
    await addTotp(browser, now)
    expect(await browser.session()).toMatchObject({ enrolOnly: expect.any(Array) })
    expect((await browser.call('/api/my-apps')).statusCode).toBe(403)
  })
})

describe('confirming with a factor', () => {
  it('is wanted of whoever has one; the password alone is not enough', async () => {
    const { browser, code } = await withTotp('careful')
    house.clock.advance(20 * minute)
    const choices = (await post(browser, '/api/session/confirm/start', {})).json()
    expect(choices).toMatchObject({ password: false, enrol: [], challengeId: expect.any(String) })
    const byPassword = await post(browser, '/api/session/confirm', { password: goodPassword })
    expect([byPassword.statusCode, byPassword.json().code]).toEqual([401, 'factor_wanted'])
    const before = browser.cookies.get('__Host-hallpass')
    const { challengeId } = choices
    const wrong = await post(browser, '/api/session/confirm/factor', { challengeId, ...totp('000000') })
    expect(wrong.json().code).toBe('factor_refused')
    const right = await post(browser, '/api/session/confirm/factor', { challengeId, ...totp(code()) })
    expect(right.json()).toEqual({ kind: 'confirmed' })
    expect(browser.cookies.get('__Host-hallpass')).not.toBe(before)
    expect(await browser.session()).toMatchObject({
      assurance: { at: now().toISOString(), methods: expect.arrayContaining(['otp']) },
    })
    const again = await post(browser, '/api/session/confirm/factor', { challengeId, ...totp(code()) })
    expect(again.json().code).toBe('confirm_over')
  })

  it('is not asked of whoever just added that factor: recovery codes come right after it', async () => {
    await house.addPerson({ login: 'nora', password: goodPassword })
    const browser = house.browser()
    await browser.signIn('nora', goodPassword)
    house.clock.advance(14 * minute)
    await addTotp(browser, now)
    house.clock.advance(10 * minute)
    const made = await post(browser, '/api/factors/recovery-codes', {})
    expect([made.statusCode, made.json().codes?.length]).toEqual([201, 10])
    house.clock.advance(16 * minute)
    const late = await post(browser, '/api/factors/recovery-codes', {})
    expect([late.statusCode, late.json().code]).toEqual([401, 'insufficient_user_authentication'])
  })

  it('adds and removes none by the factor of this morning and the password of now', async () => {
    const { browser, code } = await withTotp('open-screen')
    const loose = { proof: 'one' as const, kinds: [], maxAgeMinutes: null, rememberDays: 0 }
    const next = { rules: [], authorId: null, madeAt: now() }
    await house.db.transaction((tx) => insertVersion(tx, { ...next, version: 3, otherwise: loose }))
    house.clock.advance(90 * minute)
    expect((await post(browser, '/api/session/confirm', { password: goodPassword })).statusCode).toBe(204)
    const [factor] = (await browser.call('/api/factors')).json().items
    const change = () => browser.call(`/api/factors/${factor.id}`, { method: 'DELETE' })
    for (const refused of [await post(browser, '/api/factors/totp', {}), await change()])
      expect(refused.json()).toMatchObject({
        code: 'insufficient_user_authentication',
        acr_values: 'mfa',
        methods: expect.stringContaining('otp hwk swk'),
      })
    const { challengeId } = (await post(browser, '/api/session/confirm/start', {})).json()
    await post(browser, '/api/session/confirm/factor', { challengeId, ...totp(code()) })
    expect((await change()).statusCode).toBe(204)
    await house.db.transaction((tx) => insertVersion(tx, { ...next, ...firstPolicy, version: 4 }))
  })

  it('by the challenge of somebody else proves nothing', async () => {
    const one = await withTotp('one')
    const other = await withTotp('other')
    const { challengeId } = (await post(other.browser, '/api/session/confirm/start', {})).json()
    const before = (await one.browser.session()) as unknown as { assurance: { at: string } }
    const answer = await post(one.browser, '/api/session/confirm/factor', { challengeId, ...totp(other.code()) })
    expect(answer.json().code).toBe('factor_refused')
    expect(await one.browser.session()).toMatchObject({ assurance: { at: before.assurance.at } })
  })
})
