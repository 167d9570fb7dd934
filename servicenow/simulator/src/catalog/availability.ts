import type { Records, Row, Who } from '../store/records.ts'

/** Whether a person may see and order an item, by its user criteria; without any, everybody may. */
export function mayOrder(records: Records, item: Row, who: Who): boolean {
  if (item.active !== 'true') return false
  if (who.roles.has('admin')) return true
  const links = (table: string) =>
    records.find(table, `sc_cat_item=${item.sys_id}`).map((link) => link.user_criteria ?? '')
  if (links('sc_cat_item_user_criteria_no_mtom').some((id) => meets(records, id, who))) return false
  const wanted = links('sc_cat_item_user_criteria_mtom')
  if (wanted.length > 0) return wanted.some((id) => meets(records, id, who))
  const roles = (item.roles ?? '').split(',').filter(Boolean)
  return roles.length === 0 || roles.some((role) => who.roles.has(role))
}

/** A criterion that is computed by a script meets nobody here. */
function meets(records: Records, criteriaId: string, who: Who): boolean {
  const criteria = records.get('user_criteria', criteriaId)
  if (!criteria || criteria.active === 'false' || criteria.advanced === 'true') return false
  const user = records.get('sys_user', who.userId)
  const has = (column: string, id: string | undefined) => (criteria[column] ?? '').split(',').includes(id ?? ' ')
  const groups = records.find('sys_user_grmember', `user=${who.userId}`).map((row) => row.group ?? '')
  const tests: [column: string, passes: boolean][] = [
    ['user', has('user', who.userId)],
    ['group', groups.some((group) => has('group', group))],
    ['role', roleNames(records, criteria.role ?? '').some((name) => who.roles.has(name))],
    ['department', has('department', user?.department)],
    ['company', has('company', user?.company)],
    ['location', has('location', user?.location)],
  ]
  const said = tests.filter(([column]) => (criteria[column] ?? '') !== '')
  if (said.length === 0) return true
  return criteria.match_all === 'true' ? said.every(([, passes]) => passes) : said.some(([, passes]) => passes)
}

/** Criteria name roles by sys_id. */
function roleNames(records: Records, list: string): string[] {
  return list.split(',').flatMap((id) => records.get('sys_user_role', id)?.name ?? (id === '' ? [] : [id]))
}

/** Ordering for somebody else is for the roles of glide.sc.req_for.roles; an empty property lets everybody. */
export function mayRequestFor(records: Records, who: Who, otherId: string): boolean {
  if (otherId === '' || otherId === who.userId || who.roles.has('admin')) return true
  const roles = (records.property('glide.sc.req_for.roles') ?? '').split(',').filter(Boolean)
  return roles.length === 0 || roles.some((role) => who.roles.has(role.trim()))
}
