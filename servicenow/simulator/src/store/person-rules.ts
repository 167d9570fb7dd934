import type { RecordRules } from './records.ts'

/** sys_user.name is put together from first and last name. */
export const personRules: RecordRules = {
  runsAlways: true,
  before({ op, table, current, previous }) {
    if (table !== 'sys_user' || op === 'delete') return undefined
    const isTouched = current.first_name !== previous?.first_name || current.last_name !== previous?.last_name
    const name = [current.first_name, current.last_name].filter(Boolean).join(' ')
    return isTouched && name !== '' && name !== current.name ? { values: { name } } : undefined
  },
}
