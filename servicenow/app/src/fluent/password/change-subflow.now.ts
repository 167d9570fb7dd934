import { Subflow, wfa } from '@servicenow/sdk/automation'
import { ChoiceColumn, Password2Column, ReferenceColumn, StringColumn } from '@servicenow/sdk/core'
import { pwdChangeAction } from './pwd-change-action.now'

/** Change Password subflow of the credential store type. Names of inputs and outputs are those ServiceNow's Password Reset application documents. */
export const pwdChangeSubflow = Subflow(
  {
    $id: Now.ID['subflow-pwd-change'],
    name: 'Hallpass Password Change',
    description: 'Change Password subflow of the credential store type',
    runAs: 'system',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      password_reset_request: ReferenceColumn({
        label: 'Password Reset Request',
        referenceTable: 'pwd_reset_request',
        mandatory: true,
      }),
      old_password: Password2Column({ label: 'Old Password', mandatory: true }),
      new_password: Password2Column({ label: 'New Password', mandatory: true }),
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
      pwdChangeAction,
      { $id: Now.ID['subflow-pwd-change-step'] },
      {
        request: wfa.dataPill(params.inputs.password_reset_request, 'reference'),
        old_password: wfa.dataPill(params.inputs.old_password, 'password2'),
        new_password: wfa.dataPill(params.inputs.new_password, 'password2'),
      },
    )
    wfa.flowLogic.assignSubflowOutputs({ $id: Now.ID['subflow-pwd-change-outputs'] }, params.outputs, {
      status: wfa.dataPill(done.status, 'string'),
      error_message: wfa.dataPill(done.message, 'string'),
    })
  },
)
