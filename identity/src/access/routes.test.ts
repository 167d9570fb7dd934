import { accessRoutes as spec } from '@hallpass/contract/access'
import type { ProductRole } from '@hallpass/contract/common'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assuredBy, type Principal } from '../platform/http/principal.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import { accessRoutes } from './routes.ts'
import { accessWorld, type World } from './testing.ts'

let world: World
let server: FastifyInstance
let caller: Principal | undefined
const ids: Record<string, string> = {}
const ghost = '0199d3a0-0000-7000-8000-00000000dead'

beforeAll(async () => {
  world = await accessWorld()
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
  accessRoutes(server, world.deps)
  ids.molly = await world.person('molly')
  ids.ivan = await world.person('ivan')
  ids.app = await world.app('Salesforce', 'crm-sales')
  ids.role = (await world.role('Salesforce users', { apps: [{ appId: ids.app, entitlements: ['Sales user'] }] })).id
  ids.grant = await world.hold(ids.molly, ids.role, 30)
})
afterAll(async () => {
  await server.close()
  await world.close()
})

function signIn(login: 'molly' | 'ivan' | null, ...roles: ProductRole[]): void {
  const assurance = assuredBy(['password'], world.clock.now())
  caller = login
    ? { kind: 'person', personId: ids[login] ?? '', sessionId: ghost, roles: new Set(roles), assurance }
    : undefined
}

async function call(method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) {
  const answer = await server.inject({ method, url, ...(body ? { payload: body } : {}) })
  const isJson = String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: isJson ? answer.json() : null }
}

const fill = (path: string) => path.replace(':id', ghost).replace(':slug', 'salesforce')
const bodies: Partial<Record<keyof typeof spec, object>> = {
  addAppFromTemplate: { template: 'salesforce', parameters: { subdomain: 'acme' } },
  addApp: { name: 'Any' },
  editApp: { version: 1 },
  retireApp: { reason: 'over' },
  createRole: { name: 'Any' },
  editRole: { version: 1 },
  retireRole: { reason: 'over' },
  giveBackGrant: {},
  revokeGrant: { reason: 'over' },
}
const named = (field: string) => expect.objectContaining({ field })
const all = Object.entries(spec) as [keyof typeof spec, (typeof spec)[keyof typeof spec]][]

describe('every route', () => {
  test.each(all.filter(([, route]) => route.access !== 'public'))(
    '%s needs a signed-in caller',
    async (name, route) => {
      signIn(null)
      expect(await call(route.method, fill(route.path), bodies[name])).toMatchObject({
        status: 401,
        body: { code: 'sign_in_required' },
      })
    },
  )

  test.each(all.filter(([, route]) => typeof route.access === 'object'))(
    '%s is closed to people without its role',
    async (name, route) => {
      signIn('molly')
      expect(await call(route.method, fill(route.path), bodies[name])).toMatchObject({ status: 403 })
      signIn('molly', 'desk_agent')
      expect(await call(route.method, fill(route.path), bodies[name])).toMatchObject({ status: 403 })
    },
  )

  test.each(all.filter(([, route]) => route.method !== 'GET' && route.access !== 'person'))(
    '%s is closed to auditors',
    async (name, route) => {
      signIn('molly', 'auditor')
      expect(await call(route.method, fill(route.path), bodies[name])).toMatchObject({ status: 403 })
    },
  )

  test.each(all.filter(([, route]) => route.path.includes(':id')))(
    '%s answers 404 for what is not there',
    async (name, route) => {
      signIn('ivan', 'admin')
      const query = name === 'getPersonWhy' ? `?roleId=${ids.role}` : ''
      expect(await call(route.method, fill(route.path) + query, bodies[name])).toMatchObject({
        status: 404,
        headers: { 'content-type': expect.stringContaining('application/problem+json') },
      })
      expect(await call(route.method, route.path.replace(':id', 'not-an-id') + query, bodies[name])).toMatchObject({
        status: 400,
      })
    },
  )

  test.each(all.filter(([, route]) => 'body' in route))('%s refuses fields it does not know', async (name, route) => {
    signIn('ivan', 'admin')
    const body = { ...bodies[name], state: 'active', approverId: ghost }
    expect(await call(route.method, fill(route.path), body)).toMatchObject({
      status: 400,
      body: { fields: expect.arrayContaining([named('state'), named('approverId')]) },
    })
  })

  test.each(all.filter(([, route]) => 'query' in route))(
    '%s refuses questions it does not know',
    async (_name, route) => {
      signIn('ivan', 'admin')
      expect(await call(route.method, `${fill(route.path)}?personId=${ghost}`)).toMatchObject({
        status: 400,
        body: { fields: expect.arrayContaining([named('personId')]) },
      })
    },
  )
})

describe('templates and icons', () => {
  test('are searched and opened by administrators and auditors', async () => {
    signIn('ivan', 'auditor')
    const found = await call('GET', '/api/templates?q=salesf&protocol=saml&limit=3')
    expect(found).toMatchObject({
      status: 200,
      body: { total: 2, items: [{ slug: 'salesforce' }, { slug: 'salesforce-sandbox' }] },
    })
    const opened = await call('GET', '/api/templates/salesforce')
    expect(opened.body).toMatchObject({
      parameters: [{ name: 'subdomain', type: 'hostLabel' }],
      saml: { signOn: [expect.stringContaining('{subdomain}'), expect.anything()] },
      oidc: null,
    })
    expect(await call('GET', '/api/templates/nothing')).toMatchObject({
      status: 404,
      body: { code: 'template_not_found' },
    })
    expect(await call('GET', '/api/templates?limit=1000')).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'limit' }] },
    })
    expect(await call('GET', '/api/templates?protocol=gopher')).toMatchObject({ status: 400 })
  })

  test('an icon is served to anyone, cached, and can run nothing', async () => {
    signIn(null)
    const icon = await call('GET', '/icons/zendesk.svg')
    expect(icon).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'public, max-age=86400',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    })
    expect(icon.text).toContain('<svg fill="#')
    const again = await server.inject({
      url: '/icons/zendesk.svg',
      headers: { 'if-none-match': String(icon.headers.etag) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test.each([
    '/icons/nothing.svg',
    '/icons/..%2Fpackage.svg',
    '/icons/%2e%2e%2f%2e%2e%2fpackage.json.svg',
    '/icons/ZENDESK.svg',
    '/icons/zendesk.png',
  ])('%s is not there', async (url) => {
    expect((await call('GET', url)).status).toBe(404)
  })
})

describe('an administrator', () => {
  test('adds, reads, edits and retires an app', async () => {
    signIn('ivan', 'admin')
    const added = await call('POST', '/api/apps/from-template', {
      template: 'github',
      parameters: { organizationId: 'acme' },
    })
    expect(added).toMatchObject({
      status: 201,
      body: { name: 'GitHub', icon: '/icons/github.svg', addresses: { signOn: 'https://github.com/orgs/acme/sso' } },
    })
    const path = `/api/apps/${added.body.id}`
    expect(await call('GET', path)).toMatchObject({ status: 200, body: added.body })
    expect(await call('PATCH', path, { version: 1, name: 'GitHub Acme' })).toMatchObject({
      status: 200,
      body: { version: 2 },
    })
    expect(await call('PATCH', path, { version: 1, name: 'Late' })).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    })
    expect(await call('GET', '/api/apps?q=github')).toMatchObject({
      status: 200,
      body: { items: [{ name: 'GitHub Acme' }], next: null },
    })
    expect(await call('POST', `${path}/retire`, { reason: 'no' })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'reason' }] },
    })
    expect(await call('POST', `${path}/retire`, { reason: 'We moved' })).toMatchObject({
      status: 200,
      body: { state: 'retired' },
    })
    expect(await call('PATCH', path, { version: 3 })).toMatchObject({ status: 409 })
  })

  test('is told which value of a template is wrong', async () => {
    signIn('ivan', 'admin')
    const input = { template: 'salesforce', name: 'Second', parameters: { subdomain: 'not a host' } }
    expect(await call('POST', '/api/apps/from-template', input)).toMatchObject({
      status: 400,
      body: {
        code: 'invalid_parameters',
        fields: [{ field: 'parameters.subdomain', message: expect.stringContaining('host name') }],
      },
    })
    expect(
      await call('POST', '/api/apps/from-template', { template: 'salesforce', parameters: { subdomain: 'acme' } }),
    ).toMatchObject({ status: 409 })
    expect(await call('POST', '/api/apps', { name: 'X\u0000' })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'name' }] },
    })
    expect(
      (
        await server.inject({
          method: 'POST',
          url: '/api/apps',
          headers: { 'content-type': 'application/json' },
          payload: '{"name":"x","__proto__":{"a":1}}',
        })
      ).statusCode,
    ).toBe(400)
  })

  test('creates, edits, lists and retires a role', async () => {
    signIn('ivan', 'admin')
    const created = await call('POST', '/api/roles', {
      name: 'Editors',
      apps: [{ appId: ids.app, entitlements: ['edit'] }],
      ownerIds: [ids.ivan],
      askedBy: 'everyone',
      daysMax: 30,
    })
    expect(created).toMatchObject({
      status: 201,
      body: { owners: [{ id: ids.ivan }], apps: [{ entitlements: ['edit'] }] },
    })
    const path = `/api/roles/${created.body.id}`
    expect(await call('PATCH', path, { version: 1, daysDefault: 31 })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'daysDefault' }] },
    })
    expect(await call('PATCH', path, { version: 1, daysDefault: 7 })).toMatchObject({
      status: 200,
      body: { daysDefault: 7 },
    })
    expect(await call('GET', `/api/roles?appId=${ids.app}`)).toMatchObject({
      body: { items: [{ name: 'Editors' }, { name: 'Salesforce users', holders: 1 }] },
    })
    expect(await call('POST', '/api/roles', { name: 'editors' })).toMatchObject({ status: 409 })
    expect(await call('POST', `${path}/retire`, { reason: 'over' })).toMatchObject({
      status: 200,
      body: { state: 'retired' },
    })
    expect(await call('GET', path)).toMatchObject({ status: 200, body: { state: 'retired' } })
  })

  test('sees who holds a role and why, and takes it back', async () => {
    signIn('ivan', 'admin')
    expect(await call('GET', `/api/roles/${ids.role}/grants?state=held`)).toMatchObject({
      body: { items: [{ id: ids.grant, person: { id: ids.molly } }], next: null },
    })
    expect(await call('GET', `/api/people/${ids.molly}/grants`)).toMatchObject({
      body: { items: [{ id: ids.grant, apps: [{ name: 'Salesforce' }] }] },
    })
    const person = await world.deps.directory.person(world.db, ids.molly ?? '')
    expect(await call('GET', `/api/directories/${person?.directoryId}/held`)).toMatchObject({
      status: 200,
      body: { roles: expect.any(Number), accounts: expect.any(Number) },
    })
    expect(await call('GET', `/api/people/${ids.molly}/why?appId=${ids.app}`)).toMatchObject({
      body: { holds: true, grants: [{ grantId: ids.grant }] },
    })
    expect(await call('GET', `/api/grants/${ids.grant}`)).toMatchObject({ status: 200, body: { state: 'active' } })
    const other = await world.hold(ids.molly ?? '', (await world.role('Taken')).id)
    expect(await call('POST', `/api/grants/${other}/revoke`, { reason: 'Project over' })).toMatchObject({
      status: 200,
      body: { state: 'ended', endReason: 'revoked' },
    })
    expect(await call('POST', `/api/grants/${other}/revoke`, { reason: 'Project over' })).toMatchObject({
      status: 409,
      body: { code: 'grant_ended' },
    })
    expect((await world.entries({ grantId: other })).at(-1)).toMatchObject({
      actor: { kind: 'person', personId: ids.ivan },
    })
  })
})

describe('a person', () => {
  test('sees the catalog, a role of it, and their own grants', async () => {
    signIn('molly')
    expect(await call('GET', '/api/catalog?q=sales')).toMatchObject({
      status: 200,
      body: { items: [{ roleId: ids.role, held: { grantId: ids.grant } }] },
    })
    expect(await call('GET', `/api/catalog/${ids.role}`)).toMatchObject({
      status: 200,
      body: { apps: [{ entitlements: ['Sales user'] }] },
    })
    expect(await call('GET', '/api/me/grants?state=held')).toMatchObject({
      status: 200,
      body: { items: [{ id: ids.grant, extendable: true }] },
    })
    expect(await call('GET', `/api/me/why?roleId=${ids.role}`)).toMatchObject({ status: 200, body: { holds: true } })
    expect(await call('GET', '/api/me/why')).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'roleId' }, { field: 'appId' }] },
    })
    expect(await call('GET', `/api/me/why?roleId=${ids.role}&appId=${ids.app}`)).toMatchObject({ status: 400 })
    expect(await call('GET', '/api/me/grants?cursor=nonsense')).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'cursor' }] },
    })
  })

  test('neither sees nor ends another’s grant, and cannot tell it from none', async () => {
    signIn('ivan')
    const theirs = await call('GET', `/api/grants/${ids.grant}`)
    const none = await call('GET', `/api/grants/${ghost}`)
    const same = ({ body }: typeof theirs) => ({ ...body, requestId: null })
    expect(theirs.status).toBe(404)
    expect(same(theirs)).toEqual(same(none))
    expect(await call('POST', `/api/grants/${ids.grant}/give-back`, {})).toMatchObject({ status: 404 })
    expect(await world.grant(ids.grant ?? '')).toMatchObject({ state: 'active' })
  })

  test('gives back what they hold', async () => {
    signIn('molly')
    expect(await call('POST', `/api/grants/${ids.grant}/give-back`, {})).toMatchObject({
      status: 200,
      body: { state: 'ended', endReason: 'given_back' },
    })
    expect(await call('POST', `/api/grants/${ids.grant}/give-back`, {})).toMatchObject({ status: 409 })
  })
})
