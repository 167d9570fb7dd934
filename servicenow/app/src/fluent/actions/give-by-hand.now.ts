import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { ReferenceColumn, StringColumn } from '@servicenow/sdk/core'

export const giveByHand = Action(
  {
    $id: Now.ID['action-give-by-hand'],
    name: 'Hallpass: have it done by hand',
    description: 'Says that a person does it now, and makes the catalog task for it, once, however often it is run',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: StringColumn({ label: 'Requested item (sys_id)', maxLength: 4000 }),
      message: StringColumn({ label: 'Message', maxLength: 4000 }),
      note: StringColumn({ label: 'Note for agents', maxLength: 4000 }),
      group: StringColumn({ label: 'Group for the task (sys_id)' }),
    },
    outputs: {
      task: ReferenceColumn({ label: 'Task to wait for', referenceTable: 'sc_task' }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-give-by-hand-script'], label: 'Have it done by hand' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/give-by-hand.js'),
        inputVariables: {
          item: { label: 'Requested item (sys_id)', value: wfa.dataPill(params.inputs.item, 'string') },
          message: { label: 'Message', value: wfa.dataPill(params.inputs.message, 'string') },
          note: { label: 'Note for agents', value: wfa.dataPill(params.inputs.note, 'string') },
          group: { label: 'Group for the task (sys_id)', value: wfa.dataPill(params.inputs.group, 'string') },
        },
        outputVariables: {
          task: ReferenceColumn({ label: 'Task to wait for', referenceTable: 'sc_task' }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      task: wfa.dataPill(step.task, 'reference'),
    })
  },
)
