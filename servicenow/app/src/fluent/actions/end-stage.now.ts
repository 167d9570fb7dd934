import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { StringColumn } from '@servicenow/sdk/core'

export const endStage = Action(
  {
    $id: Now.ID['action-end-stage'],
    name: 'Hallpass: end a stage',
    description: 'Notes how a stage was decided',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      stage: StringColumn({ label: 'Stage (sys_id)', maxLength: 4000 }),
      approval_state: StringColumn({ label: 'State of the approval', maxLength: 4000 }),
    },
    outputs: {
      approved: StringColumn({ label: 'Approved', maxLength: 4000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-end-stage-script'], label: 'End a stage' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/end-stage.js'),
        inputVariables: {
          stage: { label: 'Stage (sys_id)', value: wfa.dataPill(params.inputs.stage, 'string') },
          approval_state: {
            label: 'State of the approval',
            value: wfa.dataPill(params.inputs.approval_state, 'string'),
          },
        },
        outputVariables: {
          approved: StringColumn({ label: 'Approved', maxLength: 4000 }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      approved: wfa.dataPill(step.approved, 'string'),
    })
  },
)
