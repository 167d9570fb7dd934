import type { Answered } from '@hallpass/servicenow-client/catalog'
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Row } from '@hallpass/servicenow-client/query'
import { fromServiceNowTime } from '@hallpass/servicenow-client/times'
import { readHistory } from './read-history.ts'

export type SnowUser = {
  sysId: string
  userName: string
  email: string
  employeeNumber: string
  /** What they chose there; '' where they chose none, or it may not be read. */
  language: string
  isActive: boolean
  /** An account of a program: it approves nothing. */
  isProgram: boolean
}

export type ApprovalRow = {
  approverSysId: string
  state: string
  at: Date | null
  /** The user name that wrote the row last. */
  updatedBy: string
  /**
   * Who approved, and when, as the history of the instance has it: looked up where somebody else wrote the row afterwards,
   * as steps of the platform do. Null where there is no such history, or it may not be read.
   */
  history: { by: string; at: Date } | null
  comments: string
}

/**
 * What was chosen: a role; a row of the list that the app there no longer knows; or one that names another role than its
 * own, since somebody wrote into the list or it is still as a version of the app before this one kept it.
 */
export type Chosen = { roleId: string } | 'gone' | 'of_another_role'

/** A requested item as the instance has it at this moment; nobody's word but its own. */
export type ReadOrder = {
  ritmSysId: string
  number: string
  requestSysId: string
  catItem: string
  state: string
  approval: string
  isActive: boolean
  requestedFor: string
  openedBy: string
  openedAt: Date | null
  /** Whose session made the item, by user name: the platform writes it, and no form changes it afterwards. */
  creator: { userName: string; isProgram: boolean }
  createdAt: Date | null
  variables: Record<string, string>
  /** When what decides over the access (for whom, what, for how long, why) was last written. */
  changedAt: Date | null
  chosen: Chosen[]
  approvals: ApprovalRow[]
  users: Map<string, SnowUser>
}

/** What is read of an item; decisions rest on each of them. */
export const itemFields = [
  'number',
  'request',
  'cat_item',
  'state',
  'approval',
  'active',
  'requested_for',
  'opened_by',
  'opened_at',
  'sys_created_by',
  'sys_created_on',
] as const
const userFields = [
  'user_name',
  'email',
  'employee_number',
  'active',
  'web_service_access_only',
  'internal_integration_user',
] as const

/** What was read of some items, and of which ones a field is hidden. */
export type Reading = { read: Map<string, ReadOrder>; hidden: Map<string, ServiceNowFailure> }

/**
 * Reads everything about some items back. Where an access rule hides a field of single rows they are read again in halves,
 * until only those wait that it is about. Throws `field_hidden` where the field is hidden of all of several.
 */
export async function readOrders(client: ServiceNowClient, ritmSysIds: readonly string[]): Promise<Reading> {
  try {
    return { read: await readTogether(client, ritmSysIds), hidden: new Map() }
  } catch (error) {
    if (!isHidden(error)) throw error
    if (ritmSysIds.length === 1) return hiddenOf(ritmSysIds, error)
    if (!error.isOfSomeRows) throw error
  }
  const middle = Math.ceil(ritmSysIds.length / 2)
  const first = await readHalf(client, ritmSysIds.slice(0, middle))
  const second = await readHalf(client, ritmSysIds.slice(middle))
  return {
    read: new Map([...first.read, ...second.read]),
    hidden: new Map([...first.hidden, ...second.hidden]),
  }
}

async function readHalf(client: ServiceNowClient, ritmSysIds: readonly string[]): Promise<Reading> {
  try {
    return await readOrders(client, ritmSysIds)
  } catch (error) {
    if (isHidden(error)) return hiddenOf(ritmSysIds, error)
    throw error
  }
}

const hiddenOf = (ritmSysIds: readonly string[], failure: ServiceNowFailure): Reading => ({
  read: new Map(),
  hidden: new Map(ritmSysIds.map((sysId) => [sysId, failure])),
})

const isHidden = (error: unknown): error is ServiceNowFailure =>
  error instanceof ServiceNowFailure && error.code === 'field_hidden'

/**
 * Reads everything about some items back, in five calls however many they are, and one more for each user name that made
 * an item which names somebody else as who ordered it. An id that is not there is left out.
 */
async function readTogether(client: ServiceNowClient, ritmSysIds: readonly string[]): Promise<Map<string, ReadOrder>> {
  if (ritmSysIds.length === 0) return new Map()
  const ids = { op: 'IN', value: ritmSysIds } as const
  const items = await client.table.list('sc_req_item', { where: [{ field: 'sys_id', ...ids }], fields: itemFields })
  const present = items.map((row) => row.sys_id ?? '')
  if (present.length === 0) return new Map()
  const here = { op: 'IN', value: present } as const
  const approvals = await client.table.list('sysapproval_approver', {
    where: [{ field: 'sysapproval', ...here }],
    fields: ['sysapproval', 'approver', 'state', 'sys_updated_on', 'sys_updated_by', 'comments'],
  })
  const answered = await client.catalog.answersOf(present)
  const variables = new Map([...answered].map(([sysId, answers]) => [sysId, valuesOf(answers)]))
  const chosen = new Set([...variables.values()].flatMap(chosenApps))
  const roles = await rolesBehind(client, [...chosen])
  const people = new Set([
    ...items.flatMap((row) => [row.requested_for ?? '', row.opened_by ?? '']),
    ...approvals.map((row) => row.approver ?? ''),
  ])
  const users = await readUsers(client, [...people])
  const madeForOthers = items.filter((row) => !isUser(users.get(row.opened_by ?? ''), creatorOf(row)))
  const programs = await programsAmong(client, madeForOthers.map(creatorOf))
  const history = await readHistory(client, approvals.filter((row) => wasWrittenOver(row, users)).map(sysIdOf))
  return new Map(
    items.map((row) => {
      const sysId = row.sys_id ?? ''
      const answers = variables.get(sysId) ?? {}
      const mine = approvals.filter((approval) => approval.sysapproval === sysId)
      const rows = mine.map((approval) => toApproval(approval, history.get(sysIdOf(approval)) ?? null))
      return [
        sysId,
        {
          ...toOrder(row, answers, rows, roles, users),
          creator: { userName: creatorOf(row), isProgram: programs.has(creatorOf(row).toLowerCase()) },
          changedAt: lastChange(answered.get(sysId)),
        },
      ] as const
    }),
  )
}

function toOrder(
  row: Row,
  variables: Record<string, string>,
  approvals: ApprovalRow[],
  roles: ReadonlyMap<string, Chosen>,
  users: Map<string, SnowUser>,
): Omit<ReadOrder, 'changedAt' | 'creator'> {
  return {
    ritmSysId: row.sys_id ?? '',
    number: row.number ?? '',
    requestSysId: row.request ?? '',
    catItem: row.cat_item ?? '',
    state: row.state ?? '',
    approval: row.approval ?? '',
    isActive: row.active === 'true',
    requestedFor: row.requested_for ?? '',
    openedBy: row.opened_by ?? '',
    openedAt: fromServiceNowTime(row.opened_at ?? ''),
    createdAt: fromServiceNowTime(row.sys_created_on ?? ''),
    variables,
    chosen: [
      ...chosenApps(variables).map((sysId) => roles.get(sysId) ?? 'gone'),
      ...namedRoles(variables).map((roleId) => ({ roleId })),
    ],
    approvals,
    users,
  }
}

function toApproval(row: Row, history: ApprovalRow['history']): ApprovalRow {
  return {
    approverSysId: row.approver ?? '',
    state: row.state ?? '',
    at: fromServiceNowTime(row.sys_updated_on ?? ''),
    updatedBy: row.sys_updated_by ?? '',
    history,
    comments: row.comments ?? '',
  }
}

const sysIdOf = (row: Row): string => row.sys_id ?? ''
const creatorOf = (row: Row): string => row.sys_created_by ?? ''

/** User names compare without case, as the instance does. */
export const isUser = (user: SnowUser | undefined, userName: string): boolean =>
  userName !== '' && userName.toLowerCase() === user?.userName.toLowerCase()

const wasWrittenOver = (row: Row, users: ReadonlyMap<string, SnowUser>): boolean =>
  row.state === 'approved' && !isUser(users.get(row.approver ?? ''), row.sys_updated_by ?? '')

const valuesOf = (answers: Record<string, Answered>): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value]))

/** Answers of other questions, which a customer's own steps may write, give nothing and change nothing. */
const deciding = ['requested_for', 'apps', 'roles', 'duration_days', 'reason'] as const

function lastChange(answers: Record<string, Answered> = {}): Date | null {
  const times = deciding.map((name) => answers[name]?.changedAt ?? null)
  return times.reduce((latest, at) => (at && (!latest || at > latest) ? at : latest), null)
}

/** sys_ids of `x_hlps_access_app` rows, as the list of the form keeps them. */
function chosenApps(variables: Record<string, string>): string[] {
  const list = (variables.apps ?? '').split(',').map((each) => each.trim())
  return [...new Set(list.filter((each) => /^[0-9a-f]{32}$/.test(each)))]
}

/** An item of the customer's own may name the roles themselves. */
function namedRoles(variables: Record<string, string>): string[] {
  const list = (variables.roles ?? '').split(',').map((each) => each.trim().toLowerCase())
  return [...new Set(list.filter((each) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(each)))]
}

async function rolesBehind(client: ServiceNowClient, sysIds: readonly string[]): Promise<Map<string, Chosen>> {
  if (sysIds.length === 0) return new Map()
  const where = [{ field: 'sys_id', op: 'IN', value: sysIds }] as const
  const rows = await client.table.list('x_hlps_access_app', { where, fields: ['role_id'] })
  return new Map(
    rows.map((row) => [sysIdOf(row), isOfItsRole(row) ? { roleId: row.role_id ?? '' } : 'of_another_role']),
  )
}

/**
 * Our app keeps a role in the row whose sys_id is the role's own id. What people approved is the row: one whose role was
 * exchanged afterwards, by whoever may write that table, gives neither.
 */
const isOfItsRole = (row: Row): boolean => (row.role_id ?? '').replaceAll('-', '').toLowerCase() === sysIdOf(row)

/** Which of these user names are accounts of programs, in small letters. A name that no query can carry is taken for a person's. */
async function programsAmong(client: ServiceNowClient, names: readonly string[]): Promise<Set<string>> {
  const programs = new Set<string>()
  for (const name of new Set(names.map((each) => each.toLowerCase()))) {
    if (!/^[\w.+-]+(@[\w.-]+)?$/.test(name)) continue
    const where = [{ field: 'user_name', op: '=', value: name }] as const
    const rows = await client.table.list('sys_user', { where, fields: userFields })
    if (rows.length === 1 && rows.map(toUser).every(({ isProgram }) => isProgram)) programs.add(name)
  }
  return programs
}

export async function readUsers(client: ServiceNowClient, sysIds: readonly string[]): Promise<Map<string, SnowUser>> {
  const wanted = sysIds.filter((sysId) => /^[0-9a-f]{32}$/.test(sysId))
  if (wanted.length === 0) return new Map()
  const where = [{ field: 'sys_id', op: 'IN', value: wanted }] as const
  const rows = await client.table.list('sys_user', { where, fields: userFields, further: ['preferred_language'] })
  return new Map(rows.map((row) => [sysIdOf(row), toUser(row)]))
}

const toUser = (row: Row): SnowUser => ({
  sysId: sysIdOf(row),
  userName: row.user_name ?? '',
  email: row.email ?? '',
  employeeNumber: row.employee_number ?? '',
  language: row.preferred_language ?? '',
  isActive: row.active === 'true',
  isProgram: row.web_service_access_only === 'true' || row.internal_integration_user === 'true',
})
