import type { RecordRules } from '../store/records.ts'

/** A property of the type password2 is kept as a column of that type would be: sealed. */
export const propertyRules: RecordRules = {
  runsAlways: true,
  before(change, records) {
    if (change.table !== 'sys_properties' || change.op === 'delete') return undefined
    const value = change.current.value ?? ''
    if (change.current.type !== 'password2' || value === '') return undefined
    return { values: { value: records.secrets.seal(value) } }
  },
}
