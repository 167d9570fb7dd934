import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { StringColumn } from '@servicenow/sdk/core'

export const openApprovals = Action(
  {
    $id: Now.ID['action-open-approvals'],
    name: 'Hallpass: make the stages of approval',
    description: 'Makes one row for each stage of approval, or says why none is asked',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: StringColumn({ label: 'Requested item (sys_id)', maxLength: 4000 }),
    },
    outputs: {
      outcome: StringColumn({ label: 'Outcome', maxLength: 4000 }),
      message: StringColumn({ label: 'Message', maxLength: 4000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-open-approvals-script'], label: 'Make the stages of approval' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/open-approvals.js'),
        inputVariables: {
          item: { label: 'Requested item (sys_id)', value: wfa.dataPill(params.inputs.item, 'string') },
        },
        outputVariables: {
          outcome: StringColumn({ label: 'Outcome', maxLength: 4000 }),
          message: StringColumn({ label: 'Message', maxLength: 4000 }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      outcome: wfa.dataPill(step.outcome, 'string'),
      message: wfa.dataPill(step.message, 'string'),
    })
  },
)
