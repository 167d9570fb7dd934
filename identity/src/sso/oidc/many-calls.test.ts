import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { openRpWorld, openTestRp, type TestRp } from './testing-rp.ts'

/** How often one network may ask the provider: a busy program as often as it likes, whoever only tries as often as elsewhere. */
const perMinute = 60
let world: TestApp
let rp: TestRp
beforeAll(async () => {
  world = await openRpWorld({ HALLPASS_CALLS_PER_MINUTE: String(perMinute) })
  rp = await openTestRp(world)
})
afterAll(() => world?.close())
beforeEach(() => void world.platform.clock.advance(60_000))

const basic = (secret: string) => `Basic ${Buffer.from(`${rp.clientId}:${secret}`).toString('base64')}`

function post(path: string, form: Record<string, string>, authorization?: string, remoteAddress = '198.51.100.7') {
  return world.server.inject({
    method: 'POST',
    url: `/oidc/${path}`,
    remoteAddress,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(authorization === undefined ? {} : { authorization }),
    },
    payload: new URLSearchParams(form).toString(),
  })
}
const token = (secret: string, remoteAddress?: string) =>
  post('token', { grant_type: 'client_credentials' }, basic(secret), remoteAddress)

/** The statuses of so many calls, one after the other, each with how often it came. */
async function statusesOf(count: number, call: () => Promise<{ statusCode: number }>): Promise<Record<number, number>> {
  const found: Record<number, number> = {}
  for (let n = 0; n < count; n++) {
    const { statusCode } = await call()
    found[statusCode] = (found[statusCode] ?? 0) + 1
  }
  return found
}

test('a program with its right secret asks for tokens, and about them, as often as it likes', async () => {
  const given = await token(rp.secret)
  const asked = { token: given.json().access_token }
  expect(await statusesOf(perMinute, () => token(rp.secret))).toEqual({ 200: perMinute })
  const ask = () => post('token/introspection', asked, basic(rp.secret))
  expect(await statusesOf(perMinute, ask)).toEqual({ 200: perMinute })
  expect((await world.server.inject({ url: '/api/session', remoteAddress: '198.51.100.7' })).statusCode).toBe(200)
})

test('wrong secrets are refused after so many in a minute, from that network alone', async () => {
  expect(await statusesOf(perMinute + 5, () => token('wrong'))).toEqual({ 401: perMinute, 429: 5 })
  const refused = await token(rp.secret)
  expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await token(rp.secret, '203.0.113.9')).statusCode).toBe(200)
})

test('what proves nothing counts, though it is answered: a browser is told in words', async () => {
  const read = (url: string) =>
    world.server.inject({ url, remoteAddress: '198.51.100.7', headers: { accept: 'text/html' } })
  const found = await statusesOf(perMinute, () => read('/oidc/.well-known/openid-configuration'))
  expect(found).toEqual({ 200: perMinute })
  const refused = await read('/oidc/auth?client_id=none')
  expect(refused.statusCode).toBe(429)
  expect(refused.headers['content-type']).toContain('text/html')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.body).toContain(refused.headers['x-request-id'])
})

test('a client without a secret has proven nothing by its name', async () => {
  const open = await openTestRp(world, { tokenAuth: 'none' })
  const revoke = () => post('token/revocation', { client_id: open.clientId, token: 'none' })
  expect(await statusesOf(perMinute + 5, revoke)).toEqual({ 200: perMinute, 429: 5 })
})
