import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { ReferenceColumn, StringColumn } from '@servicenow/sdk/core'

export const startFulfilment = Action(
  {
    $id: Now.ID['action-start-fulfilment'],
    name: 'Hallpass: do what was approved',
    description: 'Has Hallpass give the access, through the outbox, outside the thread of the flow',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: StringColumn({ label: 'Requested item (sys_id)', maxLength: 4000 }),
      opened: StringColumn({ label: 'Outcome of the stages', maxLength: 4000 }),
    },
    outputs: {
      next: StringColumn({ label: 'What comes next', maxLength: 4000 }),
      call: ReferenceColumn({ label: 'Call to wait for', referenceTable: 'x_hlps_access_call' }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-start-fulfilment-script'], label: 'Do what was approved' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/start-fulfilment.js'),
        inputVariables: {
          item: { label: 'Requested item (sys_id)', value: wfa.dataPill(params.inputs.item, 'string') },
          opened: { label: 'Outcome of the stages', value: wfa.dataPill(params.inputs.opened, 'string') },
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
