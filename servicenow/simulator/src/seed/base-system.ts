import type { Records } from '../store/records.ts'
import { seedAccessRules } from './base-access-rules.ts'
import { seedCatalog } from './base-catalog.ts'
import { roleId, seedRoles } from './base-roles.ts'
import { put } from './put.ts'

/** The account every new instance has. */
export const administrator = { userName: 'admin', password: 'admin-of-the-simulator' } as const

const properties: Readonly<Record<string, string>> = {
  'glide.sys.default.tz': 'UTC',
  'glide.sc.req_for.roles': 'itil',
  'glide.authenticate.basic_auth.allowed_roles': 'snc_basic_auth_api_access',
  'glide.oauth.inbound.client.credential.grant_type.enabled': 'true',
  'glide.invalid_query.returns_no_rows': 'false',
  'glide.authenticate.multisso.enabled': 'true',
  'glide.buildtag': 'simulator',
  'com.snc.integration.scim2.max.member.count': '100',
}

/** What a new instance holds before anybody works with it. Runs again at each start and changes nothing then. */
export function seedBaseSystem(records: Records): void {
  if (!records.get('sys_user', '6816f79cc0a8016401c5a33be04be441')) records.together(() => seedAll(records))
}

function seedAll(records: Records): void {
  for (const [name, value] of Object.entries(properties))
    put(records, 'sys_properties', name, { name, value, read_roles: name === 'glide.buildtag' ? 'itil' : '' })
  seedRoles(records)
  seedAccessRules(records)
  const admin = put(records, 'sys_user', '6816f79cc0a8016401c5a33be04be441', {
    user_name: administrator.userName,
    first_name: 'System',
    last_name: 'Administrator',
    email: 'admin@instance.example',
    user_password: administrator.password,
    identity_type: 'human',
  })
  put(records, 'sys_user_has_role', 'admin admin', { user: admin, role: roleId(records, 'admin') })
  put(records, 'sys_user', '5136503cc611227c0183e96598c4f706', { user_name: 'guest', name: 'Guest', active: 'true' })
  put(records, 'sys_filter_option_dynamic', '90d1921e5f510100a9ad2572f2b477fe', {
    label: 'Me',
    script: 'javascript:gs.getUserID()',
    field_type: 'reference',
  })
  put(records, 'sys_filter_option_dynamic', 'd6435e965f510100a9ad2572f2b477fe', {
    label: 'One of My Groups',
    script: 'javascript:gs.getMyGroups()',
    field_type: 'reference',
  })
  seedCatalog(records)
}
