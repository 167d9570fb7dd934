import { DateTimeColumn, IntegerColumn, StringColumn, Table } from '@servicenow/sdk/core'

/** One synchronisation of the list of apps: pushed by Hallpass, or compared in full at night. */
export const x_hlps_access_sync_run = Table({
  name: 'x_hlps_access_sync_run',
  label: 'Hallpass synchronisation',
  display: 'finished_at',
  actions: ['read'],
  allowWebServiceAccess: true,
  schema: {
    kind: StringColumn({
      label: 'Kind',
      choices: { changes: 'Changes', full: 'Full comparison' },
      dropdown: 'dropdown_with_none',
    }),
    finished_at: DateTimeColumn({ label: 'Finished' }),
    catalog_version: IntegerColumn({ label: 'Version of the catalog' }),
    added: IntegerColumn({ label: 'Added' }),
    changed: IntegerColumn({ label: 'Changed' }),
    removed: IntegerColumn({ label: 'Taken off' }),
    outcome: StringColumn({
      label: 'Outcome',
      choices: { done: 'Done', stale: 'Older than what is here', failed: 'Failed' },
      dropdown: 'dropdown_with_none',
    }),
    message: StringColumn({ label: 'Message', maxLength: 1000 }),
  },
})
