import { factorsRoutes } from '@hallpass/contract/factors'
import { MainFactorKind } from '@hallpass/contract/sign-in'
import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { finishEnrolment } from './confirm.ts'
import { sessionCookie, setCookie } from './cookies.ts'
import type { SsoDeps } from './deps.ts'

/**
 * After a factor was added this session, and no other one of the person, has shown it. Told by the answer itself and not
 * by an event, which would not say in whose browser it happened.
 */
export function followEnrolment(server: FastifyInstance, deps: SsoDeps): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const { principal } = request
    if (!principal || reply.statusCode !== 201) return
    if (request.routeOptions.config.spec?.id !== factorsRoutes.addFactor.id || typeof payload !== 'string') return
    const { kind, id: factorId } = JSON.parse(payload) as { kind: unknown; id: unknown }
    if (!Value.Check(MainFactorKind, kind) || typeof factorId !== 'string') return
    const { ip: address, id: requestId } = request
    const actor = { kind: 'person' as const, personId: principal.personId, address, requestId }
    const cookie = await finishEnrolment(deps, { principal, address, requestId, actor, kind, factorId })
    if (cookie) setCookie(reply, sessionCookie, cookie)
  })
}
