import { BusinessRule } from '@servicenow/sdk/core'
import { onCallAnswered, onCallInserted, onItemClosed, onTaskGone } from '../server/rules.ts'

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

/** Pull mode: Hallpass read the row and wrote its answer into it. */
BusinessRule({
  $id: Now.ID['rule-call-answered'],
  name: 'Hallpass: take up an answer written into the outbox',
  table: 'x_hlps_access_call',
  when: 'after',
  action: ['update'],
  order: 100,
  active: true,
  filterCondition: 'stateCHANGESTOanswered^taken=false^remote_stateISEMPTY',
  condition: "gs.getProperty('x_hlps_access.mode') == 'pull'",
  script: onCallAnswered,
})

/** Somebody closed or cancelled an item, or the flow did: what is still at work for it is stopped. */
BusinessRule({
  $id: Now.ID['rule-item-closed'],
  name: 'Hallpass: an item was closed',
  table: 'sc_req_item',
  when: 'after',
  action: ['update'],
  order: 500,
  active: true,
  filterCondition: 'stateIN3,4,7^ORactive=false^ORstage=Request Cancelled^ORstage=request_cancelled',
  condition: 'current.state.changes() || current.stage.changes() || current.active.changes()',
  script: onItemClosed,
})

/** A person has to do something for an item, and somebody deleted the task that says so. */
BusinessRule({
  $id: Now.ID['rule-task-deleted'],
  name: 'Hallpass: a task was deleted',
  table: 'sc_task',
  when: 'after',
  action: ['delete'],
  order: 500,
  active: true,
  filterCondition: 'correlation_idSTARTSWITHhallpass:',
  script: onTaskGone,
})
