import { signalRoutes as routes } from '@hallpass/contract/signals'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../../audit/module.ts'
import { serve } from '../../platform/http/route.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { signalAddresses } from './addresses.ts'
import { putSignals, removeSignals, showSignals, trySignals } from './put-signals.ts'

export function signalsRoutes(server: FastifyInstance, deps: SignOnDeps): void {
  serve(server, routes.getSignals, ({ params }) => showSignals(deps, params.id))

  serve(server, routes.putSignals, async (call) => {
    const { params, body, principal } = call
    await putSignals(deps, { appId: params.id, ...body, principal, actor: actorOf(call) })
    return await showSignals(deps, params.id)
  })

  serve(server, routes.removeSignals, (call) =>
    removeSignals(deps, { appId: call.params.id, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, routes.trySignals, ({ params }) => trySignals(deps, params.id))

  serve(server, routes.ssfConfiguration, async () => {
    const { issuer, jwksUrl } = signalAddresses(deps.publicUrl)
    return {
      spec_version: '1_0',
      issuer,
      jwks_uri: jwksUrl,
      delivery_methods_supported: ['urn:ietf:rfc:8935'],
      // Every app hears of its own people and of nobody else; receivers do not choose subjects.
      default_subjects: 'NONE',
    }
  })
}
