import type { FactorKind } from '@hallpass/contract/factors'
import type { ConfirmChoices, MainFactorKind } from '@hallpass/contract/sign-in'
import type { Actor } from '../audit/module.ts'
import { oneTimeToken, type PasskeyResponse } from '../credentials/module.ts'
import type { Principal } from '../platform/http/principal.ts'
import type { Secret } from '../platform/secret.ts'
import { acr, acrOf } from './acr.ts'
import type { SsoDeps } from './deps.ts'
import { appUnknown, confirmOver, factorRefused, factorWanted, personUnknown, signInRefused } from './errors.ts'
import { goneOf, wayInOf } from './gone-factors.ts'
import { type JudgePersonDeps, judgePerson } from './judge-person.ts'
import { asksForProof } from './sign-on/store-pending.ts'
import { acceptedOf, type SignOnVerdict } from './sign-on-policy.ts'
import { signInsTopic } from './start-session.ts'
import { renewSession, sessionById } from './store.ts'
import type { AssuranceMethod, Proof, Session } from './types.ts'

const factorKinds: readonly FactorKind[] = ['totp', 'passkey', 'push', 'sms', 'recovery_codes']

export type ConfirmDeps = JudgePersonDeps &
  Pick<SsoDeps, 'db' | 'audit' | 'directory' | 'credentials' | 'access' | 'limits' | 'live'>

type FactorAnswer = string | PasskeyResponse
type Caller = { principal: Principal; address: string; requestId: string; actor: Actor }
/** The app that wants it; without one it is something of Hallpass itself. */
type For = { appId?: string | undefined }

/** What the policy accepts as "it is still me", and a challenge to answer it with. */
export async function startConfirm(
  deps: ConfirmDeps,
  input: Caller & For & { pendingId?: string | undefined },
): Promise<ConfirmChoices> {
  const { principal, address, appId } = input
  if (appId !== undefined && !(await deps.access.app(deps.db, appId))) throw appUnknown()
  const session = await sessionOf(deps, principal)
  const isWish = input.pendingId !== undefined && (await asksForProof(deps.db, input.pendingId, deps.clock.now()))
  const judged = await judgeSession(deps, session, { appId, address, proofs: session.proofs })
  // An app wishes for several factors where the policy is content with one: any factor will do, and the password will not.
  const verdict = isWish && judged.isOneEnough ? { ...judged, isOneEnough: false, kinds: factorKinds } : judged
  const { personId } = principal
  const [challenge, factors] = await Promise.all([
    deps.credentials.startChallenge({ personId, purpose: 'step_up', address }),
    deps.credentials.factorsOf(deps.db, personId),
  ])
  const accepted = acceptedOf(challenge.offers, verdict.kinds)
  // Adding a factor wants one that the person has already, if it is one that the policy does not take for more.
  const isToAdd = session.enrolKinds !== null && accepted.length === 0
  const offers = isToAdd ? acceptedOf(challenge.offers, factorKinds) : accepted
  const isPossible = offers.length > 0 || verdict.isOneEnough
  // Adding one would ask for one that is there.
  const mayAdd = acrOf(session.proofs) === acr.two || wayInOf(deps, factors, verdict.kinds) !== 'desk'
  return {
    // A session for enrolment began with a password or a pass; only a factor makes more of it.
    password: verdict.isOneEnough && session.enrolKinds === null,
    offers,
    challengeId: offers.length > 0 ? challenge.challengeId : null,
    enrol:
      isPossible || !mayAdd ? [] : verdict.kinds.filter((kind): kind is MainFactorKind => kind !== 'recovery_codes'),
    restsUntil: challenge.restsUntil?.toISOString() ?? null,
    gone: goneOf(deps, factors),
    expiresAt: offers.length > 0 ? challenge.expiresAt.toISOString() : null,
  }
}

/** By password. It goes through the same door as signing in, with the same counters. */
export async function confirmPassword(
  deps: ConfirmDeps,
  input: Caller & For & { password: Secret },
): Promise<{ cookie: Secret }> {
  const { principal, password, address, requestId } = input
  const { personId } = principal
  const session = await sessionOf(deps, principal)
  const person = await deps.directory.person(deps.db, personId)
  if (!person) throw personUnknown()
  const checked = await deps.credentials.checkPassword({
    login: person.login,
    password,
    address,
    requestId,
    knownPersonId: personId,
  })
  // The same login may exist in another directory, with another person's password.
  if (checked.kind !== 'ok' || checked.personId !== personId) throw signInRefused()
  const proof = { method: 'password' as const, at: deps.clock.now() }
  const renewed = await prove(deps, session, input, proof, checked.epoch)
  if (!renewed.isEnough) throw factorWanted()
  return renewed
}

/** By a factor. `waiting`: a message was sent, or a phone was not answered yet. */
export async function confirmFactor(
  deps: ConfirmDeps,
  input: Caller & For & { challengeId: string; kind: FactorKind; factorId: string | undefined; answer: FactorAnswer },
): Promise<{ kind: 'confirmed'; cookie: Secret } | { kind: 'waiting' }> {
  const { principal, challengeId, kind, factorId, answer, address } = input
  const session = await sessionOf(deps, principal)
  const answered = await deps.credentials.answerChallenge({ challengeId, kind, factorId, answer, address })
  if (answered.kind === 'waiting') return answered
  if (answered.kind === 'ended') throw confirmOver()
  if (answered.kind === 'refused' || answered.personId !== principal.personId) {
    await refuse(deps, input, session, kind)
    throw factorRefused()
  }
  const { method, at } = answered
  const { cookie } = await prove(deps, session, input, { method, at }, session.epoch)
  return { kind: 'confirmed', cookie }
}

async function sessionOf(deps: ConfirmDeps, { sessionId }: Principal): Promise<Session> {
  const session = await sessionById(deps.db, sessionId, deps.clock.now())
  if (!session) throw confirmOver()
  return session
}

function judgeSession(
  deps: ConfirmDeps,
  { personId, enrolKinds, remembered: before }: Session,
  input: For & { address: string; proofs: readonly Proof[] },
): Promise<SignOnVerdict> {
  const { appId, address, proofs } = input
  const purpose = enrolKinds !== null ? 'sign_in' : appId === undefined ? 'step_up' : 'launch'
  // A remembered device stands in for the factor when signing in and opening apps, never where power is taken.
  const remembered = purpose === 'step_up' ? null : before
  return judgePerson(deps, deps.db, { personId, purpose, appId, address, proofs, remembered })
}

/** Keeps the proof under a new cookie; what was proven counts as fresh once the policy for it is satisfied. */
async function prove(
  deps: ConfirmDeps,
  session: Session,
  { principal, address, actor, appId }: Caller & For,
  proof: Proof,
  epoch: number,
): Promise<{ cookie: Secret; isEnough: boolean }> {
  const proofs = withProof(session.proofs, proof)
  const wanted = await judgeSession(deps, session, { appId, address, proofs })
  const isEnough = wanted.outcome === 'allow'
  const stepUp = appId === undefined ? wanted : await judgeSession(deps, session, { address, proofs })
  const now = deps.clock.now()
  // A pass of the desk never becomes more than adding a factor, whatever the policy is content with (security B.12).
  const hasPass = proofs.some(({ method }) => method === 'temporary_pass')
  const isFull = session.enrolKinds !== null && isEnough && !hasPass
  const { token, hash } = oneTimeToken()
  await deps.db.transaction(async (tx) => {
    const renewal = {
      id: session.id,
      tokenHash: hash,
      rolesSeen: [...principal.roles].sort(),
      previousUntil: null,
      proof: {
        proofs,
        assuredAt: stepUp.outcome === 'allow' ? now : session.assuredAt,
        epoch,
        ...(isFull ? { fullUntil: new Date(now.getTime() + deps.limits.absoluteHours * 3_600_000) } : {}),
      },
    }
    if (!isEnough && proof.method === 'password') return
    if (!(await renewSession(tx, renewal, now))) throw signInRefused()
    const { personId, id: sessionId } = session
    deps.audit.record(tx, {
      action: 'session.confirmed',
      actor,
      subjects: { personId, sessionId, ...(appId === undefined ? {} : { appId }) },
      after: { methods: [proof.method] },
    })
    await deps.live.publish(tx, signInsTopic(personId))
  })
  return { cookie: token, isEnough }
}

/** Of each method the newest proof, in the order they were given. */
export function withProof(proofs: readonly Proof[], proof: Proof): Proof[] {
  return [...proofs.filter(({ method }) => method !== proof.method), proof]
}

async function refuse(deps: ConfirmDeps, { actor }: Caller, session: Session, kind: FactorKind): Promise<void> {
  const { personId, id: sessionId } = session
  await deps.db.transaction(async (tx) => {
    deps.audit.record(tx, {
      action: 'session.confirm_refused',
      actor,
      subjects: { personId, sessionId },
      after: { because: 'wrong', factor: kind },
    })
    await deps.live.publish(tx, signInsTopic(personId))
  })
}

const methodOf: Record<Exclude<MainFactorKind, 'passkey'>, AssuranceMethod> = { totp: 'otp', push: 'pop', sms: 'sms' }

/**
 * Adding a factor proves that one has it: this session has shown it, and one that was opened for just that goes on as a
 * full one where the policy is content. After a temporary pass it is not: the person signs in anew.
 */
export async function finishEnrolment(
  deps: ConfirmDeps,
  input: Caller & { kind: MainFactorKind; factorId: string },
): Promise<Secret | undefined> {
  const session = await sessionOf(deps, input.principal)
  if (session.enrolKinds !== null && !session.enrolKinds.includes(input.kind)) return undefined
  const proof = { method: await methodShown(deps, input), at: deps.clock.now() }
  const { epoch } = await deps.credentials.validity(deps.db, session.personId)
  if (epoch !== session.epoch) return undefined
  return (await prove(deps, session, input, proof, session.epoch)).cookie
}

/** A passkey says itself whether it stays in its device or may be copied to others (WebAuthn §6.1.3, backup eligibility). */
async function methodShown(
  deps: ConfirmDeps,
  { kind, factorId, principal }: Caller & { kind: MainFactorKind; factorId: string },
): Promise<AssuranceMethod> {
  if (kind !== 'passkey') return methodOf[kind]
  const factors = await deps.credentials.factorsOf(deps.db, principal.personId)
  return factors.find(({ id }) => id === factorId)?.isSynced === false ? 'hwk' : 'swk'
}
