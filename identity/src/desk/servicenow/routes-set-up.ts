/** Setting up an instance from the portal, and looking at what came from it. */
import { servicenowOrderRoutes as orders } from '@hallpass/contract/servicenow-orders'
import { type SnowAdministrator, servicenowSetUpRoutes as spec } from '@hallpass/contract/servicenow-set-up'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../../audit/module.ts'
import { type Principal, requireRecent } from '../../platform/http/principal.ts'
import { serve } from '../../platform/http/route.ts'
import { Secret } from '../../platform/secret.ts'
import { type ConnectInstanceDeps, connectInstance } from './connect-instance.ts'
import type { ServiceNowDeps } from './deps.ts'
import { describeConnection } from './describe-connection.ts'
import { findTickets } from './find-tickets.ts'
import { type InstallInstanceAppDeps, installInstanceApp } from './install-instance-app.ts'
import { listOrders } from './list-orders.ts'
import { tellRefusal } from './refused-by-instance.ts'
import { checkSignOn, type SignOnSetUpDeps, setUpSignOn } from './set-up-sign-on.ts'

export type SetUpRoutesDeps = ConnectInstanceDeps &
  InstallInstanceAppDeps &
  SignOnSetUpDeps &
  Pick<ServiceNowDeps, 'requests'>

/** Power over everything an instance may ask for: as for every change of a connection (security C.19). */
const proofSecondsMax = 900

export function servicenowSetUp(server: FastifyInstance, deps: SetUpRoutesDeps): void {
  const { db } = deps
  const recent = (principal: Principal) => requireRecent(principal, deps.clock.now(), proofSecondsMax)

  serve(server, spec.installSnowApp, async (call) => {
    recent(call.principal)
    return tellRefusal(installInstanceApp(deps, call.body, actorOf(call)))
  })
  serve(server, spec.setUpSnowInstance, async (call) => {
    recent(call.principal)
    const { login, password, ...input } = call.body
    const administrator = { name: login, password: new Secret(password) }
    const { connectionId } = await tellRefusal(
      connectInstance(deps, { ...input, administrator, zip: null }, actorOf(call)),
    )
    return describeConnection(deps, db, connectionId)
  })

  serve(server, spec.setUpSnowSignOn, async (call) => {
    recent(call.principal)
    return tellRefusal(setUpSignOn(deps, signOnOf(call), actorOf(call)))
  })
  serve(server, spec.checkSnowSignOn, async (call) => {
    recent(call.principal)
    return tellRefusal(checkSignOn(deps, signOnOf(call), actorOf(call)))
  })

  serve(server, orders.listSnowOrders, ({ params, query: { show = 'all', limit = 50, cursor } }) =>
    listOrders(deps, db, { connectionId: params.id, show, limit, cursor }),
  )
  serve(server, orders.findTickets, async ({ principal, query }) => ({
    items: await findTickets(deps, db, { requestIds: query.requestIds.split(','), viewer: principal }),
  }))
}

function signOnOf({ params, body }: { params: { id: string }; body: SnowAdministrator }) {
  return { appId: params.id, administrator: { name: body.login, password: new Secret(body.password) } }
}
