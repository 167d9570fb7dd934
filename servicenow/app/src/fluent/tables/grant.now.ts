import { DateTimeColumn, IntegerColumn, ReferenceColumn, StringColumn, Table } from '@servicenow/sdk/core'

/** Access that a requested item gave, as Hallpass says it is now. */
export const x_hlps_access_grant = Table({
  name: 'x_hlps_access_grant',
  label: 'Hallpass access',
  display: 'role_name',
  actions: ['read'],
  allowWebServiceAccess: true,
  audit: true,
  schema: {
    request_item: ReferenceColumn({ label: 'Requested item', referenceTable: 'sc_req_item' }),
    person: ReferenceColumn({ label: 'Person', referenceTable: 'sys_user' }),
    app: ReferenceColumn({ label: 'App', referenceTable: 'x_hlps_access_app' }),
    role_id: StringColumn({ label: 'Role in Hallpass', maxLength: 64 }),
    role_name: StringColumn({ label: 'Access', maxLength: 200 }),
    starts_at: DateTimeColumn({ label: 'Since' }),
    ends_at: DateTimeColumn({ label: 'Until' }),
    state: StringColumn({
      label: 'State',
      choices: { active: 'Active', ended: 'Ended' },
      dropdown: 'dropdown_with_none',
    }),
    version: IntegerColumn({ label: 'Version', default: 0 }),
  },
  index: [{ name: 'item_role', unique: true, element: ['request_item', 'role_id'] }],
})
