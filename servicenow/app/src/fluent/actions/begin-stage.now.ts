import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { StringColumn } from '@servicenow/sdk/core'

export const beginStage = Action(
  {
    $id: Now.ID['action-begin-stage'],
    name: 'Hallpass: begin a stage',
    description: 'Says whether this stage is to be asked, and who decides',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      stage: StringColumn({ label: 'Stage (sys_id)', maxLength: 4000 }),
    },
    outputs: {
      go: StringColumn({ label: 'Ask it', maxLength: 4000 }),
      kind: StringColumn({ label: 'Who decides', maxLength: 4000 }),
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
          stage: { label: 'Stage (sys_id)', value: wfa.dataPill(params.inputs.stage, 'string') },
        },
        outputVariables: {
          go: StringColumn({ label: 'Ask it', maxLength: 4000 }),
          kind: StringColumn({ label: 'Who decides', maxLength: 4000 }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      go: wfa.dataPill(step.go, 'string'),
      kind: wfa.dataPill(step.kind, 'string'),
    })
  },
)
