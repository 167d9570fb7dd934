import { DateTimeColumn, StringColumn, Table } from '@servicenow/sdk/core'

/** A signed callback is taken once: its nonce is kept for eleven minutes, longer than its timestamp is good. */
export const x_hlps_access_nonce = Table({
  name: 'x_hlps_access_nonce',
  label: 'Hallpass nonce',
  display: 'nonce',
  actions: ['read'],
  accessibleFrom: 'package_private',
  schema: {
    nonce: StringColumn({ label: 'Nonce', maxLength: 32, mandatory: true }),
    expires_at: DateTimeColumn({ label: 'Until' }),
  },
  index: [
    { name: 'nonce', unique: true, element: 'nonce' },
    { name: 'expiry', unique: false, element: 'expires_at' },
  ],
})
