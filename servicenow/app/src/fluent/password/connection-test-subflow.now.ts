import { Subflow, wfa } from '@servicenow/sdk/automation'
import { ChoiceColumn, StringColumn } from '@servicenow/sdk/core'
import { pwdTestAction } from './pwd-test-action.now'

/** Connection Test subflow of the credential store type. Names of inputs and outputs are those ServiceNow's Password Reset application documents. */
export const pwdConnectionTestSubflow = Subflow(
  {
    $id: Now.ID['subflow-pwd-connection-test'],
    name: 'Hallpass Password Connection Test',
    description: 'Connection Test subflow of the credential store type',
    runAs: 'system',
    access: 'public',
    category: 'Hallpass',
    inputs: {},
    outputs: {
      status: ChoiceColumn({
        label: 'Status',
        choices: { success: 'Success', failure: 'Failure', pending: 'Pending With External System' },
      }),
      error_message: StringColumn({ label: 'Error Message', maxLength: 1000 }),
    },
  },
  (params) => {
    const done = wfa.action(pwdTestAction, { $id: Now.ID['subflow-pwd-connection-test-step'] }, {})
    wfa.flowLogic.assignSubflowOutputs({ $id: Now.ID['subflow-pwd-connection-test-outputs'] }, params.outputs, {
      status: wfa.dataPill(done.status, 'string'),
      error_message: wfa.dataPill(done.message, 'string'),
    })
  },
)
