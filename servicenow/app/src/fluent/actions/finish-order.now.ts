import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { StringColumn } from '@servicenow/sdk/core'

export const finishOrder = Action(
  {
    $id: Now.ID['action-finish-order'],
    name: 'Hallpass: say how it ended',
    description: 'Says how the requested item ends, in words for the requester',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: StringColumn({ label: 'Requested item (sys_id)', maxLength: 4000 }),
      opened: StringColumn({ label: 'Outcome of the stages', maxLength: 4000 }),
      message: StringColumn({ label: 'Message', maxLength: 4000 }),
    },
    outputs: {
      outcome: StringColumn({ label: 'Outcome', maxLength: 4000 }),
      message: StringColumn({ label: 'Message', maxLength: 4000 }),
      note: StringColumn({ label: 'Note for agents', maxLength: 4000 }),
      state: StringColumn({ label: 'State to close with', maxLength: 40 }),
      group: StringColumn({ label: 'Group for a task (sys_id)' }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-finish-order-script'], label: 'Say how it ended' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/finish-order.js'),
        inputVariables: {
          item: { label: 'Requested item (sys_id)', value: wfa.dataPill(params.inputs.item, 'string') },
          opened: { label: 'Outcome of the stages', value: wfa.dataPill(params.inputs.opened, 'string') },
          message: { label: 'Message', value: wfa.dataPill(params.inputs.message, 'string') },
        },
        outputVariables: {
          outcome: StringColumn({ label: 'Outcome', maxLength: 4000 }),
          message: StringColumn({ label: 'Message', maxLength: 4000 }),
          note: StringColumn({ label: 'Note for agents', maxLength: 4000 }),
          state: StringColumn({ label: 'State to close with', maxLength: 40 }),
          group: StringColumn({ label: 'Group for a task (sys_id)' }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      outcome: wfa.dataPill(step.outcome, 'string'),
      message: wfa.dataPill(step.message, 'string'),
      note: wfa.dataPill(step.note, 'string'),
      state: wfa.dataPill(step.state, 'string'),
      group: wfa.dataPill(step.group, 'string'),
    })
  },
)
