import type { WrongTries } from './flavour-type.ts'

/** So many tries stay left before the directory itself locks. */
const triesLeftMin = 2
/** A stranger leaves one more: the person's own device has to get in after them. */
const triesLeftByStrangers = 3

/**
 * Whether one more wrong try would leave two (security B.9). A threshold so low that this would shut everybody out is
 * used up to its last but one try. Null: the directory never locks.
 */
export function mayStillTry(lockoutTries: number | null, wrongTries: number, isStranger: boolean): boolean {
  if (lockoutTries === null) return true
  return lockoutTries - wrongTries - 1 >= Math.min(isStranger ? triesLeftByStrangers : triesLeftMin, lockoutTries - 1)
}

/** Until when nothing may be tried; null for now it may. `until` null: until somebody gets in, or ends it. */
export function waitBeforeBind(
  lockoutTries: number | null,
  { count, forgottenAt }: WrongTries,
  isStranger: boolean,
): { until: Date | null } | null {
  return mayStillTry(lockoutTries, count, isStranger) ? null : { until: forgottenAt }
}

export function secondsUntil(time: Date | null, now: Date): number {
  return time === null ? 60 : Math.max(1, Math.ceil((time.getTime() - now.getTime()) / 1000))
}
