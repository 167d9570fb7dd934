import type { ProductRole } from '@hallpass/contract/common'
import { directoryRoutes as spec } from '@hallpass/contract/directory'
import type { RouteSpec } from '@hallpass/contract/route'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assuredBy, type Principal } from '../platform/http/principal.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import { directoryRoutes } from './routes.ts'
import { searchGroups } from './store/groups.ts'
import { directoryWorld, operator, type World } from './testing.ts'

let slapd: Slapd
let world: World
let server: FastifyInstance
let caller: Principal | undefined
let contractors: string
let acme: string
let molly: string
let carla: string
const ghost = '0199d3a0-0000-7000-8000-00000000dead'

beforeAll(async () => {
  slapd = await startSlapd({ noSync: true })
  world = await directoryWorld()
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
  directoryRoutes(server, world.directory.deps)
  const connect = (input: Parameters<World['directory']['connect']>[2]) =>
    world.db.transaction((tx) => world.directory.connect(tx, operator, input))
  contractors = (await connect({ name: 'Contractors', settings: { kind: 'built-in' } })).id
  acme = (await connect({ name: 'Acme people', settings: settings(), bindPassword: slapd.servicePassword })).id
  await world.poll()
  molly = (await world.person('molly')).id
  const draft = {
    directoryId: contractors,
    login: 'carla',
    displayName: 'Carla Núñez',
    mail: 'carla@contractor.example',
  }
  carla = (await world.db.transaction((tx) => world.directory.createPerson(tx, operator, draft))).id
})
afterAll(async () => {
  await server.close()
  await world.close()
  await slapd.stop()
})
beforeEach(() => signIn('admin'))

function settings() {
  return {
    kind: 'ldap' as const,
    host: '127.0.0.1',
    port: slapd.tlsPort,
    security: 'ldaps' as const,
    caPem: slapd.caPem,
    baseDn: slapd.baseDn,
    defaultPolicyDn: `cn=default,ou=policies,${slapd.baseDn}`,
    bindDn: slapd.serviceDn,
  }
}

function signIn(...roles: ProductRole[]): void {
  const assurance = assuredBy(['password'], world.clock.now())
  caller = { kind: 'person', personId: molly, sessionId: ghost, roles: new Set(roles), assurance }
}

async function call(method: RouteSpec['method'], url: string, body?: object) {
  const answer = await server.inject({ method, url, ...(body ? { payload: body } : {}) })
  return { status: answer.statusCode, text: answer.body, body: answer.json() }
}

const all = Object.entries(spec) as [keyof typeof spec, RouteSpec][]
const fill = (path: string) => path.replace(':id', ghost)
const named = (field: string) =>
  expect.objectContaining({ fields: expect.arrayContaining([expect.objectContaining({ field })]) })

function bodyOf(name: keyof typeof spec): object | undefined {
  const sync = {}
  const bodies: Partial<Record<keyof typeof spec, object>> = {
    createPerson: { directoryId: ghost, login: 'x', displayName: 'X', mail: 'x@x.example' },
    importPeople: { directoryId: ghost, csv: 'login,displayName,mail\na,b,c@d.example\n', apply: true },
    disablePerson: { reason: 'over' },
    enablePerson: { reason: 'back' },
    refreshPerson: {},
    createDirectory: { name: 'New', settings: settings() },
    updateDirectory: { version: 1, name: 'Any', settings: settings(), sync },
    checkNewDirectory: { settings: settings() },
    checkDirectory: {},
    syncDirectory: {},
    pauseDirectory: { reason: 'the wrong one' },
    resumeDirectory: {},
    removeDirectory: { people: 0, reason: 'the wrong one' },
    confirmRemovals: { heldBack: 1 },
  }
  return bodies[name]
}

describe('every route', () => {
  test.each(all)('%s needs a signed-in caller', async (name, route) => {
    caller = undefined
    expect(await call(route.method, fill(route.path), bodyOf(name))).toMatchObject({ status: 401 })
  })

  test.each(all.filter(([, route]) => route.access !== 'person'))('%s is for its roles only', async (name, route) => {
    const allowed = typeof route.access === 'object' && 'roles' in route.access ? route.access.roles : []
    for (const role of ['admin', 'auditor', 'desk_agent'] as const) {
      signIn(role)
      const { status } = await call(route.method, fill(route.path), bodyOf(name))
      expect([role, status === 403]).toEqual([role, !allowed.includes(role)])
    }
    signIn()
    expect(await call(route.method, fill(route.path), bodyOf(name))).toMatchObject({ status: 403 })
  })

  test.each(all.filter(([, route]) => route.path.includes(':id')))(
    '%s answers 404 for what is not there',
    async (name, route) => {
      expect(await call(route.method, fill(route.path), bodyOf(name))).toMatchObject({ status: 404 })
      expect((await call(route.method, route.path.replace(':id', "x' or 1=1"), bodyOf(name))).status).toBe(400)
    },
  )

  test.each(all.filter(([, route]) => route.body))('%s refuses members it does not know', async (name, route) => {
    const answer = await call(route.method, fill(route.path), { ...bodyOf(name), state: 'active' })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    expect(answer.body).toEqual(named('state'))
  })
})

describe('people', () => {
  test('are listed and searched, page by page', async () => {
    const page = await call('GET', '/api/people?q=mol&limit=1')
    expect(page).toMatchObject({
      status: 200,
      body: { items: [{ id: molly, directory: { name: 'Acme people' } }], next: null },
    })
    const first = await call('GET', '/api/people?limit=2')
    const second = await call('GET', `/api/people?limit=2&cursor=${first.body.next}`)
    expect(second.body.items.map((item: { id: string }) => item.id)).not.toContain(first.body.items[0].id)
    expect(await call('GET', '/api/people?limit=0')).toMatchObject({ status: 400 })
    expect(await call('GET', '/api/people?cursor=zzz')).toMatchObject({ status: 400, body: named('cursor') })
  })

  test('are shown with manager, groups, addresses and whether they can be changed here', async () => {
    const { body } = await call('GET', `/api/people/${molly}`)
    expect(body).toMatchObject({
      login: 'molly',
      manager: { displayName: 'Marcus Reed' },
      groups: [{ name: 'marketing' }, { name: 'staff' }],
      state: 'active',
      editable: { disable: false, enable: false, reason: 'Managed in Acme people; disable or enable them there.' },
    })
    expect((await call('GET', `/api/people/${carla}`)).body.editable).toEqual({
      disable: true,
      enable: false,
      reason: null,
    })
  })

  test('see their own profile without any role', async () => {
    signIn()
    expect(await call('GET', '/api/me/profile')).toMatchObject({
      status: 200,
      body: { login: 'molly', directoryName: 'Acme people' },
    })
  })

  test('are created, disabled with a reason and enabled again', async () => {
    const draft = {
      directoryId: contractors,
      login: 'omar',
      displayName: 'عمر حداد',
      mail: 'omar@contractor.example',
      managerId: molly,
    }
    const made = await call('POST', '/api/people', draft)
    expect(made).toMatchObject({
      status: 201,
      body: { displayName: 'عمر حداد', manager: { id: molly }, state: 'active' },
    })
    expect(await call('POST', '/api/people', draft)).toMatchObject({ status: 409, body: { code: 'login_taken' } })
    expect(await call('POST', '/api/people', { ...draft, directoryId: acme })).toMatchObject({ status: 409 })
    expect(await call('POST', '/api/people', { ...draft, mail: 'none' })).toMatchObject({
      status: 400,
      body: named('mail'),
    })
    const { id } = made.body
    expect(await call('POST', `/api/people/${id}/disable`, { reason: 'contract over' })).toMatchObject({
      status: 200,
      body: { state: 'disabled' },
    })
    expect(await call('POST', `/api/people/${id}/enable`, { reason: 'came back' })).toMatchObject({
      status: 200,
      body: { state: 'active' },
    })
    expect(await call('POST', `/api/people/${molly}/disable`, { reason: 'x' })).toMatchObject({ status: 409 })
  })

  test('are imported, and refreshed from their directory', async () => {
    const csv = 'login,displayName,mail\nnew.one,New One,new.one@contractor.example\n'
    const body = { directoryId: contractors, csv }
    expect(await call('POST', '/api/people/import', { ...body, apply: false })).toMatchObject({
      status: 200,
      body: { creates: 1, applied: false },
    })
    expect(await call('POST', '/api/people/import', { ...body, apply: true })).toMatchObject({
      status: 200,
      body: { creates: 1, applied: true },
    })
    expect(await call('POST', `/api/people/${molly}/refresh`, {})).toMatchObject({
      status: 200,
      body: { login: 'molly' },
    })
  })
})

test('groups are searched and list their members', async () => {
  const [finance] = (await searchGroups(world.db, { q: 'finance', limit: 1 })).items
  expect((await call('GET', '/api/groups?q=fin')).body).toMatchObject({
    items: [{ id: finance?.id, members: 2 }],
    next: null,
  })
  expect((await call('GET', `/api/groups/${finance?.id}`)).body).toMatchObject({ name: 'finance', members: 2 })
  const members = await call('GET', `/api/groups/${finance?.id}/members`)
  expect(members.body.items.map((item: { login: string }) => item.login)).toEqual(['fiona', 'frank'])
})

describe('directories', () => {
  test('are shown with health, counts and abilities, and never with a secret', async () => {
    const list = await call('GET', '/api/directories')
    expect(list.body.items.map((item: { name: string }) => item.name)).toEqual(['Acme people', 'Contractors'])
    const { body, text } = await call('GET', `/api/directories/${acme}`)
    expect(body).toMatchObject({
      hasBindPassword: true,
      health: { state: 'ok' },
      lastRun: { state: 'done', added: 10 },
    })
    expect(body.abilities.filter((one: { available: boolean }) => !one.available)).toMatchObject([{ name: 'accounts' }])
    expect(text).not.toContain(slapd.servicePassword)
    expect(text).not.toContain('v1.')
  })

  test('are checked before and after they are saved', async () => {
    const good = await call('POST', '/api/directories/check', {
      settings: settings(),
      bindPassword: slapd.servicePassword,
    })
    expect(good).toMatchObject({ status: 200, body: { ok: true } })
    const bad = await call('POST', '/api/directories/check', {
      settings: settings(),
      bindPassword: 'wrong-bind-password',
    })
    expect(bad).toMatchObject({
      status: 200,
      body: { ok: false, points: [{ name: expect.stringMatching(/^connection to /), ok: false }] },
    })
    expect(bad.text).not.toContain('wrong-bind-password')
    expect(await call('POST', `/api/directories/${acme}/check`, {})).toMatchObject({ status: 200, body: { ok: true } })
  })

  test('are checked with changes that are not saved yet, by the kept secret at its own place only', async () => {
    const check = (body: object) => call('POST', `/api/directories/${acme}/check`, body)
    const before = (await call('GET', `/api/directories/${acme}`)).body.version
    expect(await check({ settings: settings() })).toMatchObject({ status: 200, body: { ok: true } })
    const other = { ...settings(), groupClass: 'posixGroup' }
    expect((await check({ settings: other })).text).toContain('There are no groups of class posixGroup under the base.')
    const elsewhere = { ...settings(), host: 'localhost' }
    expect(await check({ settings: elsewhere })).toMatchObject({ status: 400, body: { code: 'secret_required' } })
    expect(await check({ settings: elsewhere, bindPassword: slapd.servicePassword })).toMatchObject({ status: 200 })
    expect(await check({ settings: { kind: 'built-in' } })).toMatchObject({
      status: 400,
      body: { code: 'directory_kind_fixed' },
    })
    const faulty = { settings: { ...settings(), baseDn: 'nonsense' } }
    for (const path of ['/api/directories/check', `/api/directories/${acme}/check`]) {
      const { status, body } = await call('POST', path, { ...faulty, bindPassword: 'x' })
      expect([status, body.fields[0].field]).toEqual([400, 'settings.baseDn'])
    }
    expect((await call('GET', `/api/directories/${acme}`)).body.version).toBe(before)
  })

  test('are created once by name, with a field for every fault', async () => {
    const body = { name: 'acme PEOPLE', settings: settings(), bindPassword: 'x' }
    expect(await call('POST', '/api/directories', body)).toMatchObject({
      status: 409,
      body: { code: 'directory_name_taken' },
    })
    const faults: [object, string][] = [
      [{ settings: { ...settings(), baseDn: 'nonsense' } }, 'settings.baseDn'],
      [{ settings: { ...settings(), caPem: 'nonsense' } }, 'settings.caPem'],
      [{ settings: { ...settings(), host: 'ldaps://ldap.acme.example' } }, 'settings.host'],
      [{ bindPassword: undefined }, 'bindPassword'],
    ]
    for (const [change, field] of faults) {
      const answer = await call('POST', '/api/directories', { ...body, name: 'Another', ...change })
      expect(answer).toMatchObject({ status: 400, body: named(field) })
    }
  })

  test.each([
    ['host', 'localhost'],
    ['port', 1389],
    ['security', 'starttls'],
    ['caPem', null],
    ['baseDn', 'dc=elsewhere'],
    ['bindDn', 'cn=other,dc=elsewhere'],
  ])('a new %s needs the bind password again, however the caller is signed in', async (field, value) => {
    const { body } = await call('GET', `/api/directories/${acme}`)
    const change = { version: body.version, name: body.name, sync: {}, settings: { ...settings(), [field]: value } }
    const answer = await call('PUT', `/api/directories/${acme}`, change)
    expect(answer).toMatchObject({ status: 400, body: { code: 'secret_required' } })
    expect(answer.body).toEqual(named('bindPassword'))
    expect((await call('GET', `/api/directories/${acme}`)).body.settings).toEqual(settings())
  })

  test('are changed by whoever saw the last version, who proved themselves a short time ago', async () => {
    const { body } = await call('GET', `/api/directories/${acme}`)
    const change = { version: body.version, name: 'Acme staff', sync: { syncEverySeconds: 5 }, settings: settings() }
    world.clock.advance(3_600_000)
    expect(await call('PUT', `/api/directories/${acme}`, change)).toMatchObject({
      status: 401,
      body: { code: 'insufficient_user_authentication' },
    })
    signIn('admin')
    expect(await call('PUT', `/api/directories/${acme}`, change)).toMatchObject({
      status: 200,
      body: { name: 'Acme staff', version: body.version + 1 },
    })
    expect(await call('PUT', `/api/directories/${acme}`, change)).toMatchObject({
      status: 409,
      body: { code: 'directory_changed' },
    })
    const taken = { ...change, version: body.version + 1, name: 'contractors' }
    expect(await call('PUT', `/api/directories/${acme}`, taken)).toMatchObject({
      status: 409,
      body: { code: 'directory_name_taken' },
    })
    const otherKind = { ...change, version: body.version + 1, settings: { kind: 'built-in' } }
    expect(await call('PUT', `/api/directories/${acme}`, otherKind)).toMatchObject({
      status: 400,
      body: named('settings.kind'),
    })
  })

  test('say when people are reminded, where they live, and what proves who they are; a zone that is none is refused', async () => {
    const path = `/api/directories/${contractors}`
    const { body } = await call('GET', path)
    const { version, name, settings: before } = body as unknown as { version: number; name: string; settings: object }
    const sync = { remindDays: [10, 2], timeZone: 'Europe/Berlin', proofs: { mail: true, phone: false } }
    const put = (given: object, from = version) =>
      call('PUT', path, { version: from, name, settings: before, sync: given })
    expect((await put(sync)).status).toBe(200)
    expect((await call('GET', path)).body.sync).toMatchObject(sync)
    for (const [field, given] of [
      ['sync.timeZone', { timeZone: 'Mars/Phobos' }],
      ['sync.remindDays.0', { remindDays: [0] }],
      ['sync.proofs.mail', { proofs: { mail: 'sometimes', phone: true } }],
    ] as const)
      expect(await put(given, version + 1)).toMatchObject({ status: 400, body: named(field) })
    expect((await call('GET', path)).body.sync).toMatchObject(sync)
  })

  test('are synced on demand by a run that can be followed', async () => {
    const started = await call('POST', `/api/directories/${acme}/sync`, {})
    expect(started).toMatchObject({ status: 202, body: { state: 'waiting', trigger: 'person' } })
    await world.jobs.runUntilIdle()
    expect(await call('GET', `/api/sync-runs/${started.body.id}`)).toMatchObject({
      status: 200,
      body: { state: 'done', read: 10, confirmable: false },
    })
    const runs = await call('GET', `/api/directories/${acme}/runs?limit=1`)
    expect(runs.body).toMatchObject({ items: [{ id: started.body.id }], next: expect.any(String) })
    const confirm = await call('POST', `/api/sync-runs/${started.body.id}/confirm-removals`, { heldBack: 3 })
    expect(confirm).toMatchObject({ status: 409, body: { code: 'removals_changed' } })
  })
})

test('an address inside the network is refused before it is saved, unless the operator lists it', async () => {
  const strict = await directoryWorld([])
  const connect = strict.db.transaction((tx) =>
    strict.directory.connect(tx, operator, { name: 'Inside', settings: settings(), bindPassword: 'x' }),
  )
  await expect(connect).rejects.toMatchObject({ code: 'address_not_allowed' })
  await strict.close()
})
