import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTotp, codeAt } from './testing-authenticator.ts'
import { goodPassword, type House, nextPassword, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.addPerson({ login: 'carla', password: goodPassword })
  await house.addPerson({ login: 'attacker', password: goodPassword })
})
afterAll(() => house.close())

const linkOf = (kind: string) => /https:\S+/.exec(house.mailbox.findLast((mail) => mail.kind === kind)?.text ?? '')?.[0]

describe('a foreign page', () => {
  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour of ours', { origin: 'https://www.acme.example', 'sec-fetch-site': 'same-site' }, false],
    [
      'an old browser that names no site, from another origin',
      { origin: 'https://evil.example', 'sec-fetch-site': '' },
      false,
    ],
    ['a form without our token', {}, true],
  ])('cannot sign a browser in as somebody else: %s', async (_title, headers, withoutToken) => {
    const browser = house.browser()
    await browser.session()
    const body = { login: 'attacker', password: goodPassword }
    const clean = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
    const response = await browser.call('/api/session', { method: 'POST', body, headers: clean, withoutToken })
    expect([response.statusCode, response.json().code]).toEqual([403, 'csrf_failed'])
    expect((await browser.session()).person).toBeNull()
  })

  it('cannot act for somebody who is signed in', async () => {
    const browser = house.browser()
    await browser.signIn('carla', goodPassword)
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    for (const path of ['/api/session/sign-out', '/api/sessions/end-others'])
      expect((await browser.call(path, { method: 'POST', headers })).statusCode).toBe(403)
    expect((await browser.call('/api/session/sign-out', { method: 'POST', withoutToken: true })).statusCode).toBe(403)
    expect((await browser.session()).person).not.toBeNull()
  })

  it('gains nothing from a cookie it fixed beforehand: signing in makes another one', async () => {
    const attacker = house.browser()
    await attacker.session()
    const fixed = { pre: attacker.cookies.get('__Host-hallpass-pre') ?? '', session: 'A'.repeat(43) }
    const victim = house.browser()
    victim.cookies.set('__Host-hallpass-pre', fixed.pre)
    victim.cookies.set('__Host-hallpass', fixed.session)
    expect((await victim.signIn('carla', goodPassword)).statusCode).toBe(200)
    expect(victim.cookies.get('__Host-hallpass')).not.toBe(fixed.session)
    expect(victim.cookies.get('__Host-hallpass-pre')).toBeUndefined()
    attacker.cookies.set('__Host-hallpass', fixed.session)
    expect((await attacker.session()).person).toBeNull()
    // The token of before signing in is worth nothing for the session.
    const { csrfToken } = await attacker.session()
    const response = await victim.call('/api/sessions/end-others', {
      method: 'POST',
      headers: { 'x-csrf-token': csrfToken },
    })
    expect(response.statusCode).toBe(403)
  })

  it('cannot name where to go: nothing redirects to an address out of a request', async () => {
    const { appId, roleId } = await house.addApp('Payroll', 'https://payroll.example/sso?from=hallpass')
    const person = await house.addPerson({ login: 'worker', password: goodPassword })
    await house.grant(person.id, roleId)
    const browser = house.browser()
    const evil = 'return_to=//evil.example&next=https://evil.example&redirect_uri=//evil.example'
    const before = await browser.call(`/launch/${appId}?${evil}`)
    expect([before.statusCode, before.headers.location]).toEqual([302, `/sign-in?app=${appId}`])
    for (const path of ['/launch/%2F%2Fevil.example', '/launch/https%3A%2F%2Fevil.example', '/launch//evil.example'])
      expect((await browser.call(path)).statusCode).toBeGreaterThanOrEqual(400)
    await browser.session()
    const signIn = await browser.call(`/api/session?${evil}`, {
      method: 'POST',
      body: { login: 'worker', password: goodPassword },
    })
    expect([signIn.statusCode, signIn.headers.location]).toEqual([200, undefined])
    const body = { login: 'worker', password: goodPassword, return_to: '//evil.example' }
    expect((await browser.call('/api/session', { method: 'POST', body })).statusCode).not.toBe(302)
    const launched = await browser.call(`/launch/${appId}?${evil}`)
    expect([launched.statusCode, launched.headers.location]).toEqual([302, 'https://payroll.example/sso?from=hallpass'])
  })
})

describe('the doors of the second factor', () => {
  const doors = ['factor', 'passkey/start', 'passkey', 'pass', 'confirm', 'confirm/start', 'confirm/factor']

  it.each(doors)('/api/session/%s cannot be used by a foreign page, nor without our token', async (door) => {
    const browser = house.browser()
    await browser.signIn('attacker', goodPassword)
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    for (const more of [{ headers }, { withoutToken: true }]) {
      const answer = await browser.call(`/api/session/${door}`, { method: 'POST', body: {}, ...more })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'csrf_failed'])
    }
  })

  it('a half-open door that was fixed beforehand opens nothing, and is replaced by one of ours', async () => {
    const person = await house.addPerson({ login: 'careful', password: goodPassword })
    const browser = house.browser()
    await browser.signIn('careful', goodPassword)
    const secret = await addTotp(browser, () => house.clock.now())
    house.clock.advance(60_000)
    const fixed = 'A'.repeat(43)
    const victim = house.browser()
    victim.cookies.set('__Host-hallpass-half', fixed)
    const asked = await victim.signIn('careful', goodPassword)
    expect([asked.headers['set-cookie']].flat()).toEqual([
      expect.stringMatching(/^__Host-hallpass-half=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
    expect(victim.cookies.get('__Host-hallpass-half')).not.toBe(fixed)
    const attacker = house.browser()
    await attacker.session()
    attacker.cookies.set('__Host-hallpass-half', fixed)
    const body = { kind: 'totp', answer: codeAt(secret, house.clock.now()) }
    expect((await attacker.call('/api/session/factor', { method: 'POST', body })).json().code).toBe('sign_in_over')
    // The half-open door is no session either.
    attacker.cookies.set('__Host-hallpass', victim.cookies.get('__Host-hallpass-half') ?? '')
    expect((await attacker.session()).person).toBeNull()
    expect((await victim.call('/api/session/factor', { method: 'POST', body })).json()).toEqual({ kind: 'signed_in' })
    expect(await victim.session()).toMatchObject({ person: { id: person.id } })
  })

  it('no page of them may be framed', async () => {
    for (const path of ['/api/session', '/api/sign-on-policy', `/launch/${house.ids.next()}`]) {
      const { headers } = await house.browser().call(path)
      expect([headers['x-frame-options'], headers['content-security-policy']]).toEqual([
        'DENY',
        expect.stringContaining("frame-ancestors 'none'"),
      ])
    }
  })
})

describe('a mail scanner that opens every link', () => {
  it('uses up nothing and changes nothing: only the button posts the token, which no server log sees', async () => {
    const browser = house.browser()
    const start = () => browser.call('/api/password/resets', { method: 'POST', body: { login: 'carla' } })
    expect((await start()).statusCode).toBe(202)
    await house.jobs.runUntilIdle()
    const link = new URL(linkOf('reset_code') ?? '')
    expect(link.search).toBe('')
    expect(link.hash.length).toBeGreaterThan(40)

    const scanner = house.browser({ address: '198.51.100.1' })
    const token = link.hash.slice(1)
    for (const path of [
      link.pathname,
      '/api/password/links/verify',
      `/api/password/links/verify?token=${token}`,
      '/api/password/disputes',
      '/api/bootstrap',
    ])
      expect((await scanner.call(path)).statusCode).toBeGreaterThanOrEqual(400)

    const verified = await browser.call('/api/password/links/verify', { method: 'POST', body: { token } })
    expect(verified.statusCode).toBe(200)
    const body = { ticket: verified.json().ticket, password: nextPassword }
    const finished = await browser.call('/api/password/tickets/finish', { method: 'POST', body })
    expect(finished.statusCode).toBe(204)
    // Finishing a reset signs nobody in.
    expect(finished.cookies).toEqual([])
    expect((await browser.session()).person).toBeNull()
  })
})

describe('"this was not me"', () => {
  it('signs out at once, tells every administrator and is posted once', async () => {
    const admin = await house.addPerson({ login: 'ivan', displayName: 'Ivan Petrov', password: goodPassword })
    await house.grantProduct(admin.id, 'admin')
    await house.addPerson({ login: 'fiona', displayName: 'Fiona Chen', password: goodPassword })
    const browser = house.browser()
    await browser.signIn('fiona', goodPassword)
    const body = { oldPassword: goodPassword, newPassword: nextPassword }
    expect((await browser.call('/api/password/change', { method: 'POST', body })).statusCode).toBe(204)
    await house.jobs.runUntilIdle()
    const token = new URL(linkOf('password_changed') ?? '').hash.slice(1)
    const dispute = () => house.browser().call('/api/password/disputes', { method: 'POST', body: { token } })
    expect((await dispute()).statusCode).toBe(204)
    expect((await dispute()).statusCode).toBe(401)
    expect((await browser.call('/api/sessions')).statusCode).toBe(401)
    await house.jobs.runUntilIdle()
    expect(house.mailbox.at(-1)).toMatchObject({ kind: 'reset_disputed', to: 'ivan@contractor.example' })
    expect(house.mailbox.at(-1)?.text).toContain('Fiona Chen')
  })
})

describe('a device of the person', () => {
  it('gets in while wrong passwords from elsewhere make strangers wait', async () => {
    await house.addPerson({ login: 'molly', password: goodPassword })
    const known = house.browser()
    expect((await known.signIn('molly', goodPassword)).statusCode).toBe(200)
    await known.call('/api/session/sign-out', { method: 'POST' })
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => house.browser({ address: `198.51.100.${index}` }).signIn('molly', 'no')),
    )
    expect((await house.browser().signIn('molly', goodPassword)).statusCode).toBe(401)
    expect((await known.signIn('molly', goodPassword)).json()).toEqual({ kind: 'signed_in' })
  })
})
