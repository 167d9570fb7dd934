import { BooleanColumn, DateTimeColumn, IntegerColumn, StringColumn, Table, UrlColumn } from '@servicenow/sdk/core'

/** What can be asked for: one row for each role of Hallpass that carries an app. Written by the callback only. */
export const x_hlps_access_app = Table({
  name: 'x_hlps_access_app',
  label: 'Hallpass app',
  display: 'name',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    role_id: StringColumn({ label: 'Role in Hallpass', maxLength: 64, mandatory: true }),
    name: StringColumn({ label: 'Name', maxLength: 200, mandatory: true }),
    app_name: StringColumn({ label: 'App', maxLength: 200 }),
    description: StringColumn({ label: 'Description', maxLength: 2000 }),
    icon: UrlColumn({ label: 'Picture' }),
    requestable: BooleanColumn({ label: 'Can be asked for', default: true }),
    days_max: IntegerColumn({ label: 'Longest duration in days' }),
    days_default: IntegerColumn({ label: 'Usual duration in days' }),
    policy_version: IntegerColumn({ label: 'Version of the policy' }),
    synced_at: DateTimeColumn({ label: 'Last synced' }),
  },
  index: [{ name: 'role', unique: true, element: 'role_id' }],
})
