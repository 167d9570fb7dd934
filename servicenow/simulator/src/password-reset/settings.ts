import { dateTimeText } from '../store/clock.ts'
import type { Records } from '../store/records.ts'

/** The Password Reset application's properties, with the defaults of the base system. */
const defaults = {
  /** Minutes a request lives. */
  'password_reset.request.expiry': 10,
  /** Failed attempts after which a person is kept out. */
  'password_reset.request.max_attempt': 3,
  /** Minutes he is kept out. */
  'password_reset.request.max_attempt_window': 1440,
  /** Minutes until the count of failed attempts begins anew. */
  'password_reset.request.retry_window': 1440,
  /** Minutes after a success before the next request. */
  'password_reset.request.success_window': 1440,
  'password_reset.request.unlock_window': 1440,
  /** Milliseconds a credential store's flow may take. */
  'password_reset.wf.timeout': 90_000,
  /** Milliseconds between two looks at it. */
  'password_reset.wf.refresh_rate': 500,
} as const

export function setting(records: Records, name: keyof typeof defaults): number {
  const value = Number(records.property(name) || Number.NaN)
  return Number.isNaN(value) ? defaults[name] : value
}

/** So many minutes from now, or ago, as the database writes it. */
export function minutesFromNow(records: Records, minutes: number): string {
  return dateTimeText(new Date(records.clock.now().getTime() + minutes * 60_000))
}
