import { type Principal, requireRecent, requireRecentFactor } from '../platform/http/principal.ts'
import { hasSecondFactor } from './decide-recovery.ts'
import type { StoredFactor } from './types.ts'

/** What shows more than the password; a temporary pass stands in for a lost factor, for adding one only. */
const strong: ReadonlySet<Principal['assurance']['methods'][number]> = new Set([
  'otp',
  'hwk',
  'swk',
  'pop',
  'sms',
  'recovery',
])

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
  const maxAgeSeconds = principal.isEnrolment ? 60 * 60 : 15 * 60
  const isPass = !isRemoving && principal.assurance.methods.includes('temporary_pass')
  requireRecent(principal, now, maxAgeSeconds)
  if (!hasSecondFactor(factors) || isPass) return
  const sentence = 'Confirm with one of your factors that it is you, then try again.'
  requireRecentFactor(principal, now, { methods: strong, maxAgeSeconds, sentence })
}
