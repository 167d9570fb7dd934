import type { SamlForm } from '@hallpass/contract/saml'
import type { Actor } from '../../audit/module.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { decideSignOn } from '../decide-sign-on.ts'
import { appUnknown } from '../errors.ts'
import { refuseApp } from '../refuse-app.ts'
import { answerSignOn, answerWithoutPerson } from '../saml/answer-sign-on.ts'
import { signOnExpired } from '../saml/errors.ts'
import { statusCode } from '../saml/names.ts'
import type { SamlDetails } from '../saml/receive-sign-on.ts'
import type { SignOnDeps } from './deps.ts'
import { findPending } from './store-pending.ts'

export type Step = { kind: 'go'; location: string } | { kind: 'form'; form: SamlForm }

/**
 * The next step of a sign-on that an app began: sign in first, prove more, or go back to the app. Whether the person may
 * use the app, and what they must have shown for it, is asked at this moment, never remembered from the request.
 */
export async function continueSignOn(
  deps: SignOnDeps,
  input: { id: string; principal: Principal | undefined; address: string; actor: Actor | null },
): Promise<Step> {
  const { id, principal } = input
  const pending = await findPending(deps.db, id, deps.clock.now())
  if (!pending) throw signOnExpired()
  if (pending.protocol === 'oidc') {
    const { interaction } = pending.details as { interaction: string }
    if (principal && !principal.isEnrolment) return { kind: 'go', location: `/oidc/interaction/${interaction}` }
    return { kind: 'go', location: `/sign-in?continue=${id}` }
  }
  if (pending.protocol !== 'saml' || pending.appId === null) throw signOnExpired()
  const { appId } = pending
  const details = pending.details as SamlDetails
  const request = { id, appId, details }
  if (!principal || principal.isEnrolment || !input.actor) {
    const refusal = await answerWithoutPerson(deps, request)
    return refusal ?? { kind: 'go', location: `/sign-in?continue=${id}` }
  }
  // The app wants to see its person prove who they are now, not some hours ago (saml-core §3.4.1).
  if (details.forceAuthn && principal.assurance.at < pending.createdAt) {
    const refusal = await answerWithoutPerson(deps, request)
    return refusal ?? { kind: 'go', location: `/sign-in?continue=${id}&again=1` }
  }
  const app = await deps.access.app(deps.db, appId)
  if (!app || app.state === 'retired') throw appUnknown()
  const decision = await decideSignOn(deps, { principal, appId, address: input.address })
  if (decision.kind === 'refused') {
    const refusal = await refuseApp(deps, { appId, principal, actor: input.actor, decision })
    const answer = await answerWithoutPerson(deps, request, statusCode.requestDenied)
    if (answer) return answer
    throw refusal
  }
  const more: Step = { kind: 'go', location: `/confirm?app=${appId}&continue=${id}` }
  if (decision.kind === 'needs') return (await answerWithoutPerson(deps, request)) ?? more
  const answered = await answerSignOn(deps, { ...request, principal, decision, actor: input.actor })
  return answered ?? more
}
