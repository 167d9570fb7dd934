/** An instance of ServiceNow as a target of the conformance suite: the simulator, with an integration user. */
import { startSimulator } from '@hallpass/servicenow-simulator/start-simulator'
import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { createEgress, type Egress } from '../../platform/egress/egress.ts'
import { Secret } from '../../platform/secret.ts'
import type { ConformanceTarget } from './conformance.ts'
import { servicenowConnector } from './servicenow.ts'

/** The instance's own records, behind everybody's back. */
export type InstanceTarget = ConformanceTarget & {
  url: string
  user(userName: string): Readonly<Record<string, string>> | null
  change(userId: string, values: Record<string, string>): void
  rows(table: string, query: string): readonly Readonly<Record<string, string>>[]
  changeRow(table: string, id: string, values: Record<string, string>): void
  add(table: string, values: Record<string, string>): string
  remove(table: string, id: string): void
}

/** `by`: whether the integration user has the role that SCIM wants; the connector sees and does the rest. */
export async function startServiceNowTarget(by: 'scim' | 'table'): Promise<InstanceTarget> {
  const simulator = await startSimulator()
  const { records } = simulator
  const insert = (table: string, values: Record<string, string>): string => {
    const outcome = records.insert(table, values, system)
    if ('aborted' in outcome) throw new Error(outcome.aborted)
    return outcome.row.sys_id ?? ''
  }
  const user = insert('sys_user', {
    user_name: 'hallpass.provisioning',
    active: 'true',
    web_service_access_only: 'true',
  })
  const wanted = by === 'scim' ? ['scim_admin'] : []
  for (const name of [...wanted, 'user_admin', 'itil', 'snc_platform_rest_api_access']) {
    const [role] = records.find('sys_user_role', `name=${name}`, { limit: 1 })
    if (role) insert('sys_user_has_role', { user, role: role.sys_id ?? '' })
  }
  if (records.find('cmn_department', 'name=Marketing').length === 0) insert('cmn_department', { name: 'Marketing' })
  const keyOf = (user: string, source: string): string | null => {
    if (source.startsWith('hallpass:')) return source.slice(9)
    return records.find('sys_scim_user', `user=${user}`)[0]?.external_id ?? null
  }
  const secret = 'the-secret-of-provisioning'
  insert('oauth_entity', {
    name: 'Hallpass provisioning',
    client_id: 'provisioning',
    client_secret: secret,
    type: 'client',
    active: 'true',
    user,
  })
  const grant = 'glide.oauth.inbound.client.credential.grant_type.enabled'
  const [known] = records.find('sys_properties', `name=${grant}`, { limit: 1 })
  if (known) records.update('sys_properties', known.sys_id ?? '', { value: 'true' }, system)
  else insert('sys_properties', { name: grant, value: 'true' })

  const egress = createEgress({ internalHosts: ['*'] })
  const token = `provisioning:${secret}`
  return {
    url: simulator.url,
    token,
    open: ({ token: given = token, wrap } = {}) => {
      const wrapped = wrap?.(egress) ?? egress
      // Answers are lost on the way to accounts; a token is not what the suite is after.
      const way: Pick<Egress, 'fetch'> = {
        fetch: (url, options) => (String(url).includes('/oauth_token.do') ? egress : wrapped).fetch(url, options),
      }
      const settings = { baseUrl: simulator.url, token: new Secret(given), timeoutMs: 30_000 }
      return servicenowConnector({ egress: way, now: () => new Date() }, settings)
    },
    accounts: async () =>
      records.find('sys_user', '').map((row) => ({
        id: row.sys_id ?? '',
        userName: row.user_name ?? '',
        externalId: keyOf(row.sys_id ?? '', row.source ?? ''),
        active: row.active === 'true' && row.locked_out !== 'true',
        manager: row.manager || null,
        department: records.get('cmn_department', row.department ?? '')?.name ?? null,
        groups: records
          .find('sys_user_grmember', `user=${row.sys_id}`)
          .map((member) => records.get('sys_user_group', member.group ?? '')?.name ?? ''),
      })),
    user: (userName) => records.find('sys_user', `user_name=${userName}`)[0] ?? null,
    rows: (table, query) => records.find(table, query),
    changeRow: (table, id, values) => void records.update(table, id, values, system),
    change: (userId, values) => void records.update('sys_user', userId, values, system),
    add: insert,
    remove: (table, id) => void records.remove(table, id, system),
    async stop() {
      await egress.close()
      await simulator.stop()
    },
  }
}
