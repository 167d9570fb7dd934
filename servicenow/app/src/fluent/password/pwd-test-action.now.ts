import { Action, actionStep, wfa } from '@servicenow/sdk/automation'
import { StringColumn } from '@servicenow/sdk/core'

/** Both the token and the signature are accepted. */
export const pwdTestAction = Action(
  {
    $id: Now.ID['action-pwd-test'],
    name: 'Hallpass: test the connection',
    description: 'Both the token and the signature are accepted',
    access: 'package_private',
    category: 'Hallpass',
    inputs: {},
    outputs: {
      status: StringColumn({ label: 'Status', maxLength: 1000 }),
      message: StringColumn({ label: 'Error message', maxLength: 1000 }),
    },
  },
  (params) => {
    const step = wfa.actionStep(
      actionStep.script,
      { $id: Now.ID['action-pwd-test-script'], label: 'Test the connection' },
      {
        required_run_time: 'instance',
        script: Now.include('../scripts/pwd-test.js'),
        inputVariables: {},
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
