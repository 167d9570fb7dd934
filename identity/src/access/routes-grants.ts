import { accessRoutes as spec } from '@hallpass/contract/access'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { Failure } from '../platform/errors.ts'
import type { Principal } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import type { AccessDeps } from './deps.ts'
import { giveBack } from './give-back.ts'
import { heldInDirectory } from './held-in-directory.ts'
import { revokeGrant } from './revoke-grant.ts'
import { showGrant, showGrants } from './show-grants.ts'
import { type WhyTarget, why } from './why.ts'

export function grantRoutes(server: FastifyInstance, deps: AccessDeps): void {
  serve(server, spec.listMyGrants, ({ principal, query }) => showGrants(deps, { personId: principal.personId }, query))
  serve(server, spec.getMyWhy, ({ principal, query }) =>
    why(deps, { personId: principal.personId, target: targetOf(query) }),
  )
  serve(server, spec.listPersonGrants, ({ params, query }) => showGrants(deps, { personId: params.id }, query))
  serve(server, spec.getPersonWhy, ({ params, query }) => why(deps, { personId: params.id, target: targetOf(query) }))
  serve(server, spec.getHeldInDirectory, ({ params }) => heldInDirectory(deps, deps.db, params.id))
  serve(server, spec.getGrant, ({ principal, params }) => showGrant(deps, params.id, whoseGrants(principal)))

  serve(server, spec.giveBackGrant, async (call) => {
    const { personId } = call.principal
    const grant = await giveBack(deps, { grantId: call.params.id, personId }, actorOf(call))
    return showGrant(deps, grant.id, personId)
  })
  serve(server, spec.revokeGrant, async (call) => {
    const grant = await revokeGrant(deps, { grantId: call.params.id, reason: call.body.reason }, actorOf(call))
    return showGrant(deps, grant.id, null)
  })
}

/** Whose grants a caller may see: null for anyone's. */
function whoseGrants(principal: Principal): string | null {
  return principal.roles.has('admin') || principal.roles.has('auditor') ? null : principal.personId
}

function targetOf(query: { roleId?: string; appId?: string }): WhyTarget {
  if (query.roleId !== undefined && query.appId === undefined) return { roleId: query.roleId }
  if (query.appId !== undefined && query.roleId === undefined) return { appId: query.appId }
  const message = 'Give either roleId or appId.'
  throw new Failure('invalid', 'invalid_input', message, {
    fields: [
      { field: 'roleId', message },
      { field: 'appId', message },
    ],
  })
}
