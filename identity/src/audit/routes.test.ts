import type { ProductRole } from '@hallpass/contract/common'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assuredBy, type Principal } from '../platform/http/principal.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { type AuditModule, auditRoutes, createAudit } from './module.ts'

let t: TestPlatform
let audit: AuditModule
let server: FastifyInstance
let principal: Principal | undefined

beforeAll(async () => {
  t = await testPlatform()
  audit = createAudit({ ...t, checkpointFile: null })
  server = await createServer({
    clock: t.clock,
    ids: t.ids,
    log: t.log,
    limiter: createRateLimiter({ db: t.db, clock: t.clock, perMinutePerAddress: 1000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    readPrincipal: async () => principal,
    checkCsrf: async () => {},
  })
  auditRoutes(server, { ...t, audit })
})
afterAll(async () => {
  await server.close()
  await t.close()
})
beforeEach(() => {
  t.clock.advance(60_000)
  signIn('auditor')
})

function signIn(...roles: ProductRole[]): void {
  const assurance = assuredBy(['password'], t.clock.now())
  principal = { kind: 'person', personId: t.ids.next(), sessionId: t.ids.next(), roles: new Set(roles), assurance }
}

const call = (method: 'GET' | 'POST', url: string, payload?: object) =>
  server.inject({ method, url, ...(payload ? { payload } : {}) })

async function record(action: string, subjects: object, personal?: object): Promise<void> {
  await t.db.transaction(async (tx) => {
    audit.record(tx, {
      action,
      actor: { kind: 'person', personId: t.ids.next(), address: '192.0.2.1', requestId: 'r' },
      subjects,
      reason: 'because',
      ...(personal ? { personal: { ...personal } } : {}),
    })
  })
}

async function intend(): Promise<string> {
  const entry = { action: 'account.written', actor: { kind: 'system', name: 'test' } as const, subjects: {} }
  return t.db.transaction(async (tx) => audit.intent(tx, entry))
}

describe('who may', () => {
  const routes: [method: 'GET' | 'POST', url: string, body?: object][] = [
    ['GET', '/api/trail'],
    ['GET', '/api/trail/entries/0199d3a0-0000-7000-8000-000000000001'],
    ['POST', '/api/trail/verify'],
    ['GET', '/api/trail/export'],
    ['GET', '/api/trail/intents'],
    ['POST', '/api/trail/intents/0199d3a0-0000-7000-8000-000000000001/resolve', { happened: true, reason: 'looked' }],
  ]
  test.each(routes)('%s %s needs somebody signed in, with the role', async (method, url, body) => {
    principal = undefined
    expect((await call(method, url, body)).statusCode).toBe(401)
    signIn('desk_agent')
    expect((await call(method, url, body)).statusCode).toBe(403)
  })

  test('an auditor reads, but resolving an intent takes an administrator', async () => {
    const id = await intend()
    const body = { happened: true, reason: 'The account is there.' }
    expect((await call('POST', `/api/trail/intents/${id}/resolve`, body)).statusCode).toBe(403)
  })
})

describe('search', () => {
  test('it narrows by what is asked and pages with a cursor', async () => {
    const [requestId, personId] = [t.ids.next(), t.ids.next()]
    for (const action of ['request.created', 'request.approved', 'grant.started']) {
      t.clock.advance(1000)
      await record(action, { requestId, personId }, { name: 'Molly Byrne' })
    }
    const first = (await call('GET', `/api/trail?requestId=${requestId}&limit=2`)).json()
    expect(first.items.map((item: { action: string }) => item.action)).toEqual(['grant.started', 'request.approved'])
    const second = (await call('GET', `/api/trail?requestId=${requestId}&limit=2&cursor=${first.next}`)).json()
    expect(second).toMatchObject({
      items: [
        {
          action: 'request.created',
          kind: 'fact',
          reason: 'because',
          personal: { name: 'Molly Byrne' },
          subjects: { requestId, personId },
          actor: { kind: 'person', address: '192.0.2.1', name: null },
        },
      ],
      next: null,
    })
    const onlyRequest = (await call('GET', `/api/trail?personId=${personId}&action=request.`)).json()
    expect(onlyRequest.items).toHaveLength(2)
  })

  test('an entry is found by its id, and a stranger is not', async () => {
    await record('app.added', { appId: t.ids.next() })
    const [item] = (await call('GET', '/api/trail?limit=1')).json().items
    expect((await call('GET', `/api/trail/entries/${item.id}`)).json()).toEqual(item)
    const missing = await call('GET', `/api/trail/entries/${t.ids.next()}`)
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'entry_not_found'])
  })

  test.each([
    ['/api/trail?limit=0'],
    ['/api/trail?limit=1000'],
    [`/api/trail?action=${encodeURIComponent("x' or 1=1")}`],
    ['/api/trail?personId=molly'],
    ['/api/trail?from=yesterday'],
    ['/api/trail?unknown=1'],
    ['/api/trail?cursor=garbage'],
    ['/api/trail/entries/1'],
  ])('%s is refused', async (url) => {
    expect((await call('GET', url)).statusCode).toBe(400)
  })
})

test('verify answers the state of the trail, and is itself in it', async () => {
  const answer = await call('POST', '/api/trail/verify')
  expect(answer.json()).toMatchObject({ ok: true, findings: [], notes: [] })
  const [item] = (await call('GET', '/api/trail?action=trail.verified')).json().items
  expect(item).toMatchObject({ actor: { personId: principal?.personId }, after: { ok: true, findings: 0 } })
})

test('the export is a file of JSON lines, oldest first, and is itself in the trail', async () => {
  const requestId = t.ids.next()
  for (let i = 0; i < 1200; i++) await record('request.reminded', { requestId })
  const answer = await call('GET', `/api/trail/export?requestId=${requestId}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': expect.stringContaining('application/x-ndjson'),
    'content-disposition': expect.stringContaining('hallpass-trail-2026-03-02.jsonl'),
  })
  const lines = answer.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toHaveLength(1200)
  expect(lines.map((line) => line.body.id)).toEqual(lines.map((line) => line.body.id).sort())
  const [item] = (await call('GET', '/api/trail?action=trail.exported')).json().items
  expect(item.after).toEqual({ filter: { requestId } })
})

test('an open intent is shown, resolved once with a reason, and then gone', async () => {
  signIn('admin')
  const id = await intend()
  const open = (await call('GET', '/api/trail/intents')).json().items
  expect(open.map((item: { id: string }) => item.id)).toContain(id)
  const body = { happened: false, reason: 'The app has no such account.' }
  expect((await call('POST', `/api/trail/intents/${id}/resolve`, body)).statusCode).toBe(204)
  const [outcome] = (await call('GET', '/api/trail?action=account.written&limit=1')).json().items
  expect(outcome).toMatchObject({ kind: 'outcome', intentId: id, ok: false, reason: 'The app has no such account.' })
  const again = await call('POST', `/api/trail/intents/${id}/resolve`, body)
  expect([again.statusCode, again.json().code]).toEqual([409, 'intent_not_open'])
  const missing = await call('POST', `/api/trail/intents/${t.ids.next()}/resolve`, body)
  expect(missing.statusCode).toBe(404)
  expect((await call('POST', `/api/trail/intents/${id}/resolve`, { happened: false })).statusCode).toBe(400)
  const forged = { ...body, actor: { kind: 'system', name: 'x' } }
  expect((await call('POST', `/api/trail/intents/${id}/resolve`, forged)).statusCode).toBe(400)
})
