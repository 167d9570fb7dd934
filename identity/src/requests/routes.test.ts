import type { ProductRole } from '@hallpass/contract/common'
import { requestsRoutes as spec } from '@hallpass/contract/requests'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assuredBy, type Principal } from '../platform/http/principal.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import { requestsRoutes } from './module.ts'
import { ghost, hourMs, type Login, managerStage, requestsWorld, type World } from './testing.ts'

let world: World
let server: FastifyInstance
let address: string
let caller: Principal | undefined
let roleId: string

beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
  server = await createServer({
    clock: world.clock,
    ids: world.ids,
    log: world.log,
    limiter: createRateLimiter({ db: world.db, clock: world.clock, perMinutePerAddress: 100_000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    readPrincipal: async () => caller,
    checkCsrf: async () => {},
  })
  requestsRoutes(server, world.requests.deps)
  address = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  await world.close()
})
let round = 0
beforeEach(async () => {
  round += 1
  roleId = (await world.role(`Role ${round}`)).id
  await world.policy(roleId, managerStage)
  signIn('molly')
})

function signIn(login: Login | null, ...roles: ProductRole[]): void {
  caller = login ? world.principal(login, ...roles) : undefined
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
async function call(method: Method, url: string, body?: object) {
  const answer = await server.inject({ method, url, ...(body ? { payload: body } : {}) })
  return { status: answer.statusCode, type: String(answer.headers['content-type']), body: answer.json() }
}
const ask = () => call('POST', '/api/requests', { items: [{ roleId, durationDays: 30 }], reason: 'for work' })
const asked = async (): Promise<string> => (await ask()).body.items[0].request.id
const rules = { stages: [managerStage], samePersonMayDecideSeveralStages: false }
const bodies: Partial<Record<keyof typeof spec, object>> = {
  createRequests: { items: [{ roleId: ghost, durationDays: null }], reason: 'x' },
  extendAccess: { grantId: ghost, durationDays: 5, reason: 'x' },
  approveRequest: { stage: 0 },
  denyRequest: { stage: 0, reason: 'x' },
  cancelRequest: {},
  remindApprovers: {},
  addComment: { kind: 'comment', text: 'x' },
  setDefaultPolicy: { version: 99, rules },
  setRolePolicy: { version: 0, rules },
}
const queries: Partial<Record<keyof typeof spec, string>> = {
  previewRequest: `?roleId=${ghost}`,
  leadTime: `?roleId=${ghost}`,
  dropRolePolicy: '?version=0',
}
const all = Object.entries(spec) as [keyof typeof spec, (typeof spec)[keyof typeof spec]][]
const urlOf = (name: keyof typeof spec, path: string) => path.replace(':id', ghost) + (queries[name] ?? '')

describe('every route', () => {
  test.each(all)('%s is closed to whoever is not signed in', async (name, route) => {
    signIn(null)
    expect((await call(route.method, urlOf(name, route.path), bodies[name])).status).toBe(401)
  })

  test.each(all.filter(([, route]) => route.access !== 'person'))(
    '%s is closed to people without the role',
    async (name, route) => {
      for (const role of ['desk_agent', null] as const) {
        signIn('molly', ...(role ? [role] : []))
        expect((await call(route.method, urlOf(name, route.path), bodies[name])).status).toBe(403)
      }
      if (route.method === 'GET') return
      signIn('axel', 'auditor')
      expect((await call(route.method, urlOf(name, route.path), bodies[name])).status).toBe(403)
    },
  )

  test.each(all.filter(([, route]) => route.path.includes(':id')))(
    '%s answers 404 for what is not there',
    async (name, route) => {
      signIn('ivan', 'admin')
      const answer = await call(route.method, urlOf(name, route.path), bodies[name])
      expect(answer).toMatchObject({ status: 404, type: expect.stringContaining('application/problem+json') })
      const broken = await call(
        route.method,
        route.path.replace(':id', "1' or 1=1--") + (queries[name] ?? ''),
        bodies[name],
      )
      expect(broken.status).toBe(400)
    },
  )

  test.each(all.filter(([name]) => bodies[name]))(
    '%s takes nothing in its body that it does not know',
    async (name, route) => {
      signIn('ivan', 'admin')
      for (const forged of [
        { state: 'fulfilled' },
        { approverId: ghost },
        { requesterId: ghost },
        { beneficiaryId: ghost },
      ]) {
        const answer = await call(route.method, urlOf(name, route.path), { ...bodies[name], ...forged })
        expect(answer.status).toBe(400)
      }
      const payload = JSON.stringify(bodies[name]).replace('{', '{"__proto__":{"state":"fulfilled"},')
      const headers = { 'content-type': 'application/json' }
      const poisoned = await server.inject({ method: route.method, url: urlOf(name, route.path), headers, payload })
      expect(poisoned.statusCode).toBe(400)
    },
  )
})

describe('one request over HTTP', () => {
  test('is asked for, followed, approved by its manager and seen in every list', async () => {
    const made = await ask()
    expect(made).toMatchObject({
      status: 201,
      body: { items: [{ outcome: 'requested', request: { state: 'waiting' } }] },
    })
    const id = made.body.items[0].request.id
    expect((await call('GET', `/api/requests/${id}`)).body).toMatchObject({ request: { id }, can: { cancel: true } })
    expect((await call('GET', '/api/requests?state=open')).body.items[0].id).toBe(id)
    expect((await ask()).body).toMatchObject({ status: 409, code: 'already_requested', openRequestId: id })

    signIn('marcus')
    expect((await call('GET', '/api/inbox')).body.items.map((item: { requestId: string }) => item.requestId)).toContain(
      id,
    )
    expect((await call('POST', `/api/requests/${id}/approve`, { stage: 0, version: 0 })).body).toMatchObject({
      status: 409,
    })
    const approved = await call('POST', `/api/requests/${id}/approve`, { stage: 0, comment: 'ok' })
    expect(approved).toMatchObject({ status: 200, body: { state: 'fulfilling' } })
    expect((await call('POST', `/api/requests/${id}/approve`, { stage: 0 })).body).toMatchObject({
      status: 409,
      code: 'already_decided',
      state: 'fulfilling',
    })
    expect((await call('GET', '/api/inbox/decided')).body.items[0].id).toBe(id)
    await world.settle()
    signIn('ivan', 'admin')
    expect((await call('GET', `/api/requests/all?roleId=${roleId}`)).body.items).toMatchObject([
      { id, state: 'fulfilled' },
    ])
    expect((await call('GET', `/api/requests/lead-time?roleId=${roleId}`)).body).toMatchObject({ sample: 1 })
  })

  test('of somebody else is not there, whatever is tried with it', async () => {
    const id = await asked()
    for (const [login, role] of [
      ['sio', null],
      ['frank', null],
      ['frank', 'desk_agent'],
    ] as const) {
      signIn(login, ...(role ? [role] : []))
      expect((await call('GET', `/api/requests/${id}`)).status).toBe(404)
      expect((await call('GET', `/api/requests/${id}/events`)).status).toBe(404)
      expect((await call('POST', `/api/requests/${id}/approve`, { stage: 0 })).status).toBe(404)
      expect((await call('POST', `/api/requests/${id}/deny`, { stage: 0, reason: 'x' })).status).toBe(404)
      expect((await call('POST', `/api/requests/${id}/cancel`, {})).status).toBe(404)
      expect((await call('POST', `/api/requests/${id}/remind`, {})).status).toBe(404)
      expect((await call('POST', `/api/requests/${id}/comments`, { kind: 'comment', text: 'x' })).status).toBe(404)
    }
  })

  test('is seen but not decided by administrators and auditors; auditors say nothing either', async () => {
    const id = await asked()
    signIn('ivan', 'admin')
    expect((await call('GET', `/api/requests/${id}`)).status).toBe(200)
    expect((await call('POST', `/api/requests/${id}/approve`, { stage: 0 })).body).toMatchObject({
      code: 'not_approver',
    })
    expect((await call('POST', `/api/requests/${id}/cancel`, {})).body).toMatchObject({ code: 'not_own_request' })
    signIn('axel', 'auditor')
    expect((await call('GET', `/api/requests/${id}`)).status).toBe(200)
    expect((await call('POST', `/api/requests/${id}/comments`, { kind: 'comment', text: 'x' })).status).toBe(403)
  })

  test('is never approved by the person who made it', async () => {
    const id = await asked()
    expect((await call('POST', `/api/requests/${id}/approve`, { stage: 0 })).body).toMatchObject({
      status: 403,
      code: 'own_request',
    })
  })

  test('bad input is named by its field', async () => {
    const faults = [
      [{ items: [], reason: 'x' }, 'items'],
      [{ items: [{ roleId: 'x', durationDays: null }], reason: 'x' }, 'items.0.roleId'],
      [{ items: [{ roleId, durationDays: 0 }], reason: 'x' }, 'items.0.durationDays'],
      [{ items: [{ roleId, durationDays: '30' }], reason: 'x' }, 'items.0.durationDays'],
      [{ items: [{ roleId, durationDays: 30 }], reason: '' }, 'reason'],
      [{ items: [{ roleId, durationDays: 30 }], reason: 'a\u0000b' }, 'reason'],
      [{ items: [{ roleId, durationDays: 30 }], reason: 'x'.repeat(1001) }, 'reason'],
      [{ items: [{ roleId, durationDays: 30 }], reason: '   ' }, 'reason'],
    ] as const
    for (const [body, field] of faults) {
      const answer = await call('POST', '/api/requests', body)
      expect(answer).toMatchObject({
        status: 400,
        body: { fields: expect.arrayContaining([expect.objectContaining({ field })]) },
      })
    }
    expect((await call('GET', '/api/requests?cursor=nonsense')).body).toMatchObject({
      status: 400,
      fields: [{ field: 'cursor' }],
    })
    signIn('ivan', 'admin')
    expect((await call('GET', '/api/requests/all?from=yesterday')).status).toBe(400)
  })
})

describe('policies over HTTP', () => {
  test('need a proof of who it is from a moment ago', async () => {
    caller = {
      ...world.principal('ivan', 'admin'),
      assurance: assuredBy(['password'], new Date(world.clock.now().getTime() - hourMs)),
    }
    for (const [method, url, body] of [
      ['PUT', '/api/policies/default', { version: 0, rules }],
      ['PUT', `/api/policies/roles/${roleId}`, { version: 1, rules }],
      ['DELETE', `/api/policies/roles/${roleId}?version=1`, undefined],
    ] as const)
      expect((await call(method, url, body)).body).toMatchObject({
        status: 401,
        code: 'insufficient_user_authentication',
      })
  })

  test('are read, replaced and dropped; a version that is not the newest is refused', async () => {
    signIn('ivan', 'admin')
    const url = `/api/policies/roles/${roleId}`
    expect((await call('GET', url)).body).toMatchObject({ version: 1, inherited: false, rules })
    const two = {
      ...rules,
      stages: [managerStage, { ...managerStage, name: 'Owner', approvers: { kind: 'role_owner' } }],
    }
    expect((await call('PUT', url, { version: 0, rules: two })).body).toMatchObject({
      status: 409,
      code: 'policy_changed',
    })
    expect((await call('PUT', url, { version: 1, rules: two })).body).toMatchObject({
      weaker: false,
      policy: { version: 2 },
    })
    expect((await call('DELETE', `${url}?version=2`)).body).toMatchObject({ policy: { inherited: true, version: 3 } })
    expect((await call('GET', '/api/policies')).body.default).toMatchObject({
      roleId: null,
      rules: { stages: [{ name: 'Manager' }, { name: 'Role owner' }] },
    })
    expect((await call('PUT', '/api/policies/default', { version: 0, rules: two })).body).toMatchObject({
      policy: { version: 1 },
    })
  })
})

describe('live', () => {
  /** Reads server-sent events of one stream, one after another; null when the server ended it. */
  async function watch(url: string) {
    const answer = await fetch(address + url)
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    return {
      type: answer.headers.get('content-type'),
      // biome-ignore lint/suspicious/noExplicitAny: whatever the event carries is what the test looks at
      async next(): Promise<any> {
        for (;;) {
          const end = text.indexOf('\n\n')
          if (end >= 0) {
            const event = text.slice(0, end)
            text = text.slice(end + 2)
            if (event.startsWith('data: ')) return JSON.parse(event.slice(6))
            continue
          }
          const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
          if (done) return null
          text += value
        }
      },
      close: () => reader?.cancel(),
    }
  }

  /** What is told after a change may still be of the change before it. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async function nextThat(page: { next(): Promise<any> }, isIt: (event: any) => boolean): Promise<any> {
    for (;;) {
      const event = await page.next()
      if (event === null || isIt(event)) return event
    }
  }

  /** On a busy machine word of an earlier change may still arrive before the end. */
  async function untilEnded(page: { next(): Promise<unknown> }): Promise<void> {
    while ((await page.next()) !== null);
  }

  test('the tracker follows each change, and the inbox and my requests too', async () => {
    const id = await asked()
    const page = await watch(`/api/requests/${id}/events`)
    expect(page.type).toContain('text/event-stream')
    expect(await page.next()).toMatchObject({ request: { id, state: 'waiting' } })
    const mine = await watch('/api/requests/events')
    expect((await mine.next()).items.map((item: { id: string }) => item.id)).toContain(id)
    signIn('marcus')
    const inbox = await watch('/api/inbox/events')
    const before = (await inbox.next()).counts.open

    await world.approve('marcus', id, 0)
    const stateIn = (event: { items: { id: string; state: string }[] }) =>
      event.items.find((item) => item.id === id)?.state
    expect(await nextThat(page, ({ request }) => request.state !== 'waiting')).toMatchObject({
      request: { state: 'fulfilling' },
    })
    expect((await nextThat(inbox, ({ counts }) => counts.open !== before)).counts.open).toBe(before - 1)
    expect(stateIn(await nextThat(mine, (event) => stateIn(event) !== 'waiting'))).toBe('fulfilling')
    await world.settle()
    expect(await nextThat(page, ({ request }) => request.state !== 'fulfilling')).toMatchObject({
      request: { state: 'fulfilled' },
    })
    for (const each of [page, mine, inbox]) await each.close()
  })

  test('ends when the session does, and when the reader is disabled', async () => {
    const id = await asked()
    const page = await watch(`/api/requests/${id}/events`)
    await page.next()
    await world.db.transaction((tx) => world.live.publish(tx, `session:${ghost}`))
    await untilEnded(page)

    const other = await watch(`/api/requests/${id}/events`)
    await other.next()
    await world.setState('molly', 'disabled')
    await world.settle()
    await untilEnded(other)
    await world.setState('molly', 'active')
  })
})
