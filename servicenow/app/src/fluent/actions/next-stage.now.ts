import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { StringColumn } from '@servicenow/sdk/core'

export const nextStage = Action(
  {
    $id: Now.ID['action-next-stage'],
    name: 'Hallpass: look at the next stage',
    description: 'Says who decides next; none, when nobody is left to ask',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: StringColumn({ label: 'Requested item (sys_id)', maxLength: 4000 }),
    },
    outputs: {
      kind: StringColumn({ label: 'Who decides', maxLength: 4000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-next-stage-script'], label: 'Look at the next stage' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/next-stage.js'),
        inputVariables: {
          item: { label: 'Requested item (sys_id)', value: wfa.dataPill(params.inputs.item, 'string') },
        },
        outputVariables: {
          kind: StringColumn({ label: 'Who decides', maxLength: 4000 }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      kind: wfa.dataPill(step.kind, 'string'),
    })
  },
)
