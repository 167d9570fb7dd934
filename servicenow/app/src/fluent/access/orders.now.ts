import { Acl } from '@servicenow/sdk/core'
import { adminRole, agentRole, integrationRole } from '../roles.now'

/** What people and the desk see of orders. Written by the app itself, which acts as the system. */
Acl({
  $id: Now.ID['acl-app-read'],
  type: 'record',
  table: 'x_hlps_access_app',
  operation: 'read',
  active: true,
  description: 'Whoever orders chooses from what can be asked for',
  condition: 'requestable=true',
})

Acl({
  $id: Now.ID['acl-app-read-2'],
  type: 'record',
  table: 'x_hlps_access_app',
  operation: 'read',
  active: true,
  description: 'The desk sees what was taken off as well',
  roles: [agentRole, integrationRole],
})

Acl({
  $id: Now.ID['acl-app-write'],
  type: 'record',
  table: 'x_hlps_access_app',
  operation: 'write',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-app-create'],
  type: 'record',
  table: 'x_hlps_access_app',
  operation: 'create',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-app-delete'],
  type: 'record',
  table: 'x_hlps_access_app',
  operation: 'delete',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-stage-read'],
  type: 'record',
  table: 'x_hlps_access_stage',
  operation: 'read',
  active: true,
  roles: [agentRole, integrationRole],
})

Acl({
  $id: Now.ID['acl-stage-read-2'],
  type: 'record',
  table: 'x_hlps_access_stage',
  operation: 'read',
  active: true,
  description: 'People see who decides about what they asked for',
  condition:
    'request_item.requested_forDYNAMIC90d1921e5f510100a9ad2572f2b477fe^ORrequest_item.opened_byDYNAMIC90d1921e5f510100a9ad2572f2b477fe',
})

Acl({
  $id: Now.ID['acl-stage-write'],
  type: 'record',
  table: 'x_hlps_access_stage',
  operation: 'write',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-stage-create'],
  type: 'record',
  table: 'x_hlps_access_stage',
  operation: 'create',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-stage-delete'],
  type: 'record',
  table: 'x_hlps_access_stage',
  operation: 'delete',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-grant-read'],
  type: 'record',
  table: 'x_hlps_access_grant',
  operation: 'read',
  active: true,
  roles: [agentRole, integrationRole],
})

Acl({
  $id: Now.ID['acl-grant-read-2'],
  type: 'record',
  table: 'x_hlps_access_grant',
  operation: 'read',
  active: true,
  description: 'People see their own access',
  condition: 'personDYNAMIC90d1921e5f510100a9ad2572f2b477fe',
})

Acl({
  $id: Now.ID['acl-grant-write'],
  type: 'record',
  table: 'x_hlps_access_grant',
  operation: 'write',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-grant-create'],
  type: 'record',
  table: 'x_hlps_access_grant',
  operation: 'create',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-grant-delete'],
  type: 'record',
  table: 'x_hlps_access_grant',
  operation: 'delete',
  active: true,
  roles: [adminRole],
})
