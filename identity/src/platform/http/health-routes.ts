import { platformRoutes } from '@hallpass/contract/platform'
import type { FastifyInstance } from 'fastify'
import { serve } from './route.ts'

export type HealthCheck = { name: string; isOk: () => Promise<boolean> }

/** Liveness says the process answers; readiness that it can do its work, else 503 so that a balancer looks elsewhere. */
export function healthRoutes(server: FastifyInstance, checks: readonly HealthCheck[]): void {
  serve(server, platformRoutes.liveness, async () => ({ status: 'ok' as const }))

  serve(server, platformRoutes.readiness, async ({ reply }) => {
    const results = await Promise.all(
      checks.map(async ({ name, isOk }) => ({ name, ok: await isOk().catch(() => false) })),
    )
    const isReady = results.every((result) => result.ok)
    const answer = { status: isReady ? ('ok' as const) : ('failing' as const), checks: results }
    return isReady ? answer : reply.code(503).header('retry-after', 2).send(answer)
  })
}
