import { ApplicationMenu, Record } from '@servicenow/sdk/core'
import { adminRole, agentRole } from './roles.now'

const menu = ApplicationMenu({
  $id: Now.ID['hallpass-menu'],
  title: 'Hallpass',
  description: 'Orders, access, failures, keys',
  hint: 'Access to apps, and passwords',
  active: true,
  order: 500,
  roles: [agentRole],
})

Record({
  $id: Now.ID['module-orders'],
  table: 'sys_app_module',
  data: {
    title: 'Orders under way',
    application: menu,
    link_type: 'LIST',
    name: 'x_hlps_access_call',
    filter: 'kind=fulfilment^settled=false',
    order: 100,
    active: true,
    roles: [agentRole],
  },
})

Record({
  $id: Now.ID['module-failures'],
  table: 'sys_app_module',
  data: {
    title: 'Failures',
    application: menu,
    link_type: 'LIST',
    name: 'x_hlps_access_call',
    filter: 'stateINrefused,given_up^ORremote_state=failed^ORerrorISNOTEMPTY',
    order: 200,
    active: true,
    roles: [agentRole],
  },
})

Record({
  $id: Now.ID['module-access'],
  table: 'sys_app_module',
  data: {
    title: 'Access given',
    application: menu,
    link_type: 'LIST',
    name: 'x_hlps_access_grant',
    order: 300,
    active: true,
    roles: [agentRole],
  },
})

Record({
  $id: Now.ID['module-apps'],
  table: 'sys_app_module',
  data: {
    title: 'Apps',
    application: menu,
    link_type: 'LIST',
    name: 'x_hlps_access_app',
    order: 400,
    active: true,
    roles: [agentRole],
  },
})

Record({
  $id: Now.ID['module-syncs'],
  table: 'sys_app_module',
  data: {
    title: 'Last synced',
    application: menu,
    link_type: 'LIST',
    name: 'x_hlps_access_sync_run',
    filter: 'ORDERBYDESCfinished_at',
    order: 500,
    active: true,
    roles: [agentRole],
  },
})

Record({
  $id: Now.ID['module-keys'],
  table: 'sys_app_module',
  data: {
    title: 'Keys',
    application: menu,
    link_type: 'LIST',
    name: 'x_hlps_access_key',
    order: 600,
    active: true,
    roles: [adminRole],
  },
})
