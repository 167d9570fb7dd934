import type { Records } from '../store/records.ts'
import { put } from './put.ts'

/** Roles of the base system that people and integrations are given; after the colon those that a role contains. */
const roles = [
  'snc_internal',
  'snc_external',
  'snc_platform_rest_api_access',
  'snc_basic_auth_api_access',
  'approver_user',
  'catalog',
  'catalog_admin: catalog',
  'itil: snc_internal approver_user catalog snc_platform_rest_api_access',
  'user_admin: snc_internal',
  'scim_admin: user_admin',
  'web_service_admin',
  'oauth_admin',
  'import_admin',
  'import_set_loader',
  'mid_server',
  'password_reset_admin',
  'password_reset_credential_manager',
  'password_reset_service_desk',
  'public',
] as const

/** The sys_ids that these two have on every instance. */
const wellKnown: Readonly<Record<string, string>> = {
  admin: '2831a114c611228501d4ea6c309d626d',
  itil: '282bf1fac6112285017366cb5f867469',
}

export function roleId(records: Records, name: string): string {
  const row = records.find('sys_user_role', `name=${name}`, { limit: 1 })[0]
  if (!row) throw new Error(`There is no role ${name}.`)
  return row.sys_id ?? ''
}

export function seedRoles(records: Records): void {
  put(records, 'sys_user_role', wellKnown.admin ?? 'admin', { name: 'admin', elevated_privilege: 'false' })
  for (const line of roles) {
    const [name = '', contained = ''] = line.split(': ')
    const id = put(records, 'sys_user_role', wellKnown[name] ?? name, { name, suffix: name, grantable: 'true' })
    for (const inner of contained.split(' ').filter(Boolean))
      put(records, 'sys_user_role_contains', `${name}-${inner}`, { role: id, contains: roleId(records, inner) })
  }
}
