import { Subflow, wfa } from '@servicenow/sdk/automation'
import { ChoiceColumn, Password2Column, ReferenceColumn, StringColumn } from '@servicenow/sdk/core'
import { pwdResetAction } from './pwd-reset-action.now'

/** Reset Password subflow of the credential store type. Names of inputs and outputs are those ServiceNow's Password Reset application documents. */
export const pwdResetSubflow = Subflow(
  {
    $id: Now.ID['subflow-pwd-reset'],
    name: 'Hallpass Password Reset',
    description: 'Reset Password subflow of the credential store type',
    runAs: 'system',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      password: Password2Column({ label: 'Password', mandatory: true }),
      password_reset_request: ReferenceColumn({
        label: 'Password Reset Request',
        referenceTable: 'pwd_reset_request',
        mandatory: true,
      }),
    },
    outputs: {
      status: ChoiceColumn({
        label: 'Status',
        choices: { success: 'Success', failure: 'Failure', pending: 'Pending With External System' },
      }),
      error_message: StringColumn({ label: 'Error Message', maxLength: 1000 }),
    },
  },
  (params) => {
    const done = wfa.action(
      pwdResetAction,
      { $id: Now.ID['subflow-pwd-reset-step'] },
      {
        request: wfa.dataPill(params.inputs.password_reset_request, 'reference'),
        password: wfa.dataPill(params.inputs.password, 'password2'),
      },
    )
    wfa.flowLogic.assignSubflowOutputs({ $id: Now.ID['subflow-pwd-reset-outputs'] }, params.outputs, {
      status: wfa.dataPill(done.status, 'string'),
      error_message: wfa.dataPill(done.message, 'string'),
    })
  },
)
