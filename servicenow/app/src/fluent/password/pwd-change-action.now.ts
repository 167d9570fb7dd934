import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { Password2Column, ReferenceColumn, StringColumn } from '@servicenow/sdk/core'

/** Changes the password, given the old one. */
export const pwdChangeAction = Action(
  {
    $id: Now.ID['action-pwd-change'],
    name: 'Hallpass: change a password',
    description: 'Changes the password, given the old one',
    access: 'package_private',
    category: 'Hallpass',
    inputs: {
      request: ReferenceColumn({ label: 'Password reset request', referenceTable: 'pwd_reset_request' }),
      old_password: Password2Column({ label: 'Old password' }),
      new_password: Password2Column({ label: 'New password' }),
    },
    outputs: {
      status: StringColumn({ label: 'Status', maxLength: 1000 }),
      message: StringColumn({ label: 'Error message', maxLength: 1000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-pwd-change-script'], label: 'Change a password' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/pwd-change.js'),
        inputVariables: {
          request: { label: 'Password reset request', value: wfa.dataPill(params.inputs.request, 'reference') },
          old_password: { label: 'Old password', value: wfa.dataPill(params.inputs.old_password, 'password2') },
          new_password: { label: 'New password', value: wfa.dataPill(params.inputs.new_password, 'password2') },
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
