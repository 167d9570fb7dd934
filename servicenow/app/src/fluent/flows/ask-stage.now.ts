import { action, Subflow, wfa } from '@servicenow/sdk/automation'
import { ReferenceColumn, StringColumn } from '@servicenow/sdk/core'
import { beginStage } from '../actions/begin-stage.now'
import { endStage } from '../actions/end-stage.now'

/** Asks the people of the next stage of an item and notes what they decided; nobody, where none is left. */
export const askStage = Subflow(
  {
    $id: Now.ID['subflow-ask-stage'],
    name: 'Hallpass: ask one stage',
    description: 'Asks the people of the stage whose turn it is, and notes what they decided',
    runAs: 'system',
    access: 'public',
    category: 'Hallpass',
    inputs: {
      item: ReferenceColumn({ label: 'Requested item', referenceTable: 'sc_req_item', mandatory: true }),
    },
    outputs: {
      approved: StringColumn({ label: 'Approved', maxLength: 40 }),
    },
  },
  (params) => {
    const begun = wfa.action(
      beginStage,
      { $id: Now.ID['app-access-begin-stage'] },
      { item: wfa.dataPill(params.inputs.item.sys_id, 'string') },
    )
    wfa.flowLogic.if(
      {
        $id: Now.ID['app-access-if-go'],
        condition: `${wfa.dataPill(begun.go, 'string')}=1`,
        label: 'This stage is to be asked',
      },
      () => {
        const asked = wfa.action(
          action.core.askForApproval,
          { $id: Now.ID['app-access-ask'], annotation: 'Asks the people of the stage that is being asked' },
          {
            record: wfa.dataPill(params.inputs.item, 'reference'),
            table: 'sc_req_item',
            journal_field: 'approval_history',
            approval_conditions: wfa.inlineScript(
              'return new x_hlps_access.HallpassDoor().door.ruleOfItem(String(fd_data.subflow_inputs.item.sys_id))',
            ),
          },
        )
        const ended = wfa.action(
          endStage,
          { $id: Now.ID['app-access-end-stage'] },
          {
            stage: wfa.dataPill(begun.stage, 'string'),
            approval_state: wfa.dataPill(asked.approval_state, 'choice'),
          },
        )
        wfa.flowLogic.assignSubflowOutputs({ $id: Now.ID['subflow-ask-stage-outputs'] }, params.outputs, {
          approved: wfa.dataPill(ended.approved, 'string'),
        })
      },
    )
  },
)
