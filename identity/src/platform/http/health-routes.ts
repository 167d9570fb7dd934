import { platformRoutes } from '@hallpass/contract/platform'
import type { FastifyInstance } from 'fastify'
import { serve } from './route.ts'

/** A part without which this node cannot work; `fault` says in a sentence for everybody why it does not, and null while it does. */
export type HealthCheck = { name: string; fault: () => Promise<string | null> }

/** Liveness says the process answers; readiness that it can do its work, else 503 so that a balancer looks elsewhere. */
export function healthRoutes(server: FastifyInstance, checks: readonly HealthCheck[]): void {
  serve(server, platformRoutes.liveness, async () => ({ status: 'ok' as const }))

  serve(server, platformRoutes.readiness, async ({ reply }) => {
    const results = await Promise.all(
      checks.map(async ({ name, fault }) => {
        const reason = await fault().catch(() => 'It could not be looked at.')
        return reason === null ? { name, ok: true } : { name, ok: false, reason }
      }),
    )
    const isReady = results.every((result) => result.ok)
    const answer = { status: isReady ? ('ok' as const) : ('failing' as const), checks: results }
    return isReady ? answer : reply.code(503).header('retry-after', 2).send(answer)
  })
}
