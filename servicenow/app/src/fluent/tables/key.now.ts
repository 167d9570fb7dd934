import { DateTimeColumn, Password2Column, StringColumn, Table } from '@servicenow/sdk/core'

/**
 * Keys that sign what both sides say: one for each direction, and two of a direction while they are turned over.
 * The secret is kept encrypted (password2) and is read by the app's own scripts only.
 */
export const x_hlps_access_key = Table({
  name: 'x_hlps_access_key',
  label: 'Hallpass key',
  display: 'key_id',
  actions: ['read'],
  accessibleFrom: 'package_private',
  allowWebServiceAccess: true,
  audit: false,
  schema: {
    key_id: StringColumn({ label: 'Key id', maxLength: 64, mandatory: true }),
    direction: StringColumn({
      label: 'Direction',
      mandatory: true,
      choices: { inbound: 'Hallpass to ServiceNow', outbound: 'ServiceNow to Hallpass' },
      dropdown: 'dropdown_with_none',
    }),
    secret: Password2Column({ label: 'Secret (base64)' }),
    state: StringColumn({
      label: 'State',
      default: 'live',
      choices: { live: 'Live', retired: 'Retired', exposed: 'Exposed: turn it over' },
      dropdown: 'dropdown_with_none',
    }),
    last_used_at: DateTimeColumn({ label: 'Last used' }),
  },
  index: [{ name: 'key_id', unique: true, element: ['key_id', 'direction'] }],
})
