import { BusinessRule } from '@servicenow/sdk/core'
import { onCallInserted } from '../server/rules.ts'

/** Outside the thread that put the row in: a flow that waits costs no outbound transaction. */
BusinessRule({
  $id: Now.ID['rule-send-call'],
  name: 'Hallpass: say what is in the outbox',
  table: 'x_hlps_access_call',
  when: 'async',
  action: ['insert'],
  order: 100,
  active: true,
  script: onCallInserted,
})
