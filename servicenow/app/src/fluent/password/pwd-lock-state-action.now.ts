import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { ReferenceColumn, StringColumn } from '@servicenow/sdk/core'

/** Tells only after a proof; otherwise as for anybody. */
export const pwdLockStateAction = Action(
  {
    $id: Now.ID['action-pwd-lock-state'],
    name: 'Hallpass: look whether an account is locked',
    description: 'Tells only after a proof; otherwise as for anybody',
    access: 'package_private',
    category: 'Hallpass',
    inputs: {
      request: ReferenceColumn({ label: 'Password reset request', referenceTable: 'pwd_reset_request' }),
    },
    outputs: {
      status: StringColumn({ label: 'Status', maxLength: 1000 }),
      message: StringColumn({ label: 'Error message', maxLength: 1000 }),
      locked: StringColumn({ label: 'Locked', maxLength: 1000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-pwd-lock-state-script'], label: 'Look whether an account is locked' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/pwd-lock-state.js'),
        inputVariables: {
          request: { label: 'Password reset request', value: wfa.dataPill(params.inputs.request, 'reference') },
        },
        outputVariables: {
          status: StringColumn({ label: 'Status', maxLength: 1000 }),
          message: StringColumn({ label: 'Error message', maxLength: 1000 }),
          locked: StringColumn({ label: 'Locked', maxLength: 1000 }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      status: wfa.dataPill(step.status, 'string'),
      message: wfa.dataPill(step.message, 'string'),
      locked: wfa.dataPill(step.locked, 'string'),
    })
  },
)
