import { randomBytes } from 'node:crypto'
import type { Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Database } from '../platform/database/database.ts'
import type { Log } from '../platform/log.ts'
import { type Delay, orAtDeadline } from './at-deadline.ts'
import { asStranger, type Caller } from './caller.ts'
import { type CheckFactorDeps, checkFactor } from './check-factor.ts'
import { tooManyTries } from './errors.ts'
import { type PasskeyJson, requestOptions } from './factors/passkey.ts'
import { challengeMinutes, passkeyTries } from './limits.ts'
import type { StartChallengeDeps } from './start-challenge.ts'
import { validityOf } from './store.ts'
import { insertChallenge, takeChallengeTry, useChallenge } from './store-challenges.ts'
import { factorByCredential } from './store-factors.ts'
import { takeTries } from './store-tries.ts'
import type { PasskeyResponse } from './types.ts'

export type PasskeySignInDeps = StartChallengeDeps &
  CheckFactorDeps & {
    db: Database
    log: Log
    audit: Pick<Audit, 'record'>
    directory: Pick<Directory, 'isActive' | 'isPaused'>
    delay: Delay
    proofDeadlineMs: number
  }

/** Asks whoever is there to say with a passkey who they are; the same for everyone, since nobody is named. */
export async function startPasskeySignIn(
  deps: PasskeySignInDeps,
): Promise<{ challengeId: string; options: PasskeyJson; expiresAt: Date }> {
  const createdAt = deps.clock.now()
  const expiresAt = new Date(createdAt.getTime() + challengeMinutes * 60_000)
  const passkeyChallenge = randomBytes(32).toString('base64url')
  const id = deps.ids.next()
  await insertChallenge(deps.db, {
    id,
    personId: null,
    purpose: 'passkey_sign_in',
    caseId: null,
    passkeyChallenge,
    number: '',
    address: '',
    createdAt,
    expiresAt,
  })
  return { challengeId: id, options: await requestOptions(deps, passkeyChallenge), expiresAt }
}

export type PasskeySignedIn =
  | { kind: 'ok'; personId: string; epoch: number; method: 'hwk' | 'swk'; factorId: string }
  | { kind: 'refused' }

/**
 * Whoever answers with their passkey is known by it, without a password: possession, and a finger or PIN (WebAuthn user
 * verification). Works while strangers make the password wait, and not while their directory is paused. Refusals come at
 * a common deadline.
 */
export async function answerPasskeySignIn(
  deps: PasskeySignInDeps,
  input: Caller & { challengeId: string; response: PasskeyResponse },
): Promise<PasskeySignedIn> {
  const now = deps.clock.now()
  const taken = await takeTries(deps.db, passkeyTries(input.address), now)
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
  const right = await orAtDeadline(
    deps.delay,
    deps.proofDeadlineMs,
    (isRight) => check(deps, input, now, isRight),
    (error) => deps.log.error({ err: error }, 'a passkey could not be checked'),
  )
  return right ?? { kind: 'refused' }
}

async function check(
  deps: PasskeySignInDeps,
  input: Caller & { challengeId: string; response: PasskeyResponse },
  now: Date,
  isRight: () => boolean,
): Promise<Extract<PasskeySignedIn, { kind: 'ok' }> | null> {
  const challenge = await takeChallengeTry(deps.db, input.challengeId, now)
  if (challenge?.purpose !== 'passkey_sign_in') return null
  const factor = await factorByCredential(deps.db, input.response.id)
  const isResting = factor?.restsUntil != null && factor.restsUntil > now
  const { epoch } = factor ? await validityOf(deps.db, factor.personId) : { epoch: 0 }
  const method =
    factor === null || isResting
      ? null
      : await checkFactor(deps, deps.db, {
          factor,
          answer: input.response,
          passkeyChallenge: challenge.passkeyChallenge,
          prompts: [],
          isStranger: true,
          isInTime: isRight,
        })
  const isPaused = factor !== null && method !== null && (await deps.directory.isPaused(deps.db, factor.personId))
  const isGood =
    factor !== null &&
    (method === 'hwk' || method === 'swk') &&
    !isPaused &&
    (await deps.directory.isActive(deps.db, factor.personId)) &&
    isRight() &&
    (await useChallenge(deps.db, challenge.id, now))
  if (isGood) return { kind: 'ok', personId: factor.personId, epoch, method, factorId: factor.id }
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, {
      action: 'sign_in.refused',
      actor: asStranger(input),
      subjects: factor ? { personId: factor.personId } : {},
      after: { because: isResting ? 'passkey_rests' : isPaused ? 'paused' : 'passkey' },
    }),
  )
  return null
}
