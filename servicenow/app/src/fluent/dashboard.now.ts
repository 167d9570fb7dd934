import { Dashboard } from '@servicenow/sdk/core'

/** What the desk looks at: what is under way, what is stuck, how the last synchronisation went. */
Dashboard({
  $id: Now.ID['hallpass-dashboard'],
  name: 'Hallpass: requests and failures',
  description: 'Orders under way, calls that failed, access given, the list of apps',
  tabs: [
    {
      $id: Now.ID['dashboard-tab'],
      name: 'Today',
      widgets: [
        {
          $id: Now.ID['dashboard-under-way'],
          component: 'single-score',
          componentProps: {
            headerTitle: 'Orders under way',
            dataSources: [
              {
                id: 'rows',
                label: 'Orders under way',
                sourceType: 'table',
                tableOrViewName: 'x_hlps_access_call',
                filterQuery: 'kind=fulfilment^settled=false',
              },
            ],
            metrics: [{ id: 'count', dataSource: 'rows', aggregateFunction: 'COUNT', axisId: 'primary' }],
          },
          height: 10,
          width: 12,
          position: { x: 0, y: 0 },
        },
        {
          $id: Now.ID['dashboard-failed'],
          component: 'single-score',
          componentProps: {
            headerTitle: 'Failures',
            dataSources: [
              {
                id: 'rows',
                label: 'Failures',
                sourceType: 'table',
                tableOrViewName: 'x_hlps_access_call',
                filterQuery: 'stateINrefused,given_up^ORremote_state=failed',
              },
            ],
            metrics: [{ id: 'count', dataSource: 'rows', aggregateFunction: 'COUNT', axisId: 'primary' }],
          },
          height: 10,
          width: 12,
          position: { x: 12, y: 0 },
        },
        {
          $id: Now.ID['dashboard-manual'],
          component: 'single-score',
          componentProps: {
            headerTitle: 'Made by hand just now',
            dataSources: [
              {
                id: 'rows',
                label: 'Made by hand just now',
                sourceType: 'table',
                tableOrViewName: 'x_hlps_access_call',
                filterQuery: 'remote_state=manual',
              },
            ],
            metrics: [{ id: 'count', dataSource: 'rows', aggregateFunction: 'COUNT', axisId: 'primary' }],
          },
          height: 10,
          width: 12,
          position: { x: 24, y: 0 },
        },
        {
          $id: Now.ID['dashboard-sync-failed'],
          component: 'single-score',
          componentProps: {
            headerTitle: 'Synchronisations that failed, 7 days',
            dataSources: [
              {
                id: 'rows',
                label: 'Synchronisations that failed, 7 days',
                sourceType: 'table',
                tableOrViewName: 'x_hlps_access_sync_run',
                filterQuery:
                  'outcome=failed^sys_created_onONLast 7 days@javascript:gs.beginningOfLast7Days()@javascript:gs.endOfLast7Days()',
              },
            ],
            metrics: [{ id: 'count', dataSource: 'rows', aggregateFunction: 'COUNT', axisId: 'primary' }],
          },
          height: 10,
          width: 12,
          position: { x: 36, y: 0 },
        },
        {
          $id: Now.ID['dashboard-states'],
          component: 'donut',
          componentProps: {
            headerTitle: 'Orders by state',
            dataSources: [
              {
                id: 'rows',
                label: 'Orders by state',
                sourceType: 'table',
                tableOrViewName: 'x_hlps_access_call',
                filterQuery: 'kind=fulfilment',
              },
            ],
            metrics: [{ id: 'count', dataSource: 'rows', aggregateFunction: 'COUNT', axisId: 'primary' }],
            groupBy: [
              {
                groupBy: [{ dataSource: 'rows', groupByField: 'remote_state' }],
                maxNumberOfGroups: 10,
                showOthers: true,
              },
            ],
            sortBy: 'value',
          },
          height: 16,
          width: 24,
          position: { x: 0, y: 10 },
        },
        {
          $id: Now.ID['dashboard-access'],
          component: 'horizontal-bar',
          componentProps: {
            headerTitle: 'Access by app',
            dataSources: [
              {
                id: 'rows',
                label: 'Access by app',
                sourceType: 'table',
                tableOrViewName: 'x_hlps_access_grant',
                filterQuery: 'state=active',
              },
            ],
            metrics: [{ id: 'count', dataSource: 'rows', aggregateFunction: 'COUNT', axisId: 'primary' }],
            groupBy: [
              { groupBy: [{ dataSource: 'rows', groupByField: 'role_name' }], maxNumberOfGroups: 10, showOthers: true },
            ],
            sortBy: 'value',
          },
          height: 16,
          width: 24,
          position: { x: 24, y: 10 },
        },
      ],
    },
  ],
  visibilities: [],
  permissions: [
    { $id: Now.ID['dashboard-agents'], role: Now.ref('sys_user_role', { name: 'x_hlps_access.agent' }), canRead: true },
  ],
})
