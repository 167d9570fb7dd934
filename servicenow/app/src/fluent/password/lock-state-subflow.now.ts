import { Subflow, wfa } from '@servicenow/sdk/automation'
import { ChoiceColumn, ReferenceColumn, StringColumn } from '@servicenow/sdk/core'
import { pwdLockStateAction } from './pwd-lock-state-action.now'

/** Get Lock State subflow of the credential store type. Names of inputs and outputs are those ServiceNow's Password Reset application documents. */
export const pwdLockStateSubflow = Subflow(
  {
    $id: Now.ID['subflow-pwd-lock-state'],
    name: 'Hallpass Password Get Lock State',
    description: 'Get Lock State subflow of the credential store type',
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
      locked: ChoiceColumn({ label: 'Locked', choices: { true: 'True', false: 'False', unknown: 'Unknown' } }),
      status: ChoiceColumn({
        label: 'Status',
        choices: { success: 'Success', failure: 'Failure', pending: 'Pending With External System' },
      }),
      error_message: StringColumn({ label: 'Error Message', maxLength: 1000 }),
    },
  },
  (params) => {
    const done = wfa.action(
      pwdLockStateAction,
      { $id: Now.ID['subflow-pwd-lock-state-step'] },
      {
        request: wfa.dataPill(params.inputs.password_reset_request, 'reference'),
      },
    )
    wfa.flowLogic.assignSubflowOutputs({ $id: Now.ID['subflow-pwd-lock-state-outputs'] }, params.outputs, {
      locked: wfa.dataPill(done.locked, 'string'),
      status: wfa.dataPill(done.status, 'string'),
      error_message: wfa.dataPill(done.message, 'string'),
    })
  },
)
