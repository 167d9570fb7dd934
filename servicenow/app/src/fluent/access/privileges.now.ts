import { CrossScopePrivilege } from '@servicenow/sdk/core'

/** What this app touches outside its own scope. An administrator sees, and may refuse, each of them. */
CrossScopePrivilege({
  $id: Now.ID['privilege-item-read'],
  status: 'allowed',
  operation: 'read',
  targetName: 'sc_req_item',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-item-write'],
  status: 'allowed',
  operation: 'write',
  targetName: 'sc_req_item',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-task-create'],
  status: 'allowed',
  operation: 'create',
  targetName: 'sc_task',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-task-write'],
  status: 'allowed',
  operation: 'write',
  targetName: 'sc_task',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-user-read'],
  status: 'allowed',
  operation: 'read',
  targetName: 'sys_user',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-variables-read'],
  status: 'allowed',
  operation: 'read',
  targetName: 'sc_item_option_mtom',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-reset-request-read'],
  status: 'allowed',
  operation: 'read',
  targetName: 'pwd_reset_request',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-approval-read'],
  status: 'allowed',
  operation: 'read',
  targetName: 'sysapproval_approver',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-approval-write'],
  status: 'allowed',
  operation: 'write',
  targetName: 'sysapproval_approver',
  targetScope: 'global',
  targetType: 'sys_db_object',
})

CrossScopePrivilege({
  $id: Now.ID['privilege-task-read'],
  status: 'allowed',
  operation: 'read',
  targetName: 'sc_task',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
