import type { FactorOffer, MainFactorKind } from '@hallpass/contract/sign-in'
import type { Actor } from '../audit/module.ts'
import { hashOfToken, oneTimeToken } from '../credentials/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { Secret } from '../platform/secret.ts'
import { type TellBreakGlassDeps, tellBreakGlassUsed } from './break-glass-used.ts'
import type { SsoDeps } from './deps.ts'
import { type EndSessionsDeps, endSessionsWithin } from './end-sessions.ts'
import { signInDenied } from './errors.ts'
import { type JudgePersonDeps, judgePerson } from './judge-person.ts'
import { acceptedOf, type SignOnVerdict } from './sign-on-policy.ts'
import { type StartSessionDeps, startSession } from './start-session.ts'
import { factorOfDevice, personOfDevice, rememberDevice, rememberFactor } from './store-devices.ts'
import { insertPendingSignIn } from './store-sign-ins.ts'
import type { Proof, Remembered } from './types.ts'

export type EnterDeps = StartSessionDeps &
  EndSessionsDeps &
  JudgePersonDeps &
  TellBreakGlassDeps &
  Pick<SsoDeps, 'credentials'>

/** The browser that somebody signs in with. */
export type Door = {
  address: string
  requestId: string
  userAgent: string
  /** Cookie of a device that somebody signed in from before. */
  device: string | undefined
  /** The session this browser has now, if any; signing in ends it. */
  before: { personId: string; sessionId: string } | undefined
}

export type Entered =
  | { kind: 'signed_in'; cookie: Secret; device: Secret }
  | { kind: 'enrol_wanted'; cookie: Secret; kinds: MainFactorKind[]; expiresAt: Date }
  | {
      kind: 'factor_wanted'
      half: Secret
      offers: FactorOffer[]
      restsUntil: Date | null
      rememberDays: number
      expiresAt: Date
    }

export type Proven = {
  personId: string
  /** As it was before the first proof was looked at: a reset meanwhile outdates it. */
  epoch: number
  proofs: Proof[]
  /** The second factor, where the person ticked "remember this device" as they gave it. */
  remember?: Proof | undefined
  /** Only to add a factor, until then, whatever the policy says. */
  enrolUntil?: Date
}

const enrolMinutes = 30
const mainKinds: readonly MainFactorKind[] = ['totp', 'passkey', 'push', 'sms']

/** Somebody proved who they are: opens their session, asks for a second factor, or lets them add one, as the policy wants. */
export async function enter(deps: EnterDeps, proven: Proven, door: Door): Promise<Entered> {
  const { personId, epoch, proofs } = proven
  const remembered = await factorOfDevice(deps.db, hashOf(door.device), { personId, epoch })
  const verdict = await judgePerson(deps, deps.db, {
    personId,
    purpose: 'sign_in',
    address: door.address,
    proofs,
    remembered,
  })
  if (proven.enrolUntil) return await openEnrolment(deps, proven, door, verdict, proven.enrolUntil)
  switch (verdict.outcome) {
    case 'allow':
      return await open(deps, proven, door, { remembered, isEmergency: verdict.isEmergency })
    case 'factor_wanted':
      return await ask(deps, proven, door, verdict)
    case 'enrol_wanted': {
      const until = new Date(deps.clock.now().getTime() + enrolMinutes * 60_000)
      return await openEnrolment(deps, proven, door, verdict, until)
    }
    case 'deny':
      await deny(deps, proven, door, verdict)
      throw signInDenied()
  }
}

const hashOf = (cookie: string | undefined) => (cookie === undefined ? undefined : hashOfToken(cookie))

export const actorAt = (personId: string, { address, requestId }: Pick<Door, 'address' | 'requestId'>): Actor => ({
  kind: 'person',
  personId,
  address,
  requestId,
})

/** A half-open door: its cookie leads to nothing but the second factor. */
async function ask(deps: EnterDeps, proven: Proven, door: Door, verdict: SignOnVerdict): Promise<Entered> {
  const { personId, epoch, proofs } = proven
  const challenge = await deps.credentials.startChallenge({ personId, purpose: 'sign_in', address: door.address })
  const { challengeId, expiresAt, restsUntil } = challenge
  const { token: half, hash } = oneTimeToken()
  const { kinds } = verdict
  const { rememberDays } = verdict.demand
  await insertPendingSignIn(deps.db, hash, { personId, epoch, challengeId, kinds, rememberDays, proofs, expiresAt })
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, {
      action: 'sign_in.factor_asked',
      actor: actorAt(personId, door),
      subjects: { personId },
      after: { rule: verdict.rule?.id ?? null },
    }),
  )
  const offers = acceptedOf(challenge.offers, kinds)
  return { kind: 'factor_wanted', half, offers, restsUntil, rememberDays, expiresAt }
}

async function open(
  deps: EnterDeps,
  proven: Proven,
  door: Door,
  { remembered, isEmergency }: { remembered: Remembered | null; isEmergency: boolean },
): Promise<Entered> {
  const { personId, epoch, proofs, remember } = proven
  return await deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    const device = await deviceFor(tx, door.device, personId, now)
    if (remember) await rememberFactor(tx, hashOfToken(device.reveal()), { ...remember, epoch })
    const { userAgent, address } = door
    const actor = actorAt(personId, door)
    const session = { personId, epoch, proofs, remembered, address, userAgent, actor }
    const { sessionId, cookie } = await startSession(deps, tx, session)
    await endBefore(deps, tx, door, { personId, sessionId })
    if (isEmergency) await tellBreakGlassUsed(deps, tx, { personId, address })
    return { kind: 'signed_in', cookie, device }
  })
}

async function openEnrolment(
  deps: EnterDeps,
  { personId, epoch, proofs }: Proven,
  door: Door,
  verdict: SignOnVerdict,
  expiresAt: Date,
): Promise<Entered> {
  const kinds = mainKinds.filter((kind) => verdict.kinds.includes(kind))
  return await deps.db.transaction(async (tx) => {
    const { userAgent, address } = door
    const { sessionId, cookie } = await startSession(deps, tx, {
      personId,
      epoch,
      proofs,
      enrol: { kinds, until: expiresAt },
      address,
      userAgent,
      actor: actorAt(personId, door),
    })
    await endBefore(deps, tx, door, { personId, sessionId })
    return { kind: 'enrol_wanted', cookie, kinds, expiresAt }
  })
}

async function deny(deps: EnterDeps, { personId }: Proven, door: Door, verdict: SignOnVerdict): Promise<void> {
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, {
      action: 'sign_in.denied',
      actor: actorAt(personId, door),
      subjects: { personId },
      after: { because: 'policy', rule: verdict.rule?.id ?? null },
    }),
  )
}

/**
 * The session that this browser had. The same person goes on with the new one, as in the middle of a sign-on to an app; where
 * somebody else signed in, apps learn that the one before has gone.
 */
async function endBefore(
  deps: EndSessionsDeps,
  tx: Tx,
  door: Door,
  now: { personId: string; sessionId: string },
): Promise<void> {
  if (!door.before) return
  const { personId, sessionId: id } = door.before
  await endSessionsWithin(deps, tx, {
    personId,
    id,
    endReason: 'signed_in_again',
    actor: actorAt(now.personId, door),
    ...(now.personId === personId ? { goesOnAs: now.sessionId } : {}),
  })
}

/** The device keeps its cookie for the same person; for another one it gets a new cookie. */
async function deviceFor(tx: Tx, cookie: string | undefined, personId: string, now: Date): Promise<Secret> {
  if (cookie !== undefined && (await personOfDevice(tx, hashOfToken(cookie))) === personId) {
    await rememberDevice(tx, hashOfToken(cookie), personId, now)
    return new Secret(cookie)
  }
  const { token, hash } = oneTimeToken()
  await rememberDevice(tx, hash, personId, now)
  return token
}
