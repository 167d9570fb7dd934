import { action, Flow, FlowStage, trigger, wfa } from '@servicenow/sdk/automation'
import { closeOrder } from '../actions/close-order.now'
import { finishOrder } from '../actions/finish-order.now'
import { giveByHand } from '../actions/give-by-hand.now'
import { nextStage } from '../actions/next-stage.now'
import { openApprovals } from '../actions/open-approvals.now'
import { prepareOrder } from '../actions/prepare-order.now'
import { startFulfilment } from '../actions/start-fulfilment.now'
import { appAccess } from '../catalog-item.now'
import { askStage } from './ask-stage.now'

/**
 * The story of one order. What is waited for is a row of the outbox, and what wakes the flow is a field of that row:
 * a message that arrives before the flow waits would be lost, a fact is not.
 * A step that was cut off is done again from its beginning, so every step of ours is safe to be done twice (README).
 * An administrator may add steps and stages anywhere: no step counts on the number or name of another. Stages cannot be marked
 * inside a loop: the first three of the policy are written out, by who decides, so that the requester sees each of them.
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
      manager: FlowStage({
        label: 'Manager decides',
        value: 'manager',
        states: { inProgress: 'Waiting for the manager', complete: 'Decided' },
      }),
      owner: FlowStage({
        label: 'App owner decides',
        value: 'owner',
        states: { inProgress: 'Waiting for whoever owns the app', complete: 'Decided' },
      }),
      group: FlowStage({
        label: 'Group or named person decides',
        value: 'group',
        states: { inProgress: 'Waiting for an approval', complete: 'Decided' },
      }),
      further: FlowStage({
        label: 'Further approvals',
        value: 'further',
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
        const first = wfa.action(
          nextStage,
          { $id: Now.ID['app-access-round-1'], annotation: 'The first stage of the policy' },
          { item: wfa.dataPill(params.trigger.request_item.sys_id, 'string') },
        )
        wfa.flowLogic.if(
          {
            $id: Now.ID['app-access-round-1-if-manager'],
            condition: `${wfa.dataPill(first.kind, 'string')}=manager`,
            label: 'The manager decides',
          },
          () => {
            wfa.stage(params.stages.manager)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-1-manager'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )
        wfa.flowLogic.elseIf(
          {
            $id: Now.ID['app-access-round-1-if-owner'],
            condition: `${wfa.dataPill(first.kind, 'string')}=owner`,
            label: 'Whoever owns the app decides',
          },
          () => {
            wfa.stage(params.stages.owner)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-1-owner'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )
        wfa.flowLogic.elseIf(
          {
            $id: Now.ID['app-access-round-1-if-group'],
            condition: `${wfa.dataPill(first.kind, 'string')}=group`,
            label: 'A group or a named person decides',
          },
          () => {
            wfa.stage(params.stages.group)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-1-group'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )
        const second = wfa.action(
          nextStage,
          { $id: Now.ID['app-access-round-2'], annotation: 'The second stage of the policy' },
          { item: wfa.dataPill(params.trigger.request_item.sys_id, 'string') },
        )
        wfa.flowLogic.if(
          {
            $id: Now.ID['app-access-round-2-if-manager'],
            condition: `${wfa.dataPill(second.kind, 'string')}=manager`,
            label: 'The manager decides',
          },
          () => {
            wfa.stage(params.stages.manager)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-2-manager'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )
        wfa.flowLogic.elseIf(
          {
            $id: Now.ID['app-access-round-2-if-owner'],
            condition: `${wfa.dataPill(second.kind, 'string')}=owner`,
            label: 'Whoever owns the app decides',
          },
          () => {
            wfa.stage(params.stages.owner)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-2-owner'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )
        wfa.flowLogic.elseIf(
          {
            $id: Now.ID['app-access-round-2-if-group'],
            condition: `${wfa.dataPill(second.kind, 'string')}=group`,
            label: 'A group or a named person decides',
          },
          () => {
            wfa.stage(params.stages.group)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-2-group'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )
        const third = wfa.action(
          nextStage,
          { $id: Now.ID['app-access-round-3'], annotation: 'The third stage of the policy' },
          { item: wfa.dataPill(params.trigger.request_item.sys_id, 'string') },
        )
        wfa.flowLogic.if(
          {
            $id: Now.ID['app-access-round-3-if-manager'],
            condition: `${wfa.dataPill(third.kind, 'string')}=manager`,
            label: 'The manager decides',
          },
          () => {
            wfa.stage(params.stages.manager)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-3-manager'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )
        wfa.flowLogic.elseIf(
          {
            $id: Now.ID['app-access-round-3-if-owner'],
            condition: `${wfa.dataPill(third.kind, 'string')}=owner`,
            label: 'Whoever owns the app decides',
          },
          () => {
            wfa.stage(params.stages.owner)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-3-owner'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )
        wfa.flowLogic.elseIf(
          {
            $id: Now.ID['app-access-round-3-if-group'],
            condition: `${wfa.dataPill(third.kind, 'string')}=group`,
            label: 'A group or a named person decides',
          },
          () => {
            wfa.stage(params.stages.group)
            wfa.subflow(
              askStage,
              { $id: Now.ID['app-access-round-3-group'] },
              { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
            )
          },
        )

        const further = wfa.action(
          nextStage,
          { $id: Now.ID['app-access-further'], annotation: 'Most policies have ended by now' },
          { item: wfa.dataPill(params.trigger.request_item.sys_id, 'string') },
        )
        wfa.flowLogic.if(
          {
            $id: Now.ID['app-access-if-further'],
            condition: `${wfa.dataPill(further.kind, 'string')}!=none`,
            label: 'More than three stages',
          },
          () => {
            wfa.stage(params.stages.further)
            const stages = wfa.action(
              action.core.lookUpRecords,
              { $id: Now.ID['app-access-stages'] },
              {
                table: 'x_hlps_access_stage',
                conditions: `request_item=${wfa.dataPill(params.trigger.request_item.sys_id, 'string')}^stateINasking,waiting`,
                sort_column: 'position',
                sort_type: 'sort_asc',
                max_results: 50,
              },
            )
            wfa.flowLogic.forEach(
              wfa.dataPill(stages.Records, 'records'),
              { $id: Now.ID['app-access-each-stage'], annotation: 'As many stages as the policy has' },
              () => {
                wfa.subflow(
                  askStage,
                  { $id: Now.ID['app-access-ask-further'] },
                  { item: wfa.dataPill(params.trigger.request_item, 'reference'), waitForCompletion: true },
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
        const byHand = wfa.action(
          giveByHand,
          { $id: Now.ID['app-access-note-by-hand'] },
          {
            item: wfa.dataPill(params.trigger.request_item.sys_id, 'string'),
            message: wfa.dataPill(finished.message, 'string'),
            note: wfa.dataPill(finished.note, 'string'),
            group: wfa.dataPill(finished.group, 'string'),
          },
        )
        wfa.action(
          action.core.waitForCondition,
          { $id: Now.ID['app-access-task'], annotation: 'Closing the task closes the item' },
          {
            table_name: 'sc_task',
            record: wfa.dataPill(byHand.task, 'reference'),
            conditions: 'active=false',
          },
        )
        wfa.stage(params.stages.done)
        wfa.action(
          closeOrder,
          { $id: Now.ID['app-access-close-by-hand'] },
          { item: wfa.dataPill(params.trigger.request_item.sys_id, 'string'), state: '3', message: '' },
        )
      },
    )
    wfa.flowLogic.elseIf(
      {
        $id: Now.ID['app-access-if-closed'],
        condition: `${wfa.dataPill(finished.outcome, 'string')}!=cancelled`,
        label: 'The person has it, or it was refused',
      },
      () => {
        wfa.stage(params.stages.done)
        wfa.action(
          closeOrder,
          { $id: Now.ID['app-access-close'] },
          {
            item: wfa.dataPill(params.trigger.request_item.sys_id, 'string'),
            state: wfa.dataPill(finished.state, 'string'),
            message: wfa.dataPill(finished.message, 'string'),
          },
        )
      },
    )
  },
)
