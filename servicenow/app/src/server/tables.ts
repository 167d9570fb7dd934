/** Names of the tables, so that a misspelt one does not compile. */
export const tables = {
  app: 'x_hlps_access_app',
  stage: 'x_hlps_access_stage',
  grant: 'x_hlps_access_grant',
  syncRun: 'x_hlps_access_sync_run',
  call: 'x_hlps_access_call',
  nonce: 'x_hlps_access_nonce',
  key: 'x_hlps_access_key',
  challenge: 'x_hlps_access_challenge',
  item: 'sc_req_item',
  task: 'sc_task',
  approval: 'sysapproval_approver',
  person: 'sys_user',
} as const

export const properties = {
  hallpassUrl: 'x_hlps_access.hallpass_url',
  boundInstanceId: 'x_hlps_access.bound_instance_id',
  boundInstanceUrl: 'x_hlps_access.bound_instance_url',
  mode: 'x_hlps_access.mode',
  midServer: 'x_hlps_access.mid_server',
  taskGroup: 'x_hlps_access.task_group',
  instanceId: 'instance_id',
  instanceUrl: 'glide.servlet.uri',
  instanceLanguage: 'glide.sys.language',
} as const

export const appVersion = '0.4.0'
