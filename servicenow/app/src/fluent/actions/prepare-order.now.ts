import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { ReferenceColumn, StringColumn } from '@servicenow/sdk/core'

export const prepareOrder = Action(
  {
    $id: Now.ID['action-prepare-order'],
    name: 'Hallpass: ask who has to approve',
    description: 'Asks Hallpass, through the outbox, what the person has and who has to approve the rest',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: StringColumn({ label: 'Requested item (sys_id)', maxLength: 4000 }),
    },
    outputs: {
      next: StringColumn({ label: 'What comes next', maxLength: 4000 }),
      call: ReferenceColumn({ label: 'Call to wait for', referenceTable: 'x_hlps_access_call' }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-prepare-order-script'], label: 'Ask who has to approve' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/prepare-order.js'),
        inputVariables: {
          item: { label: 'Requested item (sys_id)', value: wfa.dataPill(params.inputs.item, 'string') },
        },
        outputVariables: {
          next: StringColumn({ label: 'What comes next', maxLength: 4000 }),
          call: ReferenceColumn({ label: 'Call to wait for', referenceTable: 'x_hlps_access_call' }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      next: wfa.dataPill(step.next, 'string'),
      call: wfa.dataPill(step.call, 'reference'),
    })
  },
)
