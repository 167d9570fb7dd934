import { system } from '../store/open-records.ts'
import type { Change, RecordRules, Records, Row } from '../store/records.ts'

/**
 * Keeps sys_user_has_role complete: besides the roles given to a person, the roles of his groups and of the groups
 * above those, and the roles that those contain, each as a row with `inherited`.
 */
export const roleRules: RecordRules = {
  runsAlways: true,
  after(change, records) {
    for (const userId of touched(change, records)) completeRoles(records, userId)
  },
}

function touched({ table, current, previous }: Change, records: Records): Set<string> {
  const rows = [current, previous].filter((row): row is Row => row !== null)
  const of = (column: string) => rows.map((row) => row[column] ?? '').filter((id) => id !== '')
  switch (table) {
    case 'sys_user_grmember':
      return new Set(of('user'))
    case 'sys_user_has_role':
      return rows.every((row) => row.inherited === 'true') ? new Set() : new Set(of('user'))
    case 'sys_group_has_role':
      return membersBelow(records, of('group'))
    case 'sys_user_group':
      return previous && previous.parent !== current.parent ? membersBelow(records, of('sys_id')) : new Set()
    case 'sys_user_role_contains':
      return new Set(records.find('sys_user_has_role', `role=${of('role')[0] ?? ''}`).map((row) => row.user ?? ''))
    default:
      return new Set()
  }
}

function membersBelow(records: Records, groups: readonly string[]): Set<string> {
  const seen = new Set(groups)
  for (const group of seen)
    for (const child of records.find('sys_user_group', `parent=${group}`)) seen.add(child.sys_id ?? '')
  const members = [...seen].flatMap((group) => records.find('sys_user_grmember', `group=${group}`))
  return new Set(members.map((member) => member.user ?? ''))
}

function completeRoles(records: Records, userId: string): void {
  const rows = records.find('sys_user_has_role', `user=${userId}`)
  const given = rows.filter((row) => row.inherited !== 'true').map((row) => row.role ?? '')
  const wanted = new Map<string, { granted_by: string; included_in_role: string }>()
  for (const [role, group] of groupRoles(records, userId)) wanted.set(role, { granted_by: group, included_in_role: '' })
  for (const role of [...given, ...wanted.keys()]) {
    for (const inner of containedRoles(records, role))
      if (!wanted.has(inner)) wanted.set(inner, { granted_by: '', included_in_role: role })
  }
  for (const role of given) wanted.delete(role)
  for (const row of rows) {
    if (row.inherited !== 'true') continue
    const why = wanted.get(row.role ?? '')
    if (why) wanted.delete(row.role ?? '')
    else records.remove('sys_user_has_role', row.sys_id ?? '', system, { withoutRules: true })
  }
  for (const [role, why] of wanted)
    records.insert('sys_user_has_role', { user: userId, role, inherited: 'true', state: 'active', ...why }, system, {
      withoutRules: true,
    })
}

function* groupRoles(records: Records, userId: string): Generator<[role: string, group: string]> {
  const groups = new Set(records.find('sys_user_grmember', `user=${userId}`).map((row) => row.group ?? ''))
  for (const group of groups) {
    const parent = group ? records.get('sys_user_group', group)?.parent : ''
    if (parent) groups.add(parent)
  }
  for (const group of groups)
    for (const link of records.find('sys_group_has_role', `group=${group}`)) if (link.role) yield [link.role, group]
}

function containedRoles(records: Records, role: string): Set<string> {
  const seen = new Set<string>()
  const open = [role]
  for (const outer of open) {
    for (const link of records.find('sys_user_role_contains', `role=${outer}`)) {
      const inner = link.contains ?? ''
      if (inner === '' || seen.has(inner)) continue
      seen.add(inner)
      open.push(inner)
    }
  }
  seen.delete(role)
  return seen
}
