import type { ProductRole } from '@hallpass/contract/common'
import type { FactorOffer, MainFactorKind } from '@hallpass/contract/sign-in'
import type { Actor } from '../audit/module.ts'
import { hashOfToken, oneTimeToken } from '../credentials/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { Secret } from '../platform/secret.ts'
import { type TellBreakGlassDeps, tellBreakGlassUsed } from './break-glass-used.ts'
import type { SsoDeps } from './deps.ts'
import { type EndSessionsDeps, endSessionsWithin } from './end-sessions.ts'
import { signInDenied } from './errors.ts'
import { goneOf, wayInOf } from './gone-factors.ts'
import { type JudgePersonDeps, judgePerson, readJudging } from './judge-person.ts'
import { acceptedOf, type SignOnVerdict } from './sign-on-policy.ts'
import { type StartSessionDeps, startSession } from './start-session.ts'
import { deviceOf, rememberDevice, rememberFactor } from './store-devices.ts'
import { insertPendingSignIn } from './store-sign-ins.ts'
import type { Proof, Remembered } from './types.ts'

export type EnterDeps = StartSessionDeps &
  EndSessionsDeps &
  JudgePersonDeps &
  TellBreakGlassDeps &
  Pick<SsoDeps, 'credentials' | 'shareSignIns'>

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
      gone: MainFactorKind[]
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
export async function enter(
  deps: EnterDeps,
  proven: Proven,
  door: Door,
  entering?: Promise<Entering>,
): Promise<Entered> {
  const known = await (entering ?? readEntering(deps, proven.personId, door))
  // By the call: of two sign-ins of one person neither changes what the other rests on.
  const opened = await deps.shareSignIns(door.requestId, (tx) => openWithin(deps, tx, { proven, door, ...known }))
  if (!('outcome' in opened)) return opened
  if (opened.outcome === 'deny') throw signInDenied()
  return await ask(deps, proven, door, opened)
}

/**
 * What the decision rests on, read after the proof and in one trip, which reads of other sign-ins share; so that the
 * transaction is one trip as well. Each of these is what it was at one moment, as it would be when read inside.
 */
export async function readEntering({ db, ...deps }: EnterDeps, personId: string, door: Door): Promise<Entering> {
  const [device, roles, judging] = await Promise.all([
    deviceOf(db, hashOf(door.device)),
    deps.access.productRoles(db, personId),
    readJudging(deps, db, personId),
  ])
  return { device, roles, judging }
}

export type Entering = {
  device: Awaited<ReturnType<typeof deviceOf>>
  roles: ReadonlySet<ProductRole>
  judging: Awaited<ReturnType<typeof readJudging>>
}

/** What it comes to where it opens nothing yet. */
async function openWithin(
  deps: EnterDeps,
  tx: Tx,
  { proven, door, device, roles, judging }: { proven: Proven; door: Door } & Entering,
): Promise<Entered | Shut> {
  const { personId, epoch, proofs } = proven
  const known = device?.personId === personId ? device : null
  // Nothing that was renewed since is remembered.
  const remembered = known?.remembered?.epoch === epoch ? known.remembered : null
  const shown = { personId, purpose: 'sign_in', address: door.address, proofs, remembered } as const
  const verdict = await judgePerson(deps, tx, shown, judging)
  const opening = { proven, door, roles, verdict, remembered, isKnownDevice: known !== null }
  if (proven.enrolUntil) return await openEnrolment(deps, tx, opening, proven.enrolUntil)
  const { factors } = judging
  const wayIn = wayInOf(deps, factors, verdict.kinds)
  const enrol = () => openEnrolment(deps, tx, opening, new Date(deps.clock.now().getTime() + enrolMinutes * 60_000))
  switch (verdict.outcome) {
    case 'allow':
      return await open(deps, tx, opening)
    case 'factor_wanted':
      return wayIn === 'add' ? await enrol() : { ...verdict, gone: goneOf(deps, factors) }
    case 'enrol_wanted':
      if (wayIn !== 'desk') return await enrol()
      return { ...verdict, outcome: 'factor_wanted', gone: goneOf(deps, factors) }
    case 'deny':
      deny(deps, tx, opening)
      return { ...verdict, gone: [] }
  }
}

type Shut = SignOnVerdict & { gone: MainFactorKind[] }

type Opening = {
  proven: Proven
  door: Door
  roles: ReadonlySet<ProductRole>
  verdict: SignOnVerdict & { isEmergency: boolean }
  remembered: Remembered | null
  /** The person signed in from this browser before. */
  isKnownDevice: boolean
}

const hashOf = (cookie: string | undefined) => (cookie === undefined ? undefined : hashOfToken(cookie))

export const actorAt = (personId: string, { address, requestId }: Pick<Door, 'address' | 'requestId'>): Actor => ({
  kind: 'person',
  personId,
  address,
  requestId,
})

/** A half-open door: its cookie leads to nothing but the second factor. */
async function ask(deps: EnterDeps, proven: Proven, door: Door, verdict: Shut): Promise<Entered> {
  const { personId, epoch, proofs } = proven
  const challenge = await deps.credentials.startChallenge({ personId, purpose: 'sign_in', address: door.address })
  const { challengeId, expiresAt, restsUntil } = challenge
  const { token: half, hash } = oneTimeToken()
  const { kinds, gone } = verdict
  const { rememberDays } = verdict.demand
  await deps.db.transaction(async (tx) => {
    insertPendingSignIn(tx, hash, { personId, epoch, challengeId, kinds, rememberDays, proofs, expiresAt })
    deps.audit.record(tx, {
      action: 'sign_in.factor_asked',
      actor: actorAt(personId, door),
      subjects: { personId },
      after: { rule: verdict.rule?.id ?? null, ...(gone.length > 0 ? { gone } : {}) },
    })
  })
  const offers = acceptedOf(challenge.offers, kinds)
  return { kind: 'factor_wanted', half, offers, restsUntil, gone, rememberDays, expiresAt }
}

async function open(deps: EnterDeps, tx: Tx, opening: Opening): Promise<Entered> {
  const { proven, door, roles, remembered, verdict } = opening
  const { personId, epoch, proofs, remember } = proven
  const device = deviceFor(deps, tx, opening)
  if (remember) rememberFactor(tx, hashOfToken(device.reveal()), { ...remember, epoch })
  const { userAgent, address } = door
  const actor = actorAt(personId, door)
  const session = { personId, epoch, proofs, roles, remembered, address, userAgent, actor }
  const { sessionId, cookie } = await startSession(deps, tx, session)
  await endBefore(deps, tx, door, { personId, sessionId })
  if (verdict.isEmergency) await tellBreakGlassUsed(deps, tx, { personId, address })
  return { kind: 'signed_in', cookie, device }
}

async function openEnrolment(
  deps: EnterDeps,
  tx: Tx,
  { proven, door, roles, verdict }: Opening,
  expiresAt: Date,
): Promise<Entered> {
  const { personId, epoch, proofs } = proven
  const kinds = mainKinds.filter((kind) => verdict.kinds.includes(kind))
  const { userAgent, address } = door
  const { sessionId, cookie } = await startSession(deps, tx, {
    personId,
    epoch,
    proofs,
    roles,
    enrol: { kinds, until: expiresAt },
    address,
    userAgent,
    actor: actorAt(personId, door),
  })
  await endBefore(deps, tx, door, { personId, sessionId })
  return { kind: 'enrol_wanted', cookie, kinds, expiresAt }
}

function deny(deps: EnterDeps, tx: Tx, { proven: { personId }, door, verdict }: Opening): void {
  deps.audit.record(tx, {
    action: 'sign_in.denied',
    actor: actorAt(personId, door),
    subjects: { personId },
    after: { because: 'policy', rule: verdict.rule?.id ?? null },
  })
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
function deviceFor(deps: EnterDeps, tx: Tx, { proven: { personId }, door, isKnownDevice }: Opening): Secret {
  const now = deps.clock.now()
  if (door.device !== undefined && isKnownDevice) {
    rememberDevice(tx, hashOfToken(door.device), personId, now)
    return new Secret(door.device)
  }
  const { token, hash } = oneTimeToken()
  rememberDevice(tx, hash, personId, now)
  return token
}
