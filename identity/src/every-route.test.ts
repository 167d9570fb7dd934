import { readFileSync } from 'node:fs'
import { allClientRoutes } from '@hallpass/contract/all-client-routes'
import { allRoutes } from '@hallpass/contract/all-routes'
import type { ProductRole } from '@hallpass/contract/common'
import { buildOpenApi } from '@hallpass/contract/openapi'
import type { RouteSpec } from '@hallpass/contract/route'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endEventStreams } from './platform/http/event-stream.ts'
import { type Caller, type Login, openPage, openTestApp, type TestApp } from './testing-app.ts'
import { addressOf, fieldsOf, ghost, kindOf, sampleOf, wrongFor } from './testing-samples.ts'
import { version } from './version.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world.close())

const callers = ['stranger', 'molly', 'dora', 'axel', 'ivan'] as const
type Who = (typeof callers)[number]
const roleOf: Record<Who, ProductRole | null> = {
  stranger: null,
  molly: null,
  dora: 'desk_agent',
  axel: 'auditor',
  ivan: 'admin',
}
const document = JSON.parse(readFileSync(new URL('../../contract/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>
}
const each = allRoutes.map((spec) => [`${spec.method} ${spec.path}`, spec] as const)
const unsafe = each.filter(([, spec]) => spec.method !== 'GET')
const withBody = each.filter(([, spec]) => spec.body)
const withFields = withBody.filter(([, spec]) => Object.keys(fieldsOf(spec.body as TSchema).all).length > 0)

const enter = (who: Who): Promise<Caller> => (who === 'stranger' ? openPage(world.server) : world.signIn(who))

/** One session each, for calls that do not end it. */
const known = new Map<Who, Promise<Caller>>()
function stay(who: Who): Promise<Caller> {
  const found = known.get(who) ?? enter(who)
  known.set(who, found)
  return found
}

/** Streams of events are ended, since they would not end by themselves. */
async function send(options: InjectOptions): Promise<LightMyRequestResponse> {
  const ending = setInterval(endEventStreams, 5)
  try {
    return await world.server.inject(options)
  } finally {
    clearInterval(ending)
  }
}

type Changes = { url?: string; body?: unknown; raw?: string; headers?: Record<string, string>; isCounted?: boolean }
async function call(spec: RouteSpec, caller: Caller, changes: Changes = {}): Promise<LightMyRequestResponse> {
  if (spec.perMinute && !changes.isCounted) await world.forgetCounts()
  const body = 'body' in changes ? changes.body : spec.body ? sampleOf(spec.body) : undefined
  const payload = changes.raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const answer = await send({
    method: spec.method,
    url: changes.url ?? addressOf(spec),
    headers: {
      ...caller.headers,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...changes.headers,
    },
    ...(payload === undefined ? {} : { payload }),
  })
  if (answer.statusCode >= 400) assertProblem(answer)
  return answer
}

const inside = [
  /\.ts:\d+/,
  /node_modules/,
  /\bat \w+ \(/,
  /\b(select|insert into|delete from|update) /i,
  /\b(uid|cn|ou|dc)=(?!example|org)/i,
]
function assertProblem(answer: LightMyRequestResponse): void {
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const problem = answer.json()
  expect(problem).toMatchObject({ status: answer.statusCode, requestId: answer.headers['x-request-id'] })
  for (const leak of inside) expect(answer.body).not.toMatch(leak)
  expect(answer.body).not.toContain('AAAAAAAAAAAAAAAA')
}

const codeOf = (answer: LightMyRequestResponse): string => (answer.statusCode >= 400 ? answer.json().code : '')
const fieldsIn = (answer: LightMyRequestResponse): string[] =>
  (answer.json().fields ?? []).map((fault: { field: string }) => fault.field)
const names = (answer: LightMyRequestResponse, field: string): boolean =>
  fieldsIn(answer).some((found) => found === field || found.startsWith(`${field}.`))

/** Somebody who may call it. */
const insider = (spec: RouteSpec): Who => {
  if (spec.access === 'public') return 'stranger'
  if (spec.access === 'person') return 'molly'
  return callers.find((who) => rolesOf(spec).some((role) => role === roleOf[who])) as Who
}

const isForAll = ({ access }: RouteSpec): boolean => typeof access === 'string'
const rolesOf = ({ access }: RouteSpec): readonly ProductRole[] =>
  typeof access !== 'string' && 'roles' in access ? access.roles : []

describe('the contract', () => {
  test('is what openapi.json says', () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(buildOpenApi([...allRoutes, ...allClientRoutes], version))))
  })

  test.each(each)('%s is bound', (_name, spec) => {
    expect(world.server.hasRoute({ method: spec.method, url: spec.path })).toBe(true)
  })

  test('names every address that is bound', () => {
    const contract = new Set([...allRoutes, ...allClientRoutes].map(({ method, path }) => `${method} ${path}`))
    // What an OpenID provider answers at is named by its own discovery document; its wildcard is printed without its prefix.
    const provider = ['GET *', 'POST *', 'OPTIONS *', 'DELETE *', 'POST /oidc/auth', 'POST /oidc/session/end']
    const isNamedElsewhere = (bound: string) => bound.includes(' /api/docs') || provider.includes(bound)
    const extra = boundRoutes().filter((bound) => !contract.has(bound) && !isNamedElsewhere(bound))
    expect(extra).toEqual([])
  })
})

/** Fastify prints its routes as a tree; one line a node, indented by four. */
function boundRoutes(): string[] {
  const found: string[] = []
  const parts: string[] = []
  for (const line of world.server.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', path = '', methods = ''] = /^([ │]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
    if (path === '') continue
    parts.length = indent.length / 4
    parts.push(path)
    for (const method of methods.split(', ').filter(Boolean)) found.push(`${method} ${parts.join('')}`)
  }
  return found
}

/** Signs its caller out everywhere else, so it is called while nothing else is. */
const endsOthers = (spec: RouteSpec) => spec.id === 'sso.endOtherSessions'

describe.concurrent('who may call', () => {
  test.each(each.filter(([, spec]) => !endsOthers(spec)))('%s', async (_name, spec) => whoMayCall(spec))
})
test.each(each.filter(([, spec]) => endsOthers(spec)))('who may call %s', async (_name, spec) => whoMayCall(spec))

async function whoMayCall(spec: RouteSpec): Promise<void> {
  const answers = await Promise.all(callers.map(async (who) => [who, await call(spec, await enter(who))] as const))
  for (const [who, answer] of answers) {
    const refusal = ['sign_in_required', 'role_required', 'csrf_failed'].find((code) => code === codeOf(answer))
    expect([who, refusal]).toEqual([who, refusalOf(spec, who)])
    const path = spec.path.replaceAll(/:(\w+)/g, '{$1}')
    const documented = document.paths[path]?.[spec.method.toLowerCase()]?.responses ?? {}
    const what = `${who} got ${answer.statusCode} ${answer.body}`
    expect(Object.keys(documented), what).toContain(String(answer.statusCode))
    const type = String(answer.headers['content-type'] ?? '').split(';')[0]
    const types = Object.keys(documented[answer.statusCode]?.content ?? {})
    if (answer.statusCode < 400 && type) expect(types, what).toContain(type)
    const { schema, status, content } = spec.success
    if (answer.statusCode === status && schema && !content) expect(Value.Check(schema, answer.json())).toBe(true)
  }
}

function refusalOf(spec: RouteSpec, who: Who): string | undefined {
  if (spec.access === 'public') return undefined
  if (who === 'stranger') return 'sign_in_required'
  return isForAll(spec) || rolesOf(spec).some((role) => role === roleOf[who]) ? undefined : 'role_required'
}

describe('things of somebody else', () => {
  const theirs = each.filter(([, spec]) => spec.path.includes('/:id'))

  test.each(theirs)('%s has a thing to try it on', (_name, spec) => {
    if (spec.access !== 'public' || spec.path.startsWith('/launch'))
      expect(Object.keys(things())).toContain(kindOf(spec))
  })

  test.each(theirs.filter(([, spec]) => spec.access === 'person' || spec.path.startsWith('/launch')))(
    '%s is not there for a colleague, who changes nothing',
    async (_name, spec) => {
      const before = await world.fingerprint()
      const answer = await call(spec, await enterAs('leo'), { url: addressOf(spec, world.things[kindOf(spec)]) })
      expect([403, 404]).toContain(answer.statusCode)
      expect(await world.fingerprint()).toMatchObject(withoutTrail(before))
    },
  )

  test('nobody without the role changes anything by calling what is for roles', async () => {
    const before = await world.fingerprint()
    for (const [, spec] of theirs) {
      if (typeof spec.access === 'string') continue
      for (const who of ['molly', 'dora', 'axel'] as const) {
        if (rolesOf(spec).some((role) => role === roleOf[who])) continue
        const answer = await call(spec, await stay(who), { url: addressOf(spec, world.things[kindOf(spec)]) })
        expect([spec.id, who, answer.statusCode]).toEqual([spec.id, who, 403])
      }
    }
    expect(await world.fingerprint()).toMatchObject(withoutTrail(before))
  })

  test.each(theirs.filter(([, spec]) => spec.access !== 'public'))(
    '%s answers 404 to an unknown id',
    async (_name, spec) => {
      const answer = await call(spec, await stay(insider(spec)))
      expect(answer.statusCode, answer.body).toBe(404)
    },
  )

  const things = () => world.things
  const enterAs = (login: Login) => world.signIn(login)
  // Signing in is itself an entry.
  const withoutTrail = ({ audit_entries: _entries, audit_personal: _personal, ...rest }: Record<string, string>) => rest
})

describe.concurrent('input', () => {
  test.each(withBody)('%s names each field it does not know', async (_name, spec) => {
    const caller = await stay(insider(spec))
    for (const forged of ['state', 'approverId', 'actor', 'personId', 'isAdmin']) {
      if (forged in fieldsOf(spec.body as TSchema).all) continue
      const answer = await call(spec, caller, {
        body: { ...(sampleOf(spec.body as TSchema) as object), [forged]: ghost },
      })
      expect([answer.statusCode, names(answer, forged)], answer.body).toEqual([400, true])
      expect(new Set(fieldsIn(answer)).size).toBe(fieldsIn(answer).length)
    }
  })

  test.each(withFields)('%s names each field that is missing or of the wrong type', async (_name, spec) => {
    const caller = await stay(insider(spec))
    const good = sampleOf(spec.body as TSchema) as Record<string, unknown>
    const { all, required } = fieldsOf(spec.body as TSchema)
    for (const name of required) {
      const { [name]: _left, ...body } = good
      const answer = await call(spec, caller, { body })
      expect([name, answer.statusCode, names(answer, name)], answer.body).toEqual([name, 400, true])
    }
    for (const [name, schema] of Object.entries(all)) {
      const answer = await call(spec, caller, { body: { ...good, [name]: wrongFor(schema) } })
      expect([name, answer.statusCode, names(answer, name)], answer.body).toEqual([name, 400, true])
    }
  })

  test.each(withBody)('%s refuses what is no object of ours', async (_name, spec) => {
    const caller = await stay(insider(spec))
    const good = JSON.stringify(sampleOf(spec.body as TSchema))
    const start = good === '{}' ? '{' : `${good.slice(0, -1)},`
    const raws = [
      ...['', '{', '[]', 'null', '"x"', '7', `${good}x`],
      ...[`${start}"__proto__":{"admin":true}}`, `${start}"constructor":{"prototype":{"admin":true}}}`],
    ]
    for (const raw of raws) expect([raw, (await call(spec, caller, { raw })).statusCode]).toEqual([raw, 400])
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, raw: 'a=b' }
    expect((await call(spec, caller, form)).statusCode).toBe(spec.isForm ? 400 : 415)
    expect((await call(spec, caller, { headers: { 'content-type': 'text/plain' }, raw: good })).statusCode).toBe(415)
    const much = JSON.stringify('x'.repeat(spec.bodyBytesMax ?? 64 * 1024))
    expect((await call(spec, caller, { raw: much })).statusCode).toBe(413)
  })

  test.each(each.filter(([, spec]) => spec.query))('%s names what its query does not know', async (_name, spec) => {
    const url = addressOf(spec)
    const answer = await call(spec, await stay(insider(spec)), { url: `${url}${url.includes('?') ? '&' : '?'}nope=1` })
    expect([answer.statusCode, names(answer, 'nope')]).toEqual([400, true])
  })

  test.each(each.filter(([, spec]) => spec.path.includes('/:id')))('%s takes ids alone', async (_name, spec) => {
    const caller = await stay(insider(spec))
    for (const id of ["1'%20or%20'1'='1", '..%2f..%2fetc', '%00', 'zz', 'x'.repeat(150)]) {
      const answer = await call(spec, caller, { url: addressOf(spec, id) })
      expect([id, answer.statusCode]).toEqual([id, 400])
    }
  })
})

test.each(unsafe.filter(([, spec]) => !spec.isForm))(
  '%s refuses a call that our page did not make',
  async (_name, spec) => {
    await world.forgetCounts()
    const caller = await stay(insider(spec))
    const other = await enter(insider(spec))
    const forged: Record<string, string>[] = [
      { 'x-csrf-token': '' },
      { 'x-csrf-token': 'A'.repeat(43) },
      { 'x-csrf-token': other.headers['x-csrf-token'] ?? '' },
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of forged) {
      const answer = await call(spec, caller, { headers })
      expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'csrf_failed'])
    }
  },
)

test.each(each.filter(([, spec]) => spec.perMinute))('%s is limited as the contract says', async (_name, spec) => {
  await world.forgetCounts()
  const caller = await stay(insider(spec))
  const url = spec.query ? `${addressOf(spec)}?nope=1` : addressOf(spec)
  const bad = { url, isCounted: true, ...(spec.body ? { body: { nope: 1 } } : {}) }
  for (let n = 0; n < (spec.perMinute ?? 0); n++) expect((await call(spec, caller, bad)).statusCode).not.toBe(429)
  const refused = await call(spec, caller, bad)
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
})

test('what nobody bound is a problem like any', async () => {
  for (const [method, url, status] of [
    ['GET', '/api/nothing', 404],
    ['PUT', '/api/session', 404],
    ['HEAD', '/api/requests/events', 404],
    ['GET', '/nothing', 404],
    ['GET', '/api/%zz', 400],
  ] as const) {
    const answer = await send({ method, url })
    expect([url, answer.statusCode]).toEqual([url, status])
    if (method !== 'HEAD') assertProblem(answer)
  }
})

test('nothing of all this was a fault of ours', () => {
  expect(world.log.map((line) => JSON.parse(line)).filter((line) => line.level >= 50)).toEqual([])
})
