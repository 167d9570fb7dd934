import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { StringColumn } from '@servicenow/sdk/core'

export const closeOrder = Action(
  {
    $id: Now.ID['action-close-order'],
    name: 'Hallpass: close the item',
    description: 'Closes the requested item in words for the requester, once, however often it is run',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: StringColumn({ label: 'Requested item (sys_id)', maxLength: 4000 }),
      state: StringColumn({ label: 'State to close with', maxLength: 40 }),
      message: StringColumn({ label: 'Message', maxLength: 4000 }),
    },
    outputs: {},
  },
  (params) => {
    wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-close-order-script'], label: 'Close the item' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/close-order.js'),
        inputVariables: {
          item: { label: 'Requested item (sys_id)', value: wfa.dataPill(params.inputs.item, 'string') },
          state: { label: 'State to close with', value: wfa.dataPill(params.inputs.state, 'string') },
          message: { label: 'Message', value: wfa.dataPill(params.inputs.message, 'string') },
        },
        outputVariables: {},
      },
    )
  },
)
