import { Subflow, wfa } from '@servicenow/sdk/automation'
import { ChoiceColumn, ReferenceColumn, StringColumn } from '@servicenow/sdk/core'
import { pwdUnlockAction } from './pwd-unlock-action.now'

/** Unlock Account subflow of the credential store type. Names of inputs and outputs are those ServiceNow's Password Reset application documents. */
export const pwdUnlockSubflow = Subflow(
  {
    $id: Now.ID['subflow-pwd-unlock'],
    name: 'Hallpass Password Unlock Account',
    description: 'Unlock Account subflow of the credential store type',
    runAs: 'system',
    access: 'public',
    category: 'Hallpass',
    inputs: {
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
      pwdUnlockAction,
      { $id: Now.ID['subflow-pwd-unlock-step'] },
      {
        request: wfa.dataPill(params.inputs.password_reset_request, 'reference'),
      },
    )
    wfa.flowLogic.assignSubflowOutputs({ $id: Now.ID['subflow-pwd-unlock-outputs'] }, params.outputs, {
      status: wfa.dataPill(done.status, 'string'),
      error_message: wfa.dataPill(done.message, 'string'),
    })
  },
)
