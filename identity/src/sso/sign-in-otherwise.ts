/** Signing in without a password: by passkey, or by a pass of the service desk. */
import type { PasskeyResponse } from '../credentials/module.ts'
import type { Secret } from '../platform/secret.ts'
import type { SsoDeps } from './deps.ts'
import { type Door, type EnterDeps, type Entered, enter } from './enter.ts'
import { passRefused, signInRefused } from './errors.ts'

export type SignInOtherwiseDeps = EnterDeps & Pick<SsoDeps, 'directory'>

/** A passkey names its person and, used with user verification, is both factors. A stranger's gets the usual answer. */
export async function signInByPasskey(
  deps: SignInOtherwiseDeps,
  input: { challengeId: string; response: PasskeyResponse; door: Door },
): Promise<Entered> {
  const { challengeId, response, door } = input
  const { address, requestId } = door
  const answered = await deps.credentials.answerPasskeySignIn({ challengeId, response, address, requestId })
  if (answered.kind === 'refused') throw signInRefused()
  const { personId, epoch, method } = answered
  if (await isShut(deps, personId)) throw signInRefused()
  return await enter(deps, { personId, epoch, proofs: [{ method, at: deps.clock.now() }] }, door)
}

/** A pass opens a session that can do nothing but add a factor (security B.12). */
export async function signInByPass(
  deps: SignInOtherwiseDeps,
  input: { login: string; pass: Secret; door: Door },
): Promise<Entered> {
  const { login, pass, door } = input
  const { address, requestId } = door
  const redeemed = await deps.credentials.redeemTemporaryPass({ login, pass, address, requestId })
  if (redeemed.kind === 'refused') throw passRefused()
  const { personId, epoch, expiresAt } = redeemed
  if (await isShut(deps, personId)) throw passRefused()
  const proofs = [{ method: 'temporary_pass' as const, at: deps.clock.now() }]
  return await enter(deps, { personId, epoch, proofs, enrolUntil: expiresAt }, door)
}

/** Disabled, or their directory paused, after the proof was looked at. */
const isShut = async ({ db, directory }: SignInOtherwiseDeps, personId: string): Promise<boolean> =>
  !(await directory.isActive(db, personId)) || (await directory.isPaused(db, personId))
