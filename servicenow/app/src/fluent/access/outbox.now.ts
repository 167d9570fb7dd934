import { Acl } from '@servicenow/sdk/core'
import { adminRole, agentRole, integrationRole } from '../roles.now'

/** The outbox and the synchronisations are the desk's to see, and nobody's to change but the app. */
Acl({
  $id: Now.ID['acl-sync-run-read'],
  type: 'record',
  table: 'x_hlps_access_sync_run',
  operation: 'read',
  active: true,
  roles: [agentRole, integrationRole],
})

Acl({
  $id: Now.ID['acl-sync-run-create'],
  type: 'record',
  table: 'x_hlps_access_sync_run',
  operation: 'create',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-sync-run-write'],
  type: 'record',
  table: 'x_hlps_access_sync_run',
  operation: 'write',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-sync-run-delete'],
  type: 'record',
  table: 'x_hlps_access_sync_run',
  operation: 'delete',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-call-read'],
  type: 'record',
  table: 'x_hlps_access_call',
  operation: 'read',
  active: true,
  roles: [agentRole, integrationRole],
})

Acl({
  $id: Now.ID['acl-call-write'],
  type: 'record',
  table: 'x_hlps_access_call',
  operation: 'write',
  active: true,
  description: 'In pull mode Hallpass writes its answer into the row',
  roles: [adminRole, integrationRole],
})

Acl({
  $id: Now.ID['acl-call-create'],
  type: 'record',
  table: 'x_hlps_access_call',
  operation: 'create',
  active: true,
  roles: [adminRole],
})

Acl({
  $id: Now.ID['acl-call-delete'],
  type: 'record',
  table: 'x_hlps_access_call',
  operation: 'delete',
  active: true,
  roles: [adminRole],
})
