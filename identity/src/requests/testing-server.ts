import type { FastifyInstance } from 'fastify'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import type { World } from './testing.ts'

/** A server without routes yet, whose every caller is Ivan, an administrator of the test's world. */
export function ivansServer(world: World): Promise<FastifyInstance> {
  return createServer({
    clock: world.clock,
    ids: world.ids,
    log: world.log,
    limiter: createRateLimiter({ db: world.db, clock: world.clock, perMinutePerAddress: 100_000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    readPrincipal: async () => world.principal('ivan', 'admin'),
    checkCsrf: async () => {},
  })
}
