import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { actorOf } from '../../audit/module.ts'
import { endSessions } from '../end-sessions.ts'
import { escaped } from '../plain-page.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { visitorOf } from './interaction-policy.ts'
import { askToSignOut, signOutHere } from './provider-pages.ts'

/**
 * Whoever signs out from an app and says yes to signing out here as well (RP-Initiated Logout 1.0 §2) leaves our session,
 * and with it every other app of it: only the word of our page does that, and whoever is signed in here is asked, so that no
 * link from elsewhere signs them out. Apps are told by our own jobs alone, which try again; the provider would try once.
 */
export function endWithApp(deps: SignOnDeps, provider: Provider): void {
  const prototype = provider.Client.prototype as unknown as { backchannelLogout(): Promise<void> }
  prototype.backchannelLogout = async () => {}
  provider.use(async (context, next) => {
    await next()
    const { oidc, req, res, status } = context as KoaContextWithOIDC
    const { principal, address } = visitorOf(req)
    if (!oidc || !principal) return
    const { session } = oidc
    if (oidc.route === 'end_session' && status === 200 && session && !session.accountId) {
      const { secret = '' } = (session.state ?? {}) as { secret?: string }
      askToSignOut(context as KoaContextWithOIDC, signOutForm(oidc.urlFor('end_session_confirm'), secret))
    }
    const isConfirmed = oidc.route === 'end_session_confirm' && status === 303 && oidc.params?.logout === signOutHere
    if (!isConfirmed) return
    const { personId, sessionId: id } = principal
    const actor = actorOf({ principal, address, requestId: String(res.getHeader('x-request-id')) })
    await endSessions(deps, { personId, id, endReason: 'signed_out', actor })
  })
}

/** As the library writes it for a session that it knows the person of. */
const signOutForm = (action: string, xsrf: string): string =>
  `<form id="op.logoutForm" method="post" action="${escaped(action)}"><input type="hidden" name="xsrf" value="${escaped(xsrf)}"/></form>`
