/** Reports of a dashboard (par_dashboard_widget), evaluated by the engine of the Aggregate API. */
import { computed } from '../rest/aggregate-api.ts'
import type { Records, Row, Who } from '../store/records.ts'

/** Components by the sys_ids they have on every instance; read from ServiceNow's SDK (MIT, see NOTICE). */
const components: Readonly<Record<string, 'score' | 'groups'>> = {
  d24d53f60350de7a652caf3188a46ed2: 'score',
  a2b0596cec6b9d49dd1ff9bf76b5084b: 'groups',
  '3809c6583b8dd540a0bf735ed493bae2': 'groups',
  '96abe7e38d8790718022c5630a92176c': 'groups',
  '85855283b7e03010097cb81cde11a91d': 'groups',
  '23051643b7e03010097cb81cde11a910': 'groups',
}

export const isDrawn = (component: string): boolean => component in components

/** Those an administrator, or whom a permission names by person, group or role, may see. */
export function dashboardsOf(records: Records, who: Who): Row[] {
  if (!records.dictionary.has('par_dashboard')) return []
  const all = records.find('par_dashboard', 'active=true^ORDERBYname')
  if (who.roles.has('admin')) return all
  const groups = records.find('sys_user_grmember', `user=${who.userId}`).map((member) => member.group)
  return all.filter((row) =>
    records.find('par_dashboard_permission', `dashboard=${row.sys_id}`).some((permission) => {
      if (permission.can_read !== 'true' && permission.owner !== 'true') return false
      const role = records.get('sys_user_role', permission.role ?? '')?.name
      const isGroup = Boolean(permission.group) && groups.includes(permission.group)
      return permission.user === who.userId || isGroup || (role !== undefined && who.roles.has(role))
    }),
  )
}

export type Report = {
  title: string
  table: string
  query: string
} & (
  | { kind: 'score'; count: number }
  | { kind: 'groups'; field: string; groups: { value: string; label: string; count: number }[] }
  /** What stands in the way of showing it. */
  | { kind: 'refused'; why: string }
)

type Props = {
  headerTitle?: string
  dataSources?: { id: string; sourceType?: string; tableOrViewName?: string; filterQuery?: string }[]
  metrics?: { dataSource: string; aggregateFunction: string }[]
  groupBy?: { groupBy: { groupByField: string }[]; maxNumberOfGroups?: number; showOthers?: boolean }[]
}

/** One report over the rows this person's query finds; counts only. */
export function readReport(records: Records, widget: Row, who: Who): Report {
  const props = JSON.parse(widget.component_props || '{}') as Props
  const [source] = props.dataSources ?? []
  const [metric] = props.metrics ?? []
  const table = source?.tableOrViewName ?? ''
  const query = source?.filterQuery ?? ''
  const about = { title: props.headerTitle ?? '', table, query }
  const refused = (why: string): Report => ({ ...about, kind: 'refused', why })
  const kind = components[widget.component ?? '']
  if (kind === undefined) return refused('A component of this kind is not drawn here.')
  if (source?.sourceType !== 'table' || !records.dictionary.has(table)) return refused(`There is no table ${table}.`)
  if (metric?.aggregateFunction !== 'COUNT')
    return refused(`${metric?.aggregateFunction ?? 'Nothing'} is not counted here.`)
  if (kind === 'score')
    return { ...about, kind, count: Number(computed(records, table, query, [], [], who)[0]?.row.n ?? 0) }
  const [grouping] = props.groupBy ?? []
  const field = grouping?.groupBy[0]?.groupByField ?? ''
  if (!records.dictionary.column(table, field)) return refused(`${table} has no field ${field}.`)
  const found = computed(records, table, query, [field], [], who)
    .map(({ key: [value = ''], row }) => ({
      value,
      label: labelOf(records, table, field, value),
      count: Number(row.n),
    }))
    .sort((a, b) => b.count - a.count)
  const most = grouping?.maxNumberOfGroups ?? found.length
  const rest = found.slice(most).reduce((sum, group) => sum + group.count, 0)
  const others = grouping?.showOthers && rest > 0 ? [{ value: '', label: 'Others', count: rest }] : []
  return { ...about, kind, field, groups: [...found.slice(0, most), ...others] }
}

const labelOf = (records: Records, table: string, field: string, value: string): string =>
  value === '' ? '(empty)' : records.display(table, { [field]: value }, field) || value
