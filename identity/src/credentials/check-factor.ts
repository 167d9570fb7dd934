import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Reader } from '../platform/database/database.ts'
import { type PasskeyDeps, verifyPasskey } from './factors/passkey.ts'
import { normalizeCode } from './factors/recovery-codes.ts'
import { totpStep } from './factors/totp.ts'
import { factorStreak } from './limits.ts'
import { advanceCounter, takeStep, touchFactor, unusedCodes, useRecoveryCode } from './store-factors.ts'
import { clearTries, takeTries } from './store-tries.ts'
import type { PasskeyResponse, Prompt, ProofMethod, StoredFactor } from './types.ts'

export type CheckFactorDeps = PasskeyDeps & {
  clock: Clock
  keys: Pick<Keyring, 'hmacMatches' | 'open'>
}

export type FactorAnswer = string | PasskeyResponse

export type CheckFactorInput = {
  factor: StoredFactor
  answer: FactorAnswer
  passkeyChallenge: string
  /** What was sent to the factor for this challenge, oldest first. */
  prompts: readonly Prompt[]
  /** Nobody has proven anything yet: such tries are counted apart, so that strangers cannot use up a person's own. */
  isStranger: boolean
  /** Asked once the answer is right, before it is used up; false: a refusal was told already, and it stays good. */
  isInTime?: () => boolean
}

/**
 * Whether an answer is right for one factor, once. A try of the factor is used up before anything is compared; at most a
 * hundred wrong ones in a row are taken over all doors (NIST SP 800-63B-4 §3.2.2), then it must be replaced or its person
 * let in anew. Those of a passkey are not counted: nobody guesses a signature, and counting would let strangers who send
 * junk take the passkey from its person.
 */
export async function checkFactor(
  deps: CheckFactorDeps,
  r: Reader,
  input: CheckFactorInput,
): Promise<ProofMethod | null> {
  const { factor } = input
  const now = deps.clock.now()
  if (factor.kind === 'passkey') return await compare(deps, r, input, now)
  if ((await takeTries(r, [factorStreak(factor.id, input.isStranger)], now)).kind === 'over') return null
  const method = await compare(deps, r, input, now)
  if (method === null) return null
  await clearTries(r, [factorStreak(factor.id, true).key, factorStreak(factor.id, false).key])
  return method
}

async function compare(
  deps: CheckFactorDeps,
  r: Reader,
  input: CheckFactorInput,
  now: Date,
): Promise<ProofMethod | null> {
  const { factor, answer } = input
  switch (factor.kind) {
    case 'totp':
      return typeof answer === 'string' ? await compareTotp(deps, r, input, answer, now) : null
    case 'recovery_codes':
      return typeof answer === 'string' ? await compareCode(deps, r, input, answer, now) : null
    case 'passkey':
      return typeof answer === 'string' ? null : await comparePasskey(deps, r, input, answer, now)
    case 'sms': {
      if (typeof answer !== 'string' || !isSentCode(deps, input.prompts, answer) || isLate(input)) return null
      await touchFactor(r, factor.id, now)
      return 'sms'
    }
    case 'push':
      // Answered on the phone, never typed here.
      return null
  }
}

const isLate = ({ isInTime }: CheckFactorInput): boolean => isInTime !== undefined && !isInTime()

async function compareTotp(
  deps: CheckFactorDeps,
  r: Reader,
  input: CheckFactorInput,
  answer: string,
  now: Date,
): Promise<ProofMethod | null> {
  const { factor } = input
  if (factor.sealed === null) return null
  const step = totpStep(deps.keys.open('factor-secret', `factors.sealed:${factor.id}`, factor.sealed), answer, now)
  if (step === null || isLate(input)) return null
  return (await takeStep(r, factor.id, step, now)) ? 'otp' : null
}

async function compareCode(
  deps: CheckFactorDeps,
  r: Reader,
  input: CheckFactorInput,
  answer: string,
  now: Date,
): Promise<ProofMethod | null> {
  const { factor } = input
  const code = normalizeCode(answer)
  const found = (await unusedCodes(r, factor.id)).find(({ id, codeHmac }) =>
    deps.keys.hmacMatches('proof-code', `${id}:${code}`, codeHmac),
  )
  if (!found || isLate(input) || !(await useRecoveryCode(r, found.id, now))) return null
  await touchFactor(r, factor.id, now)
  return 'recovery'
}

async function comparePasskey(
  deps: CheckFactorDeps,
  r: Reader,
  input: CheckFactorInput,
  response: PasskeyResponse,
  now: Date,
): Promise<ProofMethod | null> {
  const { factor, passkeyChallenge: challenge } = input
  if (factor.passkey === null || response.id !== factor.passkey.credentialId) return null
  const found = await verifyPasskey(deps, { challenge, passkey: factor.passkey, response })
  // A counter that does not go up may be a copy of the key (WebAuthn §6.1.1).
  if (!found || isLate(input) || !(await advanceCounter(r, factor.id, found.signCount, now))) return null
  return factor.passkey.isSynced ? 'swk' : 'hwk'
}

/** Whether this code was sent; earlier ones of the same challenge stay good, since messages overtake each other. */
export function isSentCode(
  deps: { keys: Pick<Keyring, 'hmacMatches'> },
  prompts: readonly Prompt[],
  answer: string,
): boolean {
  const code = answer.replaceAll(' ', '')
  return prompts.some(
    ({ id, codeHmac }) => codeHmac !== null && deps.keys.hmacMatches('proof-code', `${id}:${code}`, codeHmac),
  )
}
