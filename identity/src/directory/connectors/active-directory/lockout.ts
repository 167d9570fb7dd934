import { mayStillTry, secondsUntil } from '../ldap/lockout.ts'
import type { AdTarget } from './person.ts'

/**
 * Whether one more wrong try would leave fewer than two (security B.9), and until when; null when a try may be sent. A
 * threshold so low that this would shut everybody out is used up to its last but one try; `check` warns of it.
 */
export function waitBeforeTry(
  person: Pick<AdTarget, 'policy' | 'observationSeconds' | 'wrongTries' | 'lastWrongAt' | 'now'>,
  isStranger = false,
) {
  const { lockoutTries } = person.policy
  if (lockoutTries === null) return null
  const forgottenAt =
    person.lastWrongAt === null || person.observationSeconds === null
      ? null
      : new Date(person.lastWrongAt.getTime() + person.observationSeconds * 1000)
  const isForgotten = forgottenAt !== null && forgottenAt.getTime() <= person.now.getTime()
  const tries = isForgotten ? 0 : person.wrongTries
  return mayStillTry(lockoutTries, tries, isStranger)
    ? null
    : { until: forgottenAt, seconds: secondsUntil(forgottenAt, person.now) }
}
