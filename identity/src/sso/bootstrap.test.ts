import { afterAll, beforeAll, expect, it } from 'vitest'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const make = async () => {
  const { link } = await house.sso.createBootstrapLink({ kind: 'system', name: 'serve' })
  expect([link.pathname, link.search]).toEqual(['/welcome', ''])
  return link.hash.slice(1)
}
const person = { login: 'root', displayName: 'Ivan Petrov', mail: 'ivan@elsewhere.example', password: goodPassword }
const enter = (token: string, part: Partial<typeof person> = {}) =>
  house.browser().call('/api/bootstrap', { method: 'POST', body: { token, ...person, ...part } })
const isUsable = async (token: string) =>
  (await house.browser().call('/api/bootstrap/check', { method: 'POST', body: { token } })).json().usable

it('the first administrator enters by the console link, once, and signs in by password from then on', async () => {
  expect(await house.browser().session()).toMatchObject({ firstRun: true })
  expect(await house.sso.hasAdministrator()).toBe(false)
  const replaced = await make()
  const token = await make()
  expect([await isUsable(replaced), await isUsable(token), await isUsable(token)]).toEqual([false, true, true])
  expect((await enter(replaced)).statusCode).toBe(401)

  const refused = await enter(token, { password: 'short' })
  expect([refused.statusCode, refused.json().code]).toEqual([400, 'password_rejected'])
  expect(await house.sso.hasAdministrator()).toBe(false)

  const browser = house.browser()
  const response = await browser.call('/api/bootstrap', { method: 'POST', body: { token, ...person } })
  expect([response.statusCode, response.json()]).toEqual([201, { kind: 'signed_in' }])
  expect(await browser.session()).toMatchObject({
    roles: ['admin'],
    firstRun: false,
    person: { login: 'root' },
    assurance: { methods: ['console_link', 'password'] },
  })
  expect((await enter(token, { login: 'second' })).statusCode).toBe(401)
  expect(await house.browser().session()).toMatchObject({ firstRun: false })
  const later = house.browser()
  expect((await later.signIn('root', goodPassword)).json()).toEqual({ kind: 'signed_in' })
  expect(await later.session()).toMatchObject({ roles: ['admin'] })
  const { items } = await house.audit.search(house.db, { action: 'administrator.bootstrapped' }, { limit: 10 })
  expect(items.map(({ body }) => body.actor.kind)).toEqual(['bootstrap'])
})

it('of two who use the link at the same instant, one enters', async () => {
  const token = await make()
  const results = await Promise.all([enter(token, { login: 'one' }), enter(token, { login: 'two' })])
  expect(results.map(({ statusCode }) => statusCode).sort()).toEqual([201, 401])
})

it('the link is over after a day, and says how to get a new one', async () => {
  const token = await make()
  house.clock.advance(24 * 3_600_000)
  expect(await isUsable(token)).toBe(false)
  const response = await enter(token, { login: 'late' })
  expect([response.statusCode, response.json().code]).toEqual([401, 'link_invalid'])
})
