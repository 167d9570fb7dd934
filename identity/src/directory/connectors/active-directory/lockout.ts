import type { AdTarget } from './person.ts'

/** So many tries stay left before the domain itself locks. */
const triesLeftMin = 2
/** A stranger leaves one more: the person's own device has to get in after them. */
const triesLeftByStrangers = 3

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
  const mayStillTry =
    lockoutTries - tries - 1 >= Math.min(isStranger ? triesLeftByStrangers : triesLeftMin, lockoutTries - 1)
  return mayStillTry ? null : { until: forgottenAt, seconds: secondsUntil(forgottenAt, person.now) }
}

function secondsUntil(time: Date | null, now: Date): number {
  return time === null ? 60 : Math.max(1, Math.ceil((time.getTime() - now.getTime()) / 1000))
}
