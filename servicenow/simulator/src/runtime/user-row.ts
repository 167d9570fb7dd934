import type { Records, Row } from '../store/records.ts'

/** A person by sys_id; null for '' and for a stranger. */
export function userRow(records: Records, userId: string): Row | null {
  return userId === '' ? null : records.get('sys_user', userId)
}
