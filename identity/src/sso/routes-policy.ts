import { signOnPolicyRoutes as routes } from '@hallpass/contract/sign-on-policy'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import type { SsoDeps } from './deps.ts'
import { confirmPolicy, putPolicy, showPolicy } from './put-policy.ts'
import { tryPolicy } from './try-policy.ts'

const proofSecondsMax = 900

export function policyRoutes(server: FastifyInstance, deps: SsoDeps): void {
  serve(server, routes.getPolicy, () => showPolicy(deps, deps.db))

  serve(server, routes.putPolicy, (call) => {
    requireRecent(call.principal, deps.clock.now(), proofSecondsMax)
    return putPolicy(deps, { ...call.body, authorId: call.principal.personId, actor: actorOf(call) })
  })

  serve(server, routes.confirmPolicy, (call) => {
    requireRecent(call.principal, deps.clock.now(), proofSecondsMax)
    const { personId } = call.principal
    return confirmPolicy(deps, { version: call.body.version, personId, actor: actorOf(call) })
  })

  serve(server, routes.tryPolicy, ({ body }) => tryPolicy(deps, body))
}
