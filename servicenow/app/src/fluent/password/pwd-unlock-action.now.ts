import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { ReferenceColumn, StringColumn } from '@servicenow/sdk/core'

/** Unlocks the account in the directory of the person. */
export const pwdUnlockAction = Action(
  {
    $id: Now.ID['action-pwd-unlock'],
    name: 'Hallpass: unlock an account',
    description: 'Unlocks the account in the directory of the person',
    access: 'package_private',
    category: 'Hallpass',
    inputs: {
      request: ReferenceColumn({ label: 'Password reset request', referenceTable: 'pwd_reset_request' }),
    },
    outputs: {
      status: StringColumn({ label: 'Status', maxLength: 1000 }),
      message: StringColumn({ label: 'Error message', maxLength: 1000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-pwd-unlock-script'], label: 'Unlock an account' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/pwd-unlock.js'),
        inputVariables: {
          request: { label: 'Password reset request', value: wfa.dataPill(params.inputs.request, 'reference') },
        },
        outputVariables: {
          status: StringColumn({ label: 'Status', maxLength: 1000 }),
          message: StringColumn({ label: 'Error message', maxLength: 1000 }),
        },
      },
    )
    wfa.assignActionOutputs(params.outputs, {
      status: wfa.dataPill(step.status, 'string'),
      message: wfa.dataPill(step.message, 'string'),
    })
  },
)
