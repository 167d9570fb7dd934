import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allRoutes } from '@hallpass/contract/all-routes'
import type { RouteSpec } from '@hallpass/contract/route'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAppServer } from './app.ts'
import { endEventStreams } from './platform/http/event-stream.ts'
import { servePortal } from './platform/http/portal-files.ts'
import { type Caller, openPage, openTestApp, type TestApp } from './testing-app.ts'
import { addressOf, fieldsOf, sampleOf } from './testing-samples.ts'

const awkward = {
  quotes: `O'Neill "Shiv" \`x\` \\`,
  umlauts: 'Jörg Ångström-Łuczak ẞ',
  emoji: '🦊👩‍👩‍👧‍👦 e\u0301',
  'right to left': 'عمر حداد',
  'bidi controls': 'admin\u202Etxt.exe\u2066\u2069',
  'half a surrogate': 'x\ud800y',
  sql: `'; drop table people; --`,
  'a header': 'x\r\nSet-Cookie: a=b',
  'a log line': 'x"}\n{"level":60,"msg":"forged"}',
  'an LDAP filter': '*)(|(uid=*))',
  'an LDAP name': 'cn=x,ou=#\\2c+"<>;=\u0000',
  html: '<img src=x onerror=alert(1)>{{7*7}}',
  'a path': '../../../../etc/passwd',
  length: 'é'.repeat(10_000),
  nul: 'a\u0000b',
  spaces: ' \t\u00a0\u200b ',
  nothing: '',
}
const strings = Object.entries(awkward)
let world: TestApp
let server: FastifyInstance
let ivan: Caller
let folder: string

beforeAll(async () => {
  world = await openTestApp()
  ivan = await world.signIn('ivan')
  folder = mkdtempSync(join(tmpdir(), 'hallpass-portal-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>the page</title>')
  writeFileSync(join(folder, 'assets', 'app.js'), 'let app')
  writeFileSync(join(folder, 'private.txt'), 'not for browsers')
  server = await createAppServer(world.app, {})
  await servePortal(server, folder)
})
afterAll(async () => {
  await server.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

async function call(spec: RouteSpec, url: string, body?: object): Promise<{ status: number; text: string }> {
  if (spec.perMinute) await world.forgetCounts()
  const caller = spec.access === 'public' ? await openPage(server) : ivan
  const ending = setInterval(endEventStreams, 5)
  const answer = await server.inject({
    method: spec.method,
    url,
    headers: caller.headers,
    ...(body ? { payload: body } : {}),
  })
  clearInterval(ending)
  expect(answer.headers['set-cookie'] ?? '').not.toContain('a=b')
  return { status: answer.statusCode, text: answer.body }
}

const isText = (schema: unknown) => JSON.stringify(schema).includes('"type":"string"')
const named = (specs: readonly RouteSpec[]) => specs.map((spec) => [`${spec.method} ${spec.path}`, spec] as const)

describe('every text of the contract takes awkward words or refuses them, and nothing breaks', () => {
  test.each(named(allRoutes.filter(({ body }) => body && isText(body))))('%s', async (_name, spec) => {
    const good = sampleOf(spec.body as TSchema) as Record<string, unknown>
    const fields = Object.entries(fieldsOf(spec.body as TSchema).all).filter(([, schema]) => isText(schema))
    for (const [field, schema] of fields) {
      const wrap = (text: string) => ((schema as { type?: string }).type === 'array' ? [text] : text)
      await Promise.all(
        strings.map(async ([kind, text]) => {
          const { status } = await call(spec, addressOf(spec), { ...good, [field]: wrap(text) })
          // 503: a host that this name is not, which is what the operator is told.
          expect([kind, field, status === 503 || status < 500]).toEqual([kind, field, true])
        }),
      )
    }
  })

  test.each(named(allRoutes.filter(({ query }) => query && isText(query))))('%s', async (_name, spec) => {
    for (const [field, schema] of Object.entries(fieldsOf(spec.query as TSchema).all)) {
      if (!isText(schema)) continue
      for (const [kind, text] of strings) {
        const url = addressOf(spec)
        const word = `${field}=${encodeURIComponent(text.toWellFormed())}`
        const { status } = await call(spec, `${url}${url.includes('?') ? '&' : '?'}${word}`)
        expect([kind, field, status < 500]).toEqual([kind, field, true])
      }
    }
  })
})

test('names come back as they were typed', async () => {
  const create = allRoutes.find(({ id }) => id === 'directory.createPerson') as RouteSpec
  for (const [at, displayName] of [
    awkward.quotes,
    awkward.umlauts,
    awkward.emoji,
    awkward['right to left'],
  ].entries()) {
    const person = { login: `somebody.${at}`, displayName, mail: `somebody.${at}@acme.example` }
    const directoryId = world.things['/api/directories']
    const made = await call(create, '/api/people', {
      ...(sampleOf(create.body as TSchema) as object),
      ...person,
      directoryId,
    })
    expect([made.status, JSON.parse(made.text).displayName]).toEqual([201, displayName.normalize('NFC')])
  }
})

test('no address leads out of the portal', async () => {
  const roots = ['/assets', '/icons', '', '/launch', '/api', '/api/docs/static']
  const ups = ['/../private.txt', '/..%2fprivate.txt', '/%2e%2e/private.txt', '/..%5cprivate.txt', '/....//private.txt']
  const more = ['/%00', '/app.js%00.svg', '//etc/passwd', '/%c0%ae%c0%ae/private.txt', `/${'x'.repeat(5000)}`, '/.env']
  for (const url of roots.flatMap((root) => [...ups, ...more].map((path) => root + path))) {
    const { statusCode, body } = await server.inject({ url, headers: { accept: 'text/html' } })
    expect([url, statusCode < 500]).toEqual([url, true])
    expect(body).not.toMatch(/not for browsers|root:/)
  }
  expect((await server.inject('/assets/app.js')).body).toBe('let app')
  expect((await server.inject({ url: '/requests', headers: { accept: 'text/html' } })).body).toContain('the page')
})

test('every line of the log is one object of ours, and nothing was a fault', () => {
  for (const line of world.log) {
    expect(line.indexOf('\n')).toBe(line.length - 1)
    const { level, msg } = JSON.parse(line)
    expect([line, level < 50, msg === 'forged']).toEqual([line, true, false])
  }
})
