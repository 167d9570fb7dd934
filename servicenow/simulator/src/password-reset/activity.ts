import { system } from '../store/open-records.ts'
import type { Records } from '../store/records.ts'

/** A line of a request's history. It never holds a password or an answer. */
export function noteActivity(records: Records, request: string, activity: string, message: string): void {
  const user = records.get('pwd_reset_request', request)?.user ?? ''
  const values = { request, activity, message: message.slice(0, 1000), user_id: user }
  records.insert('pwd_reset_activity', values, system, { withoutRules: true })
}
