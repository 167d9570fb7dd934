/** SQL of lists: which requests a person made, must decide or may look at, by id; `findRequests` reads them. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import {
  fulfillingRequest,
  openApproval,
  openRequest,
  type RequestsTables,
  tables,
  waitingRequest,
} from './store-tables.ts'
import type { RequestState } from './types.ts'

export type StateFilter = 'open' | 'closed' | RequestState
export type ListFilter = {
  state?: StateFilter | undefined
  /** Requester or beneficiary. */
  personId?: string | undefined
  approverId?: string | undefined
  roleId?: string | undefined
  from?: Date | undefined
  until?: Date | undefined
  /** Requests older than this one. */
  before?: string | undefined
  limit: number
}

const closedStates = ['fulfilled', 'denied', 'cancelled'] as const

/** Newest first: ids sort by the time they were made. */
export async function listRequestIds(reader: Reader, filter: ListFilter): Promise<string[]> {
  const { personId, approverId } = filter
  let query = tables(reader).selectFrom('requests').select('requests.id')
  query = inState(query, filter.state)
  if (personId)
    query = query.where((where) =>
      where.or([where('requester_id', '=', personId), where('beneficiary_id', '=', personId)]),
    )
  if (approverId)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('approvals')
          .select('approver_id')
          .whereRef('approvals.request_id', '=', 'requests.id')
          .where('approver_id', '=', approverId),
      ),
    )
  if (filter.roleId) query = query.where('role_id', '=', filter.roleId)
  if (filter.from) query = query.where('created_at', '>=', filter.from)
  if (filter.until) query = query.where('created_at', '<', filter.until)
  if (filter.before) query = query.where('requests.id', '<', filter.before)
  const rows = await query.orderBy('requests.id', 'desc').limit(filter.limit).execute()
  return rows.map((row) => row.id)
}

type Query = SelectQueryBuilder<RequestsTables, 'requests', { id: string }>

function inState(query: Query, state: StateFilter | undefined): Query {
  if (!state) return query
  if (state === 'open') return query.where(openRequest)
  return state === 'closed' ? query.where('state', 'in', closedStates) : query.where('state', '=', state)
}

export type InboxFilter = { roleId?: string | undefined; after?: string | undefined; limit: number }

/** Requests whose current stage waits for this person, oldest first. */
export async function inboxIds(reader: Reader, approverId: string, filter: InboxFilter): Promise<string[]> {
  let query = tables(reader)
    .selectFrom('approvals')
    .innerJoin('requests', 'requests.id', 'approvals.request_id')
    .select('requests.id')
    .where('approver_id', '=', approverId)
    .where(openApproval)
  if (filter.roleId) query = query.where('role_id', '=', filter.roleId)
  if (filter.after) query = query.where('requests.id', '>', filter.after)
  const rows = await query.orderBy('requests.id').limit(filter.limit).execute()
  return rows.map((row) => row.id)
}

/** How many decisions wait for a person. */
export async function countOpenApprovals(reader: Reader, approverId: string): Promise<number> {
  const row = await tables(reader)
    .selectFrom('approvals')
    .select(sql<number>`count(*)`.as('open'))
    .where('approver_id', '=', approverId)
    .where(openApproval)
    .executeTakeFirstOrThrow()
  return row.open
}

export async function inboxCounts(reader: Reader, approverId: string, dueBefore: Date, decidedSince: Date) {
  const open = await tables(reader)
    .selectFrom('approvals')
    .innerJoin('requests', 'requests.id', 'approvals.request_id')
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where requests.due_at <= ${dueBefore} and requests.due_for <> 'remind')`.as('due'),
    ])
    .where('approver_id', '=', approverId)
    .where(openApproval)
    .executeTakeFirstOrThrow()
  const decided = await tables(reader)
    .selectFrom('approvals')
    .select(sql<number>`count(*)`.as('decided'))
    .where('approver_id', '=', approverId)
    .where('decided_at', '>=', decidedSince)
    .executeTakeFirstOrThrow()
  return { open: open.open, due: open.due, decided: decided.decided }
}

/** Requests a person decided at some stage, newest request first. */
export async function decidedIds(
  reader: Reader,
  approverId: string,
  filter: { before?: string | undefined; limit: number },
): Promise<string[]> {
  let query = tables(reader)
    .selectFrom('approvals')
    .select('request_id')
    .distinct()
    .where('approver_id', '=', approverId)
    .where('decided_at', 'is not', null)
  if (filter.before) query = query.where('request_id', '<', filter.before)
  const rows = await query.orderBy('request_id', 'desc').limit(filter.limit).execute()
  return rows.map((row) => row.request_id)
}

/** Requests that wait for somebody and have this person among those asked now. */
export async function waitingFor(reader: Reader, approverId: string): Promise<string[]> {
  return inboxIds(reader, approverId, { limit: 10_000 })
}

/** Open requests of or for a person. */
export async function openRequestIds(reader: Reader, personId: string): Promise<string[]> {
  return listRequestIds(reader, { personId, state: 'open', limit: 10_000 })
}

/** The open request of a person for a role. */
export async function openRequestFor(reader: Reader, personId: string, roleId: string): Promise<string | null> {
  const row = await tables(reader)
    .selectFrom('requests')
    .select('id')
    .where('beneficiary_id', '=', personId)
    .where('role_id', '=', roleId)
    .where(openRequest)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Requests in `fulfilling`, oldest first; of one person, or of anybody. */
export async function fulfillingIds(
  reader: Reader,
  filter: { beneficiaryId?: string; after?: string | undefined; limit: number },
): Promise<string[]> {
  let query = tables(reader).selectFrom('requests').select('id').where(fulfillingRequest)
  if (filter.beneficiaryId) query = query.where('beneficiary_id', '=', filter.beneficiaryId)
  if (filter.after) query = query.where('id', '>', filter.after)
  const rows = await query.orderBy('id').limit(filter.limit).execute()
  return rows.map((row) => row.id)
}

/** Open requests that led to a grant or would extend it. */
export async function openRequestIdsOfGrant(reader: Reader, grantId: string): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('requests')
    .select('id')
    .where('grant_id', '=', grantId)
    .where(openRequest)
    .execute()
  return rows.map((row) => row.id)
}

/** Requests whose current stage may ask members of this group: its rules name the group somewhere. */
export async function waitingForGroup(reader: Reader, groupId: string): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('requests')
    .select('id')
    .where(waitingRequest)
    .where(
      sql<boolean>`jsonb_path_exists(policy_snapshot->'rules'->'stages'->stage, '$.**.groupId ? (@ == $id)', jsonb_build_object('id', ${groupId}::text))`,
    )
    .execute()
  return rows.map((row) => row.id)
}

/** Requests for a person, or for a role, that wait for somebody. */
export async function waitingRequestIds(
  reader: Reader,
  filter: { beneficiaryId: string } | { roleId: string },
): Promise<string[]> {
  const query = tables(reader).selectFrom('requests').select('id').where(waitingRequest)
  const rows = await ('roleId' in filter
    ? query.where('role_id', '=', filter.roleId)
    : query.where('beneficiary_id', '=', filter.beneficiaryId)
  ).execute()
  return rows.map((row) => row.id)
}
