/** Groups of an instance: whoever is in one has its roles. Roles are never given to a person directly. */
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Table } from '@hallpass/servicenow-client/table'
import type { AppGroups } from '../connector.ts'
import { misconfigured, notFound, rejected } from '../failures.ts'
import { translated } from './failures.ts'

const isId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text)

export function instanceGroups(table: Table): AppGroups {
  const find = async (name: string): Promise<string | null> => {
    const rows = await table.list('sys_user_group', {
      where: [{ field: 'name', op: '=', value: name }],
      fields: ['name'],
    })
    const exact = rows.filter((row) => row.name === name)
    if (exact.length > 1) throw misconfigured(`Two groups in ServiceNow are called “${name}”.`)
    return exact[0]?.sys_id ?? null
  }
  const membership = async (groupId: string, remoteId: string): Promise<string[]> => {
    const where = [
      { field: 'group', op: '=', value: groupId },
      { field: 'user', op: '=', value: remoteId },
    ] as const
    return (await table.list('sys_user_grmember', { where, fields: [] })).map((row) => row.sys_id ?? '')
  }
  return {
    find: (name) => translated(() => find(name)),
    create: (name) =>
      translated(async () => {
        const known = await find(name)
        return known ?? (await table.insert('sys_user_group', { name, active: 'true' }, [])).sys_id ?? ''
      }),
    add: (groupId, remoteId) =>
      translated(async () => {
        const group = isId(groupId) ? await table.get('sys_user_group', groupId, ['sys_id']) : null
        if (!group) throw notFound('The group is no longer in ServiceNow.')
        if (!isId(remoteId)) throw notFound('The account is no longer in ServiceNow.')
        if ((await membership(groupId, remoteId)).length > 0) return
        try {
          await table.insert('sys_user_grmember', { group: groupId, user: remoteId }, [])
        } catch (error) {
          // Another run was first: that is what was wanted.
          const isRefused = error instanceof ServiceNowFailure && ['forbidden', 'rejected'].includes(error.code)
          if (!isRefused || (await membership(groupId, remoteId)).length === 0) throw error
        }
      }),
    remove: (groupId, remoteId) =>
      translated(async () => {
        if (!isId(groupId) || !isId(remoteId)) return
        for (const sysId of await membership(groupId, remoteId)) await table.remove('sys_user_grmember', sysId)
        if ((await membership(groupId, remoteId)).length > 0)
          throw rejected('ServiceNow kept the account in the group.')
      }),
  }
}
