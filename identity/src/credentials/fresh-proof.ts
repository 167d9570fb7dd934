import { Failure } from '../platform/errors.ts'
import { type Principal, requireRecent } from '../platform/http/principal.ts'
import { hasSecondFactor } from './decide-recovery.ts'
import type { StoredFactor } from './types.ts'

const maxAgeSeconds = 15 * 60
/** What shows more than the password; a temporary pass stands in for a lost factor, for adding one only. */
const strong: readonly string[] = ['otp', 'hwk', 'swk', 'pop', 'sms', 'recovery']

/**
 * Adding or removing a factor wants a fresh proof: whoever has a second factor shows it, so that a stolen password or an
 * open screen adds none. In a session that a pass or the lack of a factor opened, the pass or password is that proof.
 */
export function requireFreshProof(
  principal: Principal,
  factors: readonly Pick<StoredFactor, 'kind'>[],
  now: Date,
  isRemoving: boolean,
): void {
  requireRecent(principal, now, principal.isEnrolment ? 60 * 60 : maxAgeSeconds)
  const { methods } = principal.assurance
  const isPass = !isRemoving && methods.includes('temporary_pass')
  if (!hasSecondFactor(factors) || isPass || methods.some((method) => strong.includes(method))) return
  throw new Failure(
    'unauthenticated',
    'insufficient_user_authentication',
    'Confirm with one of your factors that it is you, then try again.',
    { extra: { max_age: maxAgeSeconds, acr_values: 'mfa' } },
  )
}
