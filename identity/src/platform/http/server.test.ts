import { type AddressInfo, connect } from 'node:net'
import { route } from '@hallpass/contract/route'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Failure } from '../errors.ts'
import { type TestPlatform, testPlatform } from '../testing.ts'
import { assuredBy, type Principal } from './principal.ts'
import { createRateLimiter, networkOf } from './rate-limit.ts'
import { serve } from './route.ts'
import { createServer } from './server.ts'

const closed = { additionalProperties: false }
const greet = route({
  id: 'test.greet',
  method: 'POST',
  path: '/api/greet/:id',
  summary: 'Greets',
  access: 'person',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }, closed),
  query: Type.Object({ times: Type.Optional(Type.Integer({ minimum: 1, maximum: 3, default: 1 })) }, closed),
  body: Type.Object({ name: Type.String({ minLength: 1 }), shout: Type.Optional(Type.Boolean()) }, closed),
  success: { status: 200, schema: Type.Object({ text: Type.String() }) },
})
const adminOnly = route({
  id: 'test.admin',
  method: 'GET',
  path: '/api/admin-only',
  summary: 'For administrators',
  access: { roles: ['admin'] },
  success: { status: 204 },
})
const limited = route({
  id: 'test.limited',
  method: 'GET',
  path: '/api/limited',
  summary: 'Three a minute',
  access: 'public',
  success: { status: 204 },
  perMinute: 3,
})
const broken = route({
  id: 'test.broken',
  method: 'GET',
  path: '/api/broken',
  summary: 'Breaks',
  access: 'public',
  success: { status: 204 },
})

const id = '0199d3a0-0000-7000-8000-000000000001'
let platform: TestPlatform
let server: FastifyInstance
let principal: Principal | undefined

beforeAll(async () => {
  platform = await testPlatform()
  server = await createServer({
    clock: platform.clock,
    ids: platform.ids,
    log: platform.log,
    limiter: createRateLimiter({ db: platform.db, clock: platform.clock, perMinutePerAddress: 1000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: ['127.0.0.2'],
    readPrincipal: async () => principal,
    checkCsrf: async (request) => {
      if (request.headers['x-csrf-token'] !== 'right')
        throw new Failure('forbidden', 'csrf_failed', 'Reload the page, then try again.')
    },
  })
  serve(server, greet, async ({ body, query }) => ({ text: `hello ${body.name}`.repeat(query.times ?? 1) }))
  serve(server, adminOnly, async () => {})
  serve(server, limited, async () => {})
  serve(server, broken, async () => {
    throw new Error('password=hunter2 at /srv/secret.ts')
  })
})

afterAll(async () => {
  await server.close()
  await platform.close()
})

const signedIn = (...roles: ('admin' | 'auditor')[]): Principal => ({
  kind: 'person',
  personId: id,
  sessionId: id,
  roles: new Set(roles),
  assurance: assuredBy(['password'], platform.clock.now()),
})
const post = (payload: object | string, url = `/api/greet/${id}`, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url, payload, headers: { 'x-csrf-token': 'right', ...headers } })

describe('every route', () => {
  test('answers when all is well, with ids and safe headers', async () => {
    principal = signedIn()
    const answer = await post({ name: 'Molly' }, `/api/greet/${id}?times=2`)
    expect([answer.statusCode, answer.json()]).toEqual([200, { text: 'hello Mollyhello Molly' }])
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    })
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test.each([
    ['a missing field', { shout: true }, 'name'],
    ['an unknown field', { name: 'M', state: 'approved' }, 'state'],
    ['the wrong type, uncoerced', { name: 'M', shout: 'true' }, 'shout'],
  ])('names the field of %s', async (_case, body, field) => {
    principal = signedIn()
    const answer = await post(body)
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().fields.map((fault: { field: string }) => fault.field)).toContain(field)
  })

  test.each([
    ['a bad path', { name: 'M' }, '/api/greet/none', {}, 400],
    ['a bad query', { name: 'M' }, `/api/greet/${id}?times=9`, {}, 400],
    ['an unknown query', { name: 'M' }, `/api/greet/${id}?extra=1`, {}, 400],
    ['broken JSON', '{"name":', undefined, { 'content-type': 'application/json' }, 400],
    [
      'a prototype key',
      '{"name":"M","__proto__":{"admin":true}}',
      undefined,
      { 'content-type': 'application/json' },
      400,
    ],
    ['another content type', 'name=M', undefined, { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', 'M', undefined, { 'content-type': 'text/plain' }, 415],
    ['too much', { name: 'M'.repeat(70_000) }, undefined, {}, 413],
    ['no token of the session', { name: 'M' }, undefined, { 'x-csrf-token': 'wrong' }, 403],
  ])('refuses %s', async (_case, body, url, headers, status) => {
    principal = signedIn()
    const answer = await post(body, url, headers as Record<string, string>)
    expect([answer.statusCode, answer.json().status]).toEqual([status, status])
  })

  test('asks strangers to sign in before it looks at their input', async () => {
    principal = undefined
    expect((await post({})).json()).toMatchObject({ status: 401, code: 'sign_in_required' })
  })

  test('is kept from those without the role', async () => {
    principal = signedIn('auditor')
    expect((await server.inject('/api/admin-only')).statusCode).toBe(403)
    principal = signedIn('admin')
    expect((await server.inject('/api/admin-only')).statusCode).toBe(204)
  })

  test('never shows what went wrong inside', async () => {
    const answer = await server.inject('/api/broken')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toMatch(/hunter2|secret\.ts/)
    expect(answer.json().requestId).toBe(answer.headers['x-request-id'])
  })

  test('counts calls over its limit for one network, whatever X-Forwarded-For a stranger writes', async () => {
    principal = undefined
    const call = (remoteAddress: string, forwarded: string) =>
      server.inject({ url: '/api/limited', remoteAddress, headers: { 'x-forwarded-for': forwarded } })
    const codes = []
    for (let n = 0; n < 5; n++) codes.push((await call('198.51.100.7', `203.0.113.${n}`)).statusCode)
    expect(codes).toEqual([204, 204, 204, 429, 429])
    expect((await call('127.0.0.2', '203.0.113.50')).statusCode).toBe(204)
    const refused = await call('198.51.100.7', '')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    platform.clock.advance(60_000)
    expect((await call('198.51.100.7', '')).statusCode).toBe(204)
  })
})

test('a port that a proxy writes behind an address makes no network of its own', async () => {
  principal = undefined
  const call = (forwarded: string) =>
    server.inject({ url: '/api/limited', remoteAddress: '127.0.0.2', headers: { 'x-forwarded-for': forwarded } })
  const codes = []
  for (let n = 0; n < 4; n++) codes.push((await call(`203.0.113.77:${40001 + n}`)).statusCode)
  for (let n = 0; n < 4; n++) codes.push((await call(`[2001:db8:77::${n}]:${40001 + n}`)).statusCode)
  for (let n = 0; n < 4; n++) codes.push((await call(`no address ${n}`)).statusCode)
  expect(codes).toEqual([204, 204, 204, 429, 204, 204, 204, 429, 204, 204, 204, 429])
})

test('a person is counted as one on all their devices', async () => {
  principal = signedIn()
  const codes = []
  for (let n = 0; n < 4; n++)
    codes.push((await server.inject({ url: '/api/limited', remoteAddress: `192.0.2.${n + 1}` })).statusCode)
  expect(codes).toEqual([204, 204, 204, 429])
})

test('a connection that asks nothing, or only half of it, does not keep a stop waiting', async () => {
  const stopping = await createServer({
    clock: platform.clock,
    ids: platform.ids,
    log: platform.log,
    limiter: createRateLimiter({ db: platform.db, clock: platform.clock, perMinutePerAddress: 1000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    readPrincipal: async () => undefined,
    checkCsrf: async () => {},
    closeWithinMs: 1,
  })
  await stopping.listen({ host: '127.0.0.1', port: 0 })
  const { port } = stopping.server.address() as AddressInfo
  const silent = connect(port, '127.0.0.1')
  const half = connect(port, '127.0.0.1')
  half.write('POST /api/greet HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{')
  const ended = [silent, half].map((socket) => {
    socket.on('error', () => {}).resume()
    return new Promise((done) => socket.once('close', done))
  })
  await expect.poll(() => [silent, half].map((socket) => socket.readyState)).toEqual(['open', 'open'])
  await stopping.close()
  await Promise.all(ended)
})

test('an IPv6 customer is one /64', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
})
