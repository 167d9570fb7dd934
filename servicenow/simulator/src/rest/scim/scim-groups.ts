import type { Records, Row, Who } from '../../store/records.ts'
import { ScimError } from './scim-error.ts'
import { externalIdOf, groupLinks } from './scim-external-ids.ts'
import type { Json, PatchOperation } from './scim-patch.ts'
import { instant } from './scim-users.ts'

export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'

export const groupFilters: Readonly<Record<string, string>> = {
  id: 'sys_id',
  externalid: 'external_id',
  displayname: 'name',
  'meta.created': 'sys_created_on',
  'meta.lastmodified': 'sys_updated_on',
}

export function renderGroup(records: Records, row: Row, base: string, withMembers: boolean): Json {
  const members = withMembers
    ? records.find('sys_user_grmember', `group=${row.sys_id}`, { limit: membersMax(records) })
    : []
  const externalId = externalIdOf(records, groupLinks, row.sys_id ?? '')
  return {
    schemas: [groupSchema],
    id: row.sys_id,
    ...(externalId ? { externalId } : {}),
    displayName: row.name ?? '',
    ...(withMembers
      ? {
          members: members.map((member) => ({
            value: member.user,
            display: records.display('sys_user_grmember', member, 'user'),
            type: 'User',
            $ref: `${base}/api/now/scim/Users/${member.user}`,
          })),
        }
      : {}),
    meta: {
      resourceType: 'Group',
      created: instant(row.sys_created_on),
      lastModified: instant(row.sys_updated_on),
      location: `${base}/api/now/scim/Groups/${row.sys_id}`,
    },
  }
}

export type MemberChange = { add: string[]; remove: string[]; replace: string[] | null }

/** What a PATCH does to members: `add` to the list, `remove` of `members[value eq "id"]` or of the values given. */
export function memberChange(operations: readonly PatchOperation[]): MemberChange {
  const change: MemberChange = { add: [], remove: [], replace: null }
  for (const { op, path, value } of operations) {
    const one = /^members\[value eq "([^"]+)"\]$/.exec(path)?.[1]
    const list = path === 'members' ? idsOf(value) : idsOf((value as Json | undefined)?.members)
    if (one && op === 'remove') change.remove.push(one)
    else if (path !== 'members' && path !== '') continue
    else if (op === 'add') change.add.push(...list)
    else if (op === 'remove' && list.length > 0) change.remove.push(...list)
    else if (op === 'remove') change.replace = []
    else if (path === 'members' || (value as Json).members !== undefined) change.replace = list
  }
  return change
}

export function writeMembers(records: Records, groupId: string, change: MemberChange, who: Who): void {
  const current = records.find('sys_user_grmember', `group=${groupId}`)
  const asked = [...change.add, ...(change.replace ?? [])]
  if (asked.length > membersMax(records))
    throw new ScimError(400, `At most ${membersMax(records)} members can be sent at a time`, 'tooMany')
  for (const id of asked)
    if (!records.get('sys_user', id)) throw new ScimError(400, `There is no user ${id}`, 'invalidValue')
  const leaving = current.filter((row) => {
    if (change.replace && !change.replace.includes(row.user ?? '')) return true
    return change.remove.includes(row.user ?? '')
  })
  for (const row of leaving) records.remove('sys_user_grmember', row.sys_id ?? '', who)
  const there = new Set(current.filter((row) => !leaving.includes(row)).map((row) => row.user))
  for (const user of new Set(asked))
    if (!there.has(user)) records.insert('sys_user_grmember', { group: groupId, user }, who)
}

export function checkGroupName(records: Records, name: string | undefined, ownId: string): void {
  if (name === undefined) return
  if (name === '') throw new ScimError(400, 'displayName is missing', 'invalidValue')
  const query = {
    groups: [[[{ field: 'name', operator: '=' as const, value: name }]]],
    orderBy: [],
    groupBy: [],
    invalid: [],
  }
  if (records.find('sys_user_group', query).some((row) => row.sys_id !== ownId))
    throw new ScimError(409, `Group with displayName ${name} already exists`, 'uniqueness')
}

export function idsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.map((one: Json | string) => String(typeof one === 'object' ? one.value : one))
}

function membersMax(records: Records): number {
  return Number(records.property('com.snc.integration.scim2.max.member.count') ?? 100)
}
