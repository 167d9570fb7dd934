/** Whether a session still counts. Pure; the facts are read per request. */
import type { Validity } from '../credentials/module.ts'
import type { Session, SessionLimits } from './types.ts'

/**
 * Ended and expired sessions are not found in the first place. Here: idle too long, begun before the person's
 * credentials were renewed (but for the session that renewed them), or the person no longer active.
 */
export function isValid(
  session: Session,
  facts: { now: Date; limits: SessionLimits; validity: Pick<Validity, 'epoch' | 'sparedSessionId'>; isActive: boolean },
): boolean {
  const { now, limits, validity, isActive } = facts
  if (!isActive) return false
  if (now.getTime() - session.lastSeenAt.getTime() > limits.idleMinutes * 60_000) return false
  return session.epoch >= validity.epoch || session.id === validity.sparedSessionId
}
