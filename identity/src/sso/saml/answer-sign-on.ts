import type { Actor } from '../../audit/module.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { acr } from '../acr.ts'
import type { SignOnDecision } from '../decide-sign-on.ts'
import { wayInOf } from '../gone-factors.ts'
import { refuseApp } from '../refuse-app.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { setPendingDetails, usePending } from '../sign-on/store-pending.ts'
import { signOnExpired, unknownSender } from './errors.ts'
import { issueRefusal, issueResponse } from './issue-response.ts'
import { context, nameIdFormat, statusCode } from './names.ts'
import type { SamlDetails } from './receive-sign-on.ts'
import { type NameRefusal, releaseName } from './release-name.ts'
import { findSamlApp } from './store-saml.ts'
import type { Status } from './write-message.ts'

type Form = { kind: 'form'; form: Awaited<ReturnType<typeof issueRefusal>> }
type Request = { id: string; appId: string; details: SamlDetails }
type Allowed = Extract<SignOnDecision, { kind: 'allow' }>

/** An app that may not show anything to the person is told that nobody is signed in; null: the person may be asked. */
export async function answerWithoutPerson(
  deps: SignOnDeps,
  request: Request,
  detail: string = statusCode.noPassive,
): Promise<Form | null> {
  if (!request.details.isPassive) return null
  return refuse(deps, request, { code: statusCode.responder, detail })
}

/** The answer to an app's request; null when the person must prove more for what the app wants. */
export async function answerSignOn(
  deps: SignOnDeps,
  input: Request & { principal: Principal; decision: Allowed; actor: Actor },
): Promise<Form | null> {
  const { appId, details, principal, decision } = input
  const app = await findSamlApp(deps.db, appId)
  if (!app) throw unknownSender()
  const format = nameIdFormat[app.settings.nameIdFormat]
  if (details.wantedFormat !== null && details.wantedFormat !== format)
    return refuse(deps, input, { code: statusCode.requester, detail: statusCode.invalidNameIdPolicy })
  const isMultiFactor = decision.acr !== acr.one
  const matched = matchContext(details.requestedContext, isMultiFactor)
  // Whoever has no second factor would be asked for one round and round: the app is told that there is none.
  if (matched.kind === 'more' && !details.isPassive && (await mayAskForTwo(deps, input))) return null
  if (matched.kind !== 'fits')
    return refuse(deps, input, { code: statusCode.responder, detail: statusCode.noAuthnContext })

  const form = await deps.db.transaction(async (tx) => {
    const who = { settings: app.settings, personId: principal.personId, appId, actor: input.actor }
    const released = await releaseName(deps, tx, who)
    if ('refused' in released) return released.refused
    const { named } = released
    if (!(await usePending(tx, input.id, deps.clock.now()))) throw signOnExpired()
    deps.audit.record(tx, {
      action: 'app.signed_on',
      actor: input.actor,
      subjects: { personId: principal.personId, appId },
      after: { protocol: 'saml', acr: decision.acr, rule: decision.rule },
    })
    return issueResponse(deps, tx, {
      app,
      details,
      principal,
      named,
      authenticatedAt: decision.authTime,
      isMultiFactor,
      requestedClass: matched.asked,
    })
  })
  if (typeof form === 'string') return await refuseName(deps, input, form)
  return { kind: 'form', form }
}

/** The app could not tell them from somebody else: they are told, or the app where it may show them nothing. */
async function refuseName(
  deps: SignOnDeps,
  input: Request & { principal: Principal; actor: Actor },
  reason: NameRefusal,
): Promise<Form> {
  const { appId, principal, actor } = input
  const decision = { kind: 'refused', reason, rule: null } as const
  const refusal = await refuseApp(deps, { appId, principal, actor, decision })
  const answer = await answerWithoutPerson(deps, input, statusCode.requestDenied)
  if (answer) return answer
  throw refusal
}

/** Once: whoever then gives another proof, the app is told what is true. */
async function mayAskForTwo(
  deps: SignOnDeps,
  { id, details, principal, decision }: Request & { principal: Principal; decision: Allowed },
): Promise<boolean> {
  if (!(await canShowTwo(deps, principal.personId))) return false
  if (details.askedAt !== undefined) return decision.authTime <= new Date(details.askedAt)
  const asks = { ...details, asks: 'proof', askedAt: deps.clock.now().toISOString() } satisfies SamlDetails
  await deps.db.transaction((tx) => setPendingDetails(tx, id, asks))
  return true
}

async function canShowTwo(deps: SignOnDeps, personId: string): Promise<boolean> {
  const factors = await deps.credentials.factorsOf(deps.db, personId)
  return wayInOf(deps, factors, ['totp', 'passkey', 'push', 'sms', 'recovery_codes']) === 'factor'
}

const oneFactor: readonly string[] = [
  context.password,
  context.unspecified,
  'urn:oasis:names:tc:SAML:2.0:ac:classes:Password',
]
const severalFactors: readonly string[] = [
  context.mfa,
  'urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract',
  'http://schemas.microsoft.com/claims/multipleauthn',
]

type Matched = { kind: 'fits'; asked: string | null } | { kind: 'more' } | { kind: 'never' }

/**
 * Whether what was shown is what the app wants (saml-core §3.3.2.2.1). The class is answered in the words of the app, and
 * only when it is true: several factors serve a wish for one as well.
 */
export function matchContext(wanted: SamlDetails['requestedContext'], isMultiFactor: boolean): Matched {
  if (!wanted || wanted.classes.length === 0) return { kind: 'fits', asked: null }
  const isOpen = wanted.comparison === 'minimum' || wanted.comparison === 'exact' || wanted.comparison === 'better'
  if (!isOpen) return { kind: 'fits', asked: null }
  const strong = wanted.classes.find((each) => severalFactors.includes(each))
  const plain = wanted.comparison === 'better' ? undefined : wanted.classes.find((each) => oneFactor.includes(each))
  if (isMultiFactor && strong !== undefined) return { kind: 'fits', asked: strong }
  if (plain !== undefined) return { kind: 'fits', asked: plain }
  if (strong !== undefined || wanted.comparison === 'better')
    return isMultiFactor ? { kind: 'fits', asked: null } : { kind: 'more' }
  return { kind: 'never' }
}

async function refuse(deps: SignOnDeps, request: Request, status: Status): Promise<Form> {
  await deps.db.transaction(async (tx) => {
    if (!(await usePending(tx, request.id, deps.clock.now()))) throw signOnExpired()
  })
  return { kind: 'form', form: await issueRefusal(deps, request.details, status) }
}
