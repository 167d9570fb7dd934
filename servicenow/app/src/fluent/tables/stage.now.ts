import { DateTimeColumn, IntegerColumn, ListColumn, ReferenceColumn, StringColumn, Table } from '@servicenow/sdk/core'

/** One stage of approval of one requested item, as Hallpass' policy had it when the item was ordered. */
export const x_hlps_access_stage = Table({
  name: 'x_hlps_access_stage',
  label: 'Hallpass approval stage',
  display: 'label',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    request_item: ReferenceColumn({ label: 'Requested item', referenceTable: 'sc_req_item', mandatory: true }),
    position: IntegerColumn({ label: 'Position' }),
    kind: StringColumn({
      label: 'Who decides',
      choices: { manager: 'Manager', owner: 'App owner', group: 'Group', person: 'Named person' },
      dropdown: 'dropdown_with_none',
    }),
    label: StringColumn({ label: 'Name', maxLength: 200 }),
    apps: StringColumn({ label: 'Apps', maxLength: 1000 }),
    quorum: IntegerColumn({ label: 'Approvals needed', default: 1 }),
    approvers: ListColumn({ label: 'Approvers', referenceTable: 'sys_user', maxLength: 65_000 }),
    state: StringColumn({
      label: 'State',
      default: 'waiting',
      choices: {
        waiting: 'Waiting',
        asking: 'Asked',
        approved: 'Approved',
        rejected: 'Rejected',
        skipped: 'Not needed any more',
        impossible: 'Nobody may decide',
      },
      dropdown: 'dropdown_with_none',
    }),
    earlier: StringColumn({ label: 'Approvals asked for before it', maxLength: 65_000 }),
    again: StringColumn({ label: 'Withdrawn to be asked again', maxLength: 65_000 }),
    decided_at: DateTimeColumn({ label: 'Decided' }),
  },
  index: [{ name: 'item', unique: false, element: 'request_item' }],
})
