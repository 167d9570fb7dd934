import { action, Flow, FlowStage, trigger, wfa } from '@servicenow/sdk/automation'
import { beginStage } from '../actions/begin-stage.now'
import { endStage } from '../actions/end-stage.now'
import { finishOrder } from '../actions/finish-order.now'
import { openApprovals } from '../actions/open-approvals.now'
import { prepareOrder } from '../actions/prepare-order.now'
import { startFulfilment } from '../actions/start-fulfilment.now'
import { appAccess } from '../catalog-item.now'

/**
 * The story of one order. What is waited for is a row of the outbox, and what wakes the flow is a field of that row:
 * a message that arrives before the flow waits would be lost, a fact is not.
 * An administrator may add steps and stages anywhere: no step counts on the number or name of another.
 */
export const appAccessFlow = Flow(
  {
    $id: Now.ID['app-access-flow'],
    name: 'Hallpass: app access',
    description:
      'Asks whoever has to approve, has Hallpass give the access, and closes the item in words for the requester',
    runAs: 'system',
    flowPriority: 'MEDIUM',
    stages: {
      checking: FlowStage({ label: 'Checking', value: 'checking', alwaysShow: true }),
      approval: FlowStage({
        label: 'Approvals',
        value: 'approval',
        states: { inProgress: 'Waiting for an approval', complete: 'Decided' },
      }),
      giving: FlowStage({ label: 'Giving access', value: 'giving', alwaysShow: true }),
      by_hand: FlowStage({ label: 'By hand', value: 'by_hand' }),
      done: FlowStage({ label: 'Done', value: 'done', alwaysShow: true }),
    },
  },
  wfa.trigger(trigger.application.serviceCatalog, { $id: Now.ID['app-access-trigger'] }, { run_flow_in: 'background' }),
  (params) => {
    wfa.stage(params.stages.checking)
    wfa.action(
      action.core.getCatalogVariables,
      { $id: Now.ID['app-access-variables'], annotation: 'What was ordered, for steps an administrator adds' },
      {
        requested_item: wfa.dataPill(params.trigger.request_item, 'reference'),
        template_catalog_item: `${appAccess}`,
        catalog_variables: [appAccess.variables.apps, appAccess.variables.duration_days, appAccess.variables.reason],
      },
    )
    const prepared = wfa.action(
      prepareOrder,
      { $id: Now.ID['app-access-prepare'] },
      { item: wfa.dataPill(params.trigger.request_item.sys_id, 'string') },
    )
    wfa.flowLogic.if(
      {
        $id: Now.ID['app-access-if-policy'],
        condition: `${wfa.dataPill(prepared.next, 'string')}=wait`,
        label: 'Hallpass is being asked',
      },
      () => {
        wfa.action(
          action.core.waitForCondition,
          { $id: Now.ID['app-access-wait-policy'], annotation: 'Until every answer is in, a day at most' },
          {
            table_name: 'x_hlps_access_call',
            record: wfa.dataPill(prepared.call, 'reference'),
            conditions: 'settled=true',
            timeout_flag: true,
            timeout_duration: Duration({ days: 1 }),
          },
        )
      },
    )

    const opened = wfa.action(
      openApprovals,
      { $id: Now.ID['app-access-open'] },
      { item: wfa.dataPill(params.trigger.request_item.sys_id, 'string') },
    )
    wfa.flowLogic.if(
      {
        $id: Now.ID['app-access-if-ask'],
        condition: `${wfa.dataPill(opened.outcome, 'string')}=ask`,
        label: 'Somebody has to approve',
      },
      () => {
        wfa.stage(params.stages.approval)
        const stages = wfa.action(
          action.core.lookUpRecords,
          { $id: Now.ID['app-access-stages'] },
          {
            table: 'x_hlps_access_stage',
            conditions: `request_item=${wfa.dataPill(params.trigger.request_item.sys_id, 'string')}`,
            sort_column: 'position',
            sort_type: 'sort_asc',
            max_results: 50,
          },
        )
        wfa.flowLogic.forEach(
          wfa.dataPill(stages.Records, 'records'),
          { $id: Now.ID['app-access-each-stage'], annotation: 'As many stages as the policy has' },
          (stage) => {
            const begun = wfa.action(
              beginStage,
              { $id: Now.ID['app-access-begin-stage'] },
              { stage: wfa.dataPill(stage.sys_id, 'string') },
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
                    record: wfa.dataPill(params.trigger.request_item, 'reference'),
                    table: 'sc_req_item',
                    journal_field: 'approval_history',
                    approval_conditions: wfa.inlineScript(
                      'return new x_hlps_access.HallpassDoor().door.ruleOfItem(String(fd_data.trigger.request_item.sys_id))',
                    ),
                  },
                )
                wfa.action(
                  endStage,
                  { $id: Now.ID['app-access-end-stage'] },
                  {
                    stage: wfa.dataPill(stage.sys_id, 'string'),
                    approval_state: wfa.dataPill(asked.approval_state, 'choice'),
                  },
                )
              },
            )
          },
        )
      },
    )

    const started = wfa.action(
      startFulfilment,
      { $id: Now.ID['app-access-start'] },
      {
        item: wfa.dataPill(params.trigger.request_item.sys_id, 'string'),
        opened: wfa.dataPill(opened.outcome, 'string'),
      },
    )
    wfa.flowLogic.if(
      {
        $id: Now.ID['app-access-if-giving'],
        condition: `${wfa.dataPill(started.next, 'string')}=wait`,
        label: 'Hallpass gives the access',
      },
      () => {
        wfa.stage(params.stages.giving)
        wfa.action(
          action.core.waitForCondition,
          { $id: Now.ID['app-access-wait-fulfilment'], annotation: 'Until Hallpass says how it ended' },
          {
            table_name: 'x_hlps_access_call',
            record: wfa.dataPill(started.call, 'reference'),
            conditions: 'settled=true',
            timeout_flag: true,
            timeout_duration: Duration({ days: 14 }),
          },
        )
      },
    )

    const finished = wfa.action(
      finishOrder,
      { $id: Now.ID['app-access-finish'] },
      {
        item: wfa.dataPill(params.trigger.request_item.sys_id, 'string'),
        opened: wfa.dataPill(opened.outcome, 'string'),
        message: wfa.dataPill(opened.message, 'string'),
      },
    )
    wfa.flowLogic.if(
      {
        $id: Now.ID['app-access-if-by-hand'],
        condition: `${wfa.dataPill(finished.outcome, 'string')}=by_hand`,
        label: 'Automation could not',
      },
      () => {
        wfa.stage(params.stages.by_hand)
        wfa.action(
          action.core.updateRecord,
          { $id: Now.ID['app-access-note-by-hand'] },
          {
            table_name: 'sc_req_item',
            record: wfa.dataPill(params.trigger.request_item, 'reference'),
            values: TemplateValue({
              comments: wfa.dataPill(finished.message, 'string'),
              work_notes: wfa.dataPill(finished.note, 'string'),
            }),
          },
        )
        wfa.action(
          action.core.createCatalogTask,
          { $id: Now.ID['app-access-task'], annotation: 'Closing this task closes the item' },
          {
            ah_requested_item: wfa.dataPill(params.trigger.request_item, 'reference'),
            ah_short_description: 'Give the access by hand: Hallpass could not',
            ah_fields: TemplateValue({ assignment_group: wfa.dataPill(finished.group, 'string') }),
            ah_wait: true,
          },
        )
        wfa.stage(params.stages.done)
        wfa.action(
          action.core.updateRecord,
          { $id: Now.ID['app-access-close-by-hand'] },
          {
            table_name: 'sc_req_item',
            record: wfa.dataPill(params.trigger.request_item, 'reference'),
            values: TemplateValue({ state: '3' }),
          },
        )
      },
    )
    wfa.flowLogic.elseIf(
      {
        $id: Now.ID['app-access-if-complete'],
        condition: `${wfa.dataPill(finished.outcome, 'string')}=complete`,
        label: 'The person has it',
      },
      () => {
        wfa.stage(params.stages.done)
        wfa.action(
          action.core.updateRecord,
          { $id: Now.ID['app-access-close-complete'] },
          {
            table_name: 'sc_req_item',
            record: wfa.dataPill(params.trigger.request_item, 'reference'),
            values: TemplateValue({ state: '3', comments: wfa.dataPill(finished.message, 'string') }),
          },
        )
      },
    )
    wfa.flowLogic.elseIf(
      {
        $id: Now.ID['app-access-if-incomplete'],
        condition: `${wfa.dataPill(finished.outcome, 'string')}=incomplete`,
        label: 'It was refused',
      },
      () => {
        wfa.stage(params.stages.done)
        wfa.action(
          action.core.updateRecord,
          { $id: Now.ID['app-access-close-incomplete'] },
          {
            table_name: 'sc_req_item',
            record: wfa.dataPill(params.trigger.request_item, 'reference'),
            values: TemplateValue({ state: '4', comments: wfa.dataPill(finished.message, 'string') }),
          },
        )
      },
    )
  },
)
