import { DateTimeColumn, IntegerColumn, ReferenceColumn, StringColumn, Table } from '@servicenow/sdk/core'

/** The proof Hallpass asked a person for, for one password request. Holds no code and no password. */
export const x_hlps_access_challenge = Table({
  name: 'x_hlps_access_challenge',
  label: 'Hallpass challenge',
  display: 'request_id',
  actions: ['read'],
  accessibleFrom: 'package_private',
  schema: {
    request_id: StringColumn({ label: 'Password request', maxLength: 64, mandatory: true }),
    person: ReferenceColumn({ label: 'Person', referenceTable: 'sys_user' }),
    challenge_id: StringColumn({ label: 'Challenge in Hallpass', maxLength: 64 }),
    kind: StringColumn({ label: 'Kind', maxLength: 40 }),
    state: StringColumn({ label: 'State', maxLength: 40 }),
    given: IntegerColumn({ label: 'Right answers', default: 0 }),
    expires_at: DateTimeColumn({ label: 'Until' }),
  },
  index: [{ name: 'request', unique: true, element: 'request_id' }],
})
