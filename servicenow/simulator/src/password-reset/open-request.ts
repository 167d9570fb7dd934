import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'
import { minutesFromNow, setting } from './settings.ts'

/** Counts a failed attempt of a request; with the last one allowed, the person is kept out for a while. */
export function countFailure(records: Records, request: Row): { attemptsLeft: number } {
  const userId = request.user ?? ''
  const since = minutesFromNow(records, -setting(records, 'password_reset.request.retry_window'))
  const others = records
    .find('pwd_reset_request', `user=${userId}^sys_updated_on>${since}^sys_id!=${request.sys_id}`)
    .reduce((sum, row) => sum + Number(row.retry_count ?? 0), 0)
  const count = Number(request.retry_count ?? 0) + 1
  const left = Math.max(0, setting(records, 'password_reset.request.max_attempt') - others - count)
  const values = { retry_count: String(count), ...(left === 0 ? { status: 'locked', locked: 'true' } : {}) }
  records.update('pwd_reset_request', request.sys_id ?? '', values, system)
  if (left === 0) {
    const until = minutesFromNow(records, setting(records, 'password_reset.request.max_attempt_window'))
    records.insert(
      'pwd_user_lockout',
      { user: userId, locked_until: until, reason: 'too many failed attempts' },
      system,
    )
  }
  return { attemptsLeft: left }
}

/** The request while it may still be acted upon; it expires on the way. */
export function openRequest(records: Records, requestId: string): { request: Row } | { refused: string } {
  const request = records.get('pwd_reset_request', requestId)
  if (!request) return { refused: 'There is no such request.' }
  const isExpired = (request.expiry ?? '') <= minutesFromNow(records, 0)
  if (request.status === 'in_progress' && isExpired) {
    records.update('pwd_reset_request', requestId, { status: 'expired' }, system)
    return { refused: 'The request has expired. Begin again.' }
  }
  return request.status === 'in_progress' ? { request } : { refused: `The request is closed (${request.status}).` }
}
