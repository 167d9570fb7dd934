import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { once } from '../../platform/database/once.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { acr } from '../acr.ts'
import { decideSignOn, type SignOnDecision } from '../decide-sign-on.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { ofRequest } from './of-request.ts'
import { oidcClientById } from './store-clients.ts'

/** Who is signed in here, as the request that carries the protocol said; put there before the provider sees it. */
export type Visitor = { principal: Principal | undefined; address: string; requestId: string }
const visitors = ofRequest<Visitor>('visitor')

export const nameVisitor = (request: object, visitor: Visitor): void => void visitors.set(request, visitor)
export const visitorOf = (request: object): Visitor =>
  visitors.get(request) ?? { principal: undefined, address: '', requestId: '' }

/**
 * When the provider may not go on by itself. Its own memory of who signed in counts for nothing: our session does, and
 * the policy for this app, both read now. Consent is not asked for: administrators chose what their apps are told.
 */
export function createInteractionPolicy(deps: SignOnDeps) {
  const policy = interactionPolicy.base()
  // An app may still ask for it, as it must for a token that outlives the session (Core §11); it is given at once.
  policy.get('consent')?.checks.clear()
  const login = policy.get('login')
  if (!login) throw new Error('the provider has no login prompt')
  const { Check, Prompt } = interactionPolicy
  // Our step asks for it, once, with whatever else is wanted.
  policy.add(new Prompt({ name: 'select_account', requestable: true }))
  login.checks.add(
    new Check('session_of_ours', 'The person must sign in', async (context) => {
      const { principal } = visitorOf(context.req)
      const isSame = principal && !principal.isEnrolment && principal.personId === context.oidc.session?.accountId
      return isSame ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT
    }),
  )
  login.checks.add(
    new Check('sign_on_policy', 'The app wants more proof of who the person is', async (context) => {
      const decision = await decideFor(deps, context)
      if (decision?.kind !== 'allow') return Check.REQUEST_PROMPT
      return isEnough(context, decision) && isStillTrue(context, decision)
        ? Check.NO_NEED_TO_PROMPT
        : Check.REQUEST_PROMPT
    }),
  )
  return policy
}

async function decideFor(deps: SignOnDeps, context: KoaContextWithOIDC): Promise<SignOnDecision | null> {
  const { principal, address } = visitorOf(context.req)
  const client = await oidcClientById(deps.db, context.oidc.client?.clientId ?? '')
  if (!principal || !client) return null
  return await decideOnce(deps, { ...principal, appId: client.appId, address })
}

/** One call is one decision, whoever asks for it first. */
export function decideOnce(
  deps: SignOnDeps,
  { personId, sessionId, appId, address }: { personId: string; sessionId: string; appId: string; address: string },
): Promise<SignOnDecision> {
  return once(deps.db, 'sign_on_decisions', `${sessionId} ${personId} ${appId} ${address}`, () =>
    decideSignOn(deps, { principal: { personId, sessionId }, appId, address }),
  )
}

/**
 * What the provider's own session would tell the app of how somebody signed in, held against what our session knows now:
 * it outlives ours, and more may have been shown since. Where it differs, the person passes our step again, which asks
 * nothing of them. An app that may show nothing (`prompt=none`) is told the lesser truth, never the greater.
 */
function isStillTrue(context: KoaContextWithOIDC, decision: Extract<SignOnDecision, { kind: 'allow' }>): boolean {
  const { session, params } = context.oidc
  const at = Math.floor(decision.authTime.getTime() / 1000)
  if (session?.acr === decision.acr && session.loginTs === at && String(session.amr) === String(decision.amr))
    return true
  const isSilent = String(params?.prompt ?? '')
    .split(' ')
    .includes('none')
  return isSilent && session?.acr === acr.one && (session.loginTs ?? 0) <= at
}

/** `acr_values` is a wish (Core §3.1.2.1); one for several factors is granted by asking for them, which our step has done. */
function isEnough(context: KoaContextWithOIDC, decision: Extract<SignOnDecision, { kind: 'allow' }>): boolean {
  return (
    context.oidc.result?.login !== undefined ||
    !wantsSeveral(context.oidc.params?.acr_values) ||
    decision.acr !== acr.one
  )
}

export function wantsSeveral(acrValues: unknown): boolean {
  if (typeof acrValues !== 'string' || acrValues === '') return false
  const wanted = acrValues.split(' ')
  return !wanted.includes(acr.one) && wanted.some((each) => several.includes(each))
}

const several: string[] = [
  acr.two,
  'phr',
  'phrh',
  'https://refeds.org/profile/mfa',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
]
