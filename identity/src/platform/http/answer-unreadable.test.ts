/** What never becomes a request, sent over bare sockets as no client library would. */
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing.ts'
import { createRateLimiter } from './rate-limit.ts'
import { createServer } from './server.ts'

let platform: TestPlatform
let server: FastifyInstance

beforeAll(async () => {
  platform = await testPlatform()
  server = await createServer({
    clock: platform.clock,
    ids: platform.ids,
    log: platform.log,
    limiter: createRateLimiter({ db: platform.db, clock: platform.clock, perMinutePerAddress: 1000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    readPrincipal: async () => undefined,
    checkCsrf: async () => {},
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  await platform.close()
})

type Heard = { text: string; socket: Socket }

function open(): Heard & { closed: Promise<unknown> } {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1').setEncoding('utf8')
  const heard = { text: '', socket, closed: once(socket, 'close') }
  socket.on('data', (text) => {
    heard.text += text
  })
  return heard
}

/** All that comes back until the service ends the connection. */
async function answerTo(sent: string): Promise<string> {
  const heard = open()
  heard.socket.write(sent)
  await heard.closed
  return heard.text
}

function expectProblem(text: string, status: number, code: string): void {
  const [head = '', body = ''] = text.split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toMatch(/^content-type: application\/problem\+json(;|$)/im)
  expect(head).toMatch(/^connection: close$/im)
  expect(head).toMatch(/^cache-control: no-store$/im)
  const problem = JSON.parse(body)
  expect(problem).toMatchObject({ type: `urn:hallpass:problem:${code}`, status, code, detail: expect.any(String) })
  expect(head).toContain(`x-request-id: ${problem.requestId}`)
  expect(text.match(/HTTP\/1\.1/g)).toHaveLength(1)
  expect(text).not.toMatch(/HPE_|at .*\.(ts|js)|hunter2/)
}

const large = `cookie: password=hunter2${'x'.repeat(20_000)}\r\n`
const ofHost = 'GET /api/session HTTP/1.1\r\nhost: localhost\r\n'

test.each([
  ['headers that are too large', `${ofHost}${large}\r\n`, 431, 'headers_too_large'],
  ['far too many headers, that go on arriving', `${ofHost}${large.repeat(100)}\r\n`, 431, 'headers_too_large'],
  ['no HTTP at all', 'password=hunter2\r\n\r\n', 400, 'malformed_request'],
  ['a method that is none', 'HUNTER2 / HTTP/1.1\r\nhost: localhost\r\n\r\n', 400, 'malformed_request'],
  ['a header without a name', `${ofHost}: hunter2\r\n\r\n`, 400, 'malformed_request'],
  ['no host', 'GET /api/session HTTP/1.1\r\n\r\n', 400, 'malformed_request'],
  ['two lengths', `${ofHost}content-length: 1\r\ncontent-length: 2\r\n\r\n`, 400, 'malformed_request'],
  ['a length and chunks', `${ofHost}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`, 400, 'malformed_request'],
])('%s are a problem in words, and the end of the connection', async (_what, sent, status, code) => {
  expectProblem(await answerTo(sent), status, code)
})

test('of a request that does not arrive in time nothing is done any more', async () => {
  const ofServer = once(server.server, 'connection')
  const heard = open()
  heard.socket.write(`POST /api/sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nhunter2`)
  const [theirs] = await ofServer
  // As Node does once its time is over.
  server.server.emit('clientError', Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), theirs)
  expect(theirs.destroyed).toBe(true)
  await heard.closed
  expectProblem(heard.text, 408, 'request_too_slow')
})

test('a good request before an unreadable one is answered by itself', async () => {
  const heard = open()
  heard.socket.write('GET /api/nothing-here HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await expect.poll(() => heard.text).toContain('"statusCode":404')
  heard.text = ''
  heard.socket.write('hunter2\r\n\r\n')
  await heard.closed
  expectProblem(heard.text, 400, 'malformed_request')
})

test('HTTP/1.0 needs no host', async () => {
  expect(await answerTo('GET /api/nothing-here HTTP/1.0\r\n\r\n')).toContain('HTTP/1.1 404')
})
