import { accessRoutes as spec } from '@hallpass/contract/access'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { createRole } from './create-role.ts'
import type { AccessDeps } from './deps.ts'
import { editRole } from './edit-role.ts'
import { retireRole } from './retire-role.ts'
import { showGrants } from './show-grants.ts'
import { showRole, showRoles } from './show-roles.ts'
import { findRole } from './store-roles.ts'

/** Who changes who decides about a role, or anything of a role of Hallpass itself, proved who they are a short time ago. */
const proofSecondsMax = 900

export function roleRoutes(server: FastifyInstance, deps: AccessDeps): void {
  serve(server, spec.listRoles, ({ query }) => showRoles(deps, query))
  serve(server, spec.getRole, ({ params }) => showRole(deps, params.id))

  serve(server, spec.createRole, async (call) => {
    const role = await createRole(deps, call.body, actorOf(call))
    return showRole(deps, role.id)
  })
  serve(server, spec.editRole, async (call) => {
    if (call.body.ownerIds !== undefined || (await findRole(deps.db, call.params.id))?.productRole)
      requireRecent(call.principal, deps.clock.now(), proofSecondsMax)
    const role = await editRole(deps, { ...call.body, roleId: call.params.id }, actorOf(call))
    return showRole(deps, role.id)
  })
  serve(server, spec.retireRole, async (call) => {
    const role = await retireRole(deps, { roleId: call.params.id, reason: call.body.reason }, actorOf(call))
    return showRole(deps, role.id)
  })
  serve(server, spec.listRoleGrants, ({ params, query }) => showGrants(deps, { roleId: params.id }, query))
}
