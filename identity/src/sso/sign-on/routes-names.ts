import { appNamesRoutes as routes } from '@hallpass/contract/app-names'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../../audit/module.ts'
import { serve } from '../../platform/http/route.ts'
import { freeName } from '../saml/free-name.ts'
import { freeDirectoryNames, freePersonNames, showDirectoryNames, showPersonNames } from '../saml/free-names.ts'
import { giveName } from '../saml/give-name.ts'
import type { SignOnDeps } from './deps.ts'

/** Names by which apps know people: seen, freed, and given to whom they belong. */
export function namesRoutes(server: FastifyInstance, deps: SignOnDeps): void {
  serve(server, routes.freeSamlName, (call) =>
    freeName(deps, { appId: call.params.id, ...call.body, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, routes.giveSamlName, (call) =>
    giveName(deps, { appId: call.params.id, ...call.body, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, routes.getPersonAppNames, ({ params }) => showPersonNames(deps, params.id))

  serve(server, routes.freePersonAppNames, (call) =>
    freePersonNames(deps, { personId: call.params.id, ...call.body, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, routes.getDirectoryAppNames, ({ params }) => showDirectoryNames(deps, params.id))

  serve(server, routes.freeDirectoryAppNames, (call) =>
    freeDirectoryNames(deps, {
      directoryId: call.params.id,
      ...call.body,
      principal: call.principal,
      actor: actorOf(call),
    }),
  )
}
