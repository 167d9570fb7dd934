import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { testPlatform } from '../testing.ts'
import { healthRoutes } from './health-routes.ts'
import { createRateLimiter } from './rate-limit.ts'
import { createServer } from './server.ts'

const platform = await testPlatform()
const logged: string[] = []
let isUp = true
const server = await createServer({
  clock: platform.clock,
  ids: platform.ids,
  log: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }),
  limiter: createRateLimiter({ db: platform.db, clock: platform.clock, perMinutePerAddress: 1000 }),
  publicUrl: new URL('http://localhost:8080'),
  trustedProxies: [],
  readPrincipal: async () => undefined,
  checkCsrf: async () => {},
})
healthRoutes(server, [{ name: 'database', fault: async () => (isUp ? null : 'It is away.') }])
afterAll(async () => {
  await server.close()
  await platform.close()
})

test('says once, and without a word in the log, that it cannot do its work', async () => {
  expect((await server.inject('/health/ready')).statusCode).toBe(200)
  isUp = false
  const answer = await server.inject('/health/ready')
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('2')
  expect(answer.json()).toEqual({ status: 'failing', checks: [{ name: 'database', ok: false, reason: 'It is away.' }] })
  expect((await server.inject('/health/live')).statusCode).toBe(200)
  expect(logged).toEqual([])
})
