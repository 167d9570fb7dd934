import { knownScriptValue } from '../query/query-values.ts'
import type { Records, Who } from './records.ts'

/** A default as the dictionary holds it; '' where it is a script of the platform's own that is not evaluated here. */
export function defaultValue(records: Records, text: string, table: string, who: Who): string {
  if (!text.startsWith('javascript:')) return text
  if (/current\.getTableName\(\)/.test(text)) return table
  const groupIds = () => groupsOf(records, who.userId)
  const context = { now: records.clock.now(), userId: who.userId, userName: who.userName, groupIds }
  return knownScriptValue(text, context) ?? ''
}

/** sys_ids of the groups somebody is a member of. */
export function groupsOf(records: Records, userId: string): string[] {
  if (userId === '') return []
  return records.find('sys_user_grmember', `user=${userId}`).map((row) => row.group ?? '')
}
