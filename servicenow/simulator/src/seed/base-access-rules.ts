import type { Records } from '../store/records.ts'
import { roleId } from './base-roles.ts'
import { put } from './put.ts'

const mine = (...fields: string[]) => fields.map((field) => `${field}=javascript:gs.getUserID()`).join('^OR')

/**
 * The rules of a base system as far as they decide over the tables here: name, operations, roles (any suffices; none
 * means everybody who is signed in), condition. What has no rule is for administrators only.
 */
const rules: readonly (readonly [name: string, operations: string, roles: string, condition?: string])[] = [
  ['task', 'read write create', 'itil'],
  ['task', 'read', '', mine('opened_by', 'assigned_to')],
  ['incident', 'read write', 'itil'],
  ['incident', 'read write', '', mine('caller_id', 'opened_by')],
  ['incident', 'create', ''],
  ['sc_request', 'read write', 'itil'],
  ['sc_request', 'read', 'approver_user'],
  ['sc_request', 'read write', '', mine('requested_for', 'opened_by')],
  ['sc_request', 'create', 'admin'],
  ['sc_req_item', 'read write', 'itil'],
  ['sc_req_item', 'read', 'approver_user'],
  ['sc_req_item', 'read write', '', mine('requested_for', 'opened_by', 'request.requested_for')],
  ['sc_req_item', 'create', 'admin'],
  ['sc_request.*', 'write', 'itil'],
  ['sc_request.comments', 'write', ''],
  ['sc_req_item.*', 'write', 'itil'],
  ['sc_req_item.comments', 'write', ''],
  ['incident.work_notes', 'read write', 'itil'],
  ['task.work_notes', 'read write', 'itil'],
  ['sc_task', 'read write create', 'itil'],
  ['sysapproval_approver', 'read', 'itil'],
  ['sysapproval_approver', 'read', '', mine('approver', 'sysapproval.opened_by')],
  ['sysapproval_approver', 'write', '', mine('approver')],
  ['sysapproval_approver', 'write create', 'admin'],
  ['sysapproval_group', 'read', 'approver_user'],
  ['sc_catalog', 'read', ''],
  ['sc_category', 'read', ''],
  ['sc_cat_item', 'read', ''],
  ['sc_cat_item', 'write create delete', 'catalog_admin'],
  ['item_option_new', 'read', ''],
  ['item_option_new_set', 'read', ''],
  ['io_set_item', 'read', ''],
  ['question_choice', 'read', ''],
  ['sc_item_option', 'read', 'itil'],
  ['sc_item_option', 'read', 'approver_user'],
  ['sc_item_option_mtom', 'read', 'itil'],
  ['sc_item_option_mtom', 'read', 'approver_user'],
  ['sc_item_option_mtom', 'read', '', mine('request_item.requested_for', 'request_item.opened_by')],
  ['sys_user', 'read', ''],
  ['sys_user', 'write create delete', 'user_admin'],
  ['sys_user.password_needs_reset', 'write', 'user_admin'],
  ['sys_user.user_password', 'read', 'admin'],
  ['sys_user.failed_attempts', 'read', 'user_admin'],
  ['sys_user_group', 'read', ''],
  ['sys_user_group', 'write create delete', 'user_admin'],
  ['sys_user_grmember', 'read', ''],
  ['sys_user_grmember', 'write create delete', 'user_admin'],
  ['sys_user_role', 'read', ''],
  ['sys_user_role_contains', 'read', ''],
  ['sys_user_has_role', 'read', 'itil'],
  ['sys_user_has_role', 'read write create delete', 'user_admin'],
  ['sys_user_has_role', 'read', '', mine('user')],
  ['sys_group_has_role', 'read', ''],
  ['sys_user_delegate', 'read', '', mine('user', 'delegate')],
  ['cmn_department', 'read', ''],
  ['cmn_department', 'write create', 'user_admin'],
  ['cmn_location', 'read', ''],
  ['cmn_location', 'write create', 'user_admin'],
  ['cmn_cost_center', 'read', ''],
  ['cmn_cost_center', 'write create', 'user_admin'],
  ['core_company', 'read', ''],
  ['core_company', 'write create', 'user_admin'],
  ['sys_choice', 'read', ''],
  ['sys_dictionary', 'read', 'itil'],
  ['sys_db_object', 'read', 'itil'],
  ['sys_journal_field', 'read', 'itil'],
  ['sys_attachment', 'read', ''],
  ['sys_import_set', 'read', 'import_set_loader'],
  ['sys_import_set_row', 'create', 'import_set_loader'],
  ['sys_import_set_row', 'read write create', 'import_admin'],
  ['label', 'read', ''],
  ['label_entry', 'read', 'itil'],
  ['pwd_reset_request', 'read', 'password_reset_service_desk'],
  ['pwd_process', 'read write create', 'password_reset_admin'],
  ['pwd_cred_store', 'read write create', 'password_reset_admin'],
  ['pwd_cred_store_type', 'read write create', 'password_reset_admin'],
  ['sys_scim_user', 'read', 'scim_admin'],
]

export function seedAccessRules(records: Records): void {
  for (const [name, operations, roles, condition = ''] of rules) {
    for (const operation of operations.split(' ')) {
      const key = `${name} ${operation} ${roles} ${condition}`
      const id = put(records, 'sys_security_acl', key, { name, operation, condition, type: 'record', active: 'true' })
      if (roles !== '')
        put(records, 'sys_security_acl_role', key, { sys_security_acl: id, sys_user_role: roleId(records, roles) })
    }
  }
}
