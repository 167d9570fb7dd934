import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { endSessions } from '../end-sessions.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { visitorOf } from './interaction-policy.ts'

/**
 * Whoever signs out from an app and says yes to signing out here as well (RP-Initiated Logout 1.0 §2) leaves our session,
 * and with it every other app of it. Apps are told by our own jobs alone, which try again; the provider would try once.
 */
export function endWithApp(deps: SignOnDeps, provider: Provider): void {
  const prototype = provider.Client.prototype as unknown as { backchannelLogout(): Promise<void> }
  prototype.backchannelLogout = async () => {}
  provider.use(async (context, next) => {
    await next()
    const { oidc, req, status } = context as KoaContextWithOIDC
    const isConfirmed = oidc?.route === 'end_session_confirm' && status === 303 && Boolean(oidc.params?.logout)
    const { principal } = visitorOf(req)
    if (!isConfirmed || !principal) return
    const { personId, sessionId: id } = principal
    await endSessions(deps, { personId, id, endReason: 'signed_out', actor: { kind: 'person', personId } })
  })
}
