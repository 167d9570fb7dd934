import type { CallKind } from './calls.ts'
import type { HttpAnswer } from './ports.ts'

/**
 * What follows from an answer. Pure. `refused` is final: saying it again would be answered the same.
 * Never set aside before a day has passed: Hallpass may be away for an hour while people wait.
 */
export type Next =
  | { readonly state: 'answered' }
  | { readonly state: 'refused' }
  | { readonly state: 'waiting'; readonly inSeconds: number }
  | { readonly state: 'given_up' }

const attemptsMax = 40
const waits = [5, 15, 60, 120, 300, 600, 1800]
/** Refused today, accepted when somebody has mended it: clock, key, token, client. */
const mendable = new Set([401, 403, 408, 425, 429])

export function decideRetry(answer: Pick<HttpAnswer, 'status' | 'retryAfter'>, attempts: number, kind: CallKind): Next {
  if (answer.status >= 200 && answer.status < 300) return { state: 'answered' }
  // The door for passwords is closed until somebody opens it; nobody waits at their locked screen for that.
  if (kind === 'password' && answer.status === 403) return { state: 'refused' }
  if (answer.status >= 400 && answer.status < 500 && !mendable.has(answer.status)) return { state: 'refused' }
  if (attempts >= attemptsMax) return { state: 'given_up' }
  const usual = waits[Math.min(attempts, waits.length) - 1] ?? 5
  return { state: 'waiting', inSeconds: Math.max(usual, Math.min(answer.retryAfter ?? 0, 3600)) }
}
