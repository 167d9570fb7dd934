/** `/desk/v1`: what the app in ServiceNow calls. Who calls is read in `door.ts`; every handler is one action. */
import { servicenowRoutes as spec } from '@hallpass/contract/servicenow'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { serve } from '../../platform/http/route.ts'
import {
  type ActionDeps,
  type Door,
  fulfil,
  getConnection,
  getFulfilment,
  getPolicy,
  listApps,
  revoke,
} from './actions.ts'
import type { ServiceNowDeps } from './deps.ts'
import { callerOf, guardDoor } from './door.ts'
import { type PasswordDeps, passwordRoutes } from './routes-passwords.ts'
import type { VerifyCallDeps } from './verify-call.ts'

export type DoorDeps = ActionDeps & VerifyCallDeps & PasswordDeps & Pick<ServiceNowDeps, 'programs'>

export function servicenowDoor(server: FastifyInstance, deps: DoorDeps): void {
  void server.register(async (scope) => {
    guardDoor(scope, deps)
    const doorOf = (request: FastifyRequest): Door => ({ connection: callerOf(request).connection, by: 'push' })

    serve(scope, spec.deskConnection, async ({ request }) => {
      const { scope: held, offsetSeconds } = callerOf(request)
      return getConnection(deps, doorOf(request), { scopes: [held], offsetSeconds })
    })
    serve(scope, spec.deskApps, ({ request, query }) => listApps(deps, doorOf(request), query))
    serve(scope, spec.deskPolicy, ({ request, params, query }) =>
      getPolicy(deps, doorOf(request), { ...query, roleId: params.roleId }),
    )
    serve(scope, spec.deskFulfil, ({ request, body }) => fulfil(deps, doorOf(request), body))
    serve(scope, spec.deskFulfilment, ({ request, params }) => getFulfilment(deps, doorOf(request), params.ritmSysId))
    serve(scope, spec.deskRevoke, ({ request, body }) => revoke(deps, doorOf(request), body))
    passwordRoutes(scope, deps)
  })
}
