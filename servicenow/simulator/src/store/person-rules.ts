import type { RecordRules, Records } from './records.ts'

/** sys_user.name is put together from first and last name; a User ID is one person's, by the database's unique index. */
export const personRules: RecordRules = {
  runsAlways: true,
  before({ op, table, current, previous }, records) {
    if (table !== 'sys_user' || op === 'delete') return undefined
    const userName = current.user_name ?? ''
    if (userName !== (previous?.user_name ?? '') && isTaken(records, userName, current.sys_id ?? ''))
      return {
        aborted: `Unique Key violation detected by database (Duplicate entry '${userName}' for key 'user_name')`,
      }
    const isTouched = current.first_name !== previous?.first_name || current.last_name !== previous?.last_name
    const name = [current.first_name, current.last_name].filter(Boolean).join(' ')
    return isTouched && name !== '' && name !== current.name ? { values: { name } } : undefined
  },
}

function isTaken(records: Records, userName: string, ownId: string): boolean {
  if (userName === '') return false
  const condition = { field: 'user_name', operator: '=' as const, value: userName }
  const query = { groups: [[[condition]]], orderBy: [], groupBy: [], invalid: [] }
  return records.find('sys_user', query, { limit: 2 }).some((row) => row.sys_id !== ownId)
}
