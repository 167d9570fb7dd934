import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTotp, codeAt } from './testing-authenticator.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, nextPassword, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const now = () => house.clock.now()
const dayMs = 24 * 3_600_000
const post = (browser: Browser, path: string, body: object) => browser.call(path, { method: 'POST', body })

/** Somebody who has just recovered their password with a mailed code and the only factor they have. */
async function recovered(login: string, { withCodes = false } = {}) {
  const person = await house.addPerson({ login, password: goodPassword })
  const browser = house.browser()
  await browser.signIn(login, goodPassword)
  const secret = await addTotp(browser, now)
  const codes: string[] = withCodes ? (await post(browser, '/api/factors/recovery-codes', {})).json().codes : []
  house.clock.advance(60_000)
  const { attemptId } = (await post(browser, '/api/password/resets', { login })).json()
  await house.jobs.runUntilIdle()
  const code = house.mailbox
    .filter(({ to }) => to === person.mail)
    .at(-1)
    ?.text.match(/\b\d{6}\b/)?.[0]
  const proven = (await post(browser, `/api/password/resets/${attemptId}/verify`, { code })).json()
  const second = { ticket: proven.ticket, kind: 'totp', code: codeAt(secret, now()) }
  const { ticket } = (await post(browser, '/api/password/tickets/proofs', second)).json()
  const done = await post(browser, '/api/password/tickets/finish', {
    ticket,
    password: nextPassword,
  })
  expect(done.statusCode).toBeLessThan(300)
  return { person, codes, code: () => codeAt(secret, now()) }
}

describe('while the factor rests that recovered the password', () => {
  it('the password alone opens nothing: the person is told when the factor counts again', async () => {
    const { code } = await recovered('molly')
    const restsUntil = new Date(now().getTime() + dayMs).toISOString()
    const browser = house.browser()
    expect((await browser.signIn('molly', nextPassword)).json()).toMatchObject({
      kind: 'factor_wanted',
      offers: [],
      restsUntil,
    })
    house.clock.advance(60_000)
    const resting = await post(browser, '/api/session/factor', { kind: 'totp', answer: code() })
    expect(resting.json().code).toBe('factor_refused')
    expect(browser.cookies.has('__Host-hallpass')).toBe(false)
    house.clock.advance(dayMs)
    await browser.signIn('molly', nextPassword)
    expect((await post(browser, '/api/session/factor', { kind: 'totp', answer: code() })).json().kind).toBe('signed_in')
  })

  it('a recovery code is the way through, and the password confirms nothing', async () => {
    const { codes } = await recovered('carla', { withCodes: true })
    const browser = house.browser()
    await browser.signIn('carla', nextPassword)
    const answer = { kind: 'recovery_codes', answer: codes[0] }
    expect((await post(browser, '/api/session/factor', answer)).json()).toEqual({ kind: 'signed_in' })
    await browser.session()
    house.clock.advance(20 * 60_000)
    const byPassword = await post(browser, '/api/session/confirm', { password: nextPassword })
    expect([byPassword.statusCode, byPassword.json().code]).toEqual([401, 'factor_wanted'])
    const choices = (await post(browser, '/api/session/confirm/start', {})).json()
    expect(choices).toMatchObject({ password: false, restsUntil: expect.any(String) })
    expect(choices.offers.map(({ kind }: { kind: string }) => kind)).toEqual(['recovery_codes'])
  })
})
