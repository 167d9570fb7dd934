import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { StringColumn } from '@servicenow/sdk/core'

export const beginStage = Action(
  {
    $id: Now.ID['action-begin-stage'],
    name: 'Hallpass: begin a stage',
    description: 'Begins the stage whose turn it is, if one is to be asked',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: StringColumn({ label: 'Requested item (sys_id)', maxLength: 4000 }),
    },
    outputs: {
      go: StringColumn({ label: 'Ask it', maxLength: 4000 }),
      stage: StringColumn({ label: 'Stage (sys_id)', maxLength: 4000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-begin-stage-script'], label: 'Begin a stage' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/begin-stage.js'),
        inputVariables: {
          item: { label: 'Requested item (sys_id)', value: wfa.dataPill(params.inputs.item, 'string') },
        },
        outputVariables: {
          go: StringColumn({ label: 'Ask it', maxLength: 4000 }),
          stage: StringColumn({ label: 'Stage (sys_id)', maxLength: 4000 }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      go: wfa.dataPill(step.go, 'string'),
      stage: wfa.dataPill(step.stage, 'string'),
    })
  },
)
