import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { Password2Column, ReferenceColumn, StringColumn } from '@servicenow/sdk/core'

/** Sets the password, or sends a link when the desk asks. */
export const pwdResetAction = Action(
  {
    $id: Now.ID['action-pwd-reset'],
    name: 'Hallpass: reset a password',
    description: 'Sets the password, or sends a link when the desk asks',
    access: 'package_private',
    category: 'Hallpass',
    inputs: {
      request: ReferenceColumn({ label: 'Password reset request', referenceTable: 'pwd_reset_request' }),
      password: Password2Column({ label: 'Password' }),
    },
    outputs: {
      status: StringColumn({ label: 'Status', maxLength: 1000 }),
      message: StringColumn({ label: 'Error message', maxLength: 1000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-pwd-reset-script'], label: 'Reset a password' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/pwd-reset.js'),
        inputVariables: {
          request: { label: 'Password reset request', value: wfa.dataPill(params.inputs.request, 'reference') },
          password: { label: 'Password', value: wfa.dataPill(params.inputs.password, 'password2') },
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
