/** SQL of one request, of who was asked, and of what was said about it. */
import { type Selectable, sql } from 'kysely'
import { anyOf } from '../platform/database/any-of.ts'
import { batches } from '../platform/database/batches.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { fulfilledRequest, openRequest, type RequestsTables, tables } from './store-tables.ts'
import type { Approval, Comment, Request } from './types.ts'

export async function findRequest(reader: Reader, id: string): Promise<Request | null> {
  const [request] = await findRequests(reader, [id])
  return request ?? null
}

/** In the order asked for; unknown ids are left out. */
export async function findRequests(reader: Reader, ids: readonly string[]): Promise<Request[]> {
  if (ids.length === 0) return []
  // One trip.
  const [rows, approvals] = await Promise.all([
    tables(reader).selectFrom('requests').selectAll().where('id', '=', anyOf(ids)).execute(),
    approvalsOf(reader, ids),
  ])
  const requests = rows.map((row) =>
    toRequest(row, approvals.filter((approval) => approval.request_id === row.id).map(toApproval)),
  )
  return ids.flatMap((id) => requests.find((request) => request.id === id) ?? [])
}

/** The row stays locked until the transaction ends: of two decisions at one instant the second sees the first. */
export async function lockRequest(tx: Tx, id: string): Promise<Request | null> {
  // One trip: the second statement begins when the first one has the lock, and sees what was committed by then.
  const [[row], approvals] = await Promise.all([
    tables(tx).selectFrom('requests').selectAll().where('id', '=', id).forUpdate().execute(),
    approvalsOf(tx, [id]),
  ])
  return row ? toRequest(row, approvals.map(toApproval)) : null
}

/** Open requests that led to these grants or would extend them, locked; with what was approved, in one trip. */
export async function lockOpenRequestsOfGrants(tx: Tx, grantIds: readonly string[]): Promise<Request[]> {
  if (grantIds.length === 0) return []
  const open = tables(tx).selectFrom('requests').where('grant_id', '=', anyOf(grantIds)).where(openRequest)
  const [rows, approvals] = await Promise.all([
    open.selectAll().orderBy('id').forUpdate().execute(),
    tables(tx)
      .selectFrom('approvals')
      .selectAll()
      .where('request_id', 'in', open.select('id'))
      .orderBy('stage')
      .orderBy('asked_at')
      .orderBy('approver_id')
      .execute(),
  ])
  return rows.map((row) =>
    toRequest(row, approvals.filter((approval) => approval.request_id === row.id).map(toApproval)),
  )
}

function approvalsOf(
  reader: Reader,
  requestIds: readonly string[],
): Promise<Selectable<RequestsTables['approvals']>[]> {
  return tables(reader)
    .selectFrom('approvals')
    .selectAll()
    .where('request_id', '=', anyOf(requestIds))
    .orderBy('stage')
    .orderBy('asked_at')
    .orderBy('approver_id')
    .execute()
}

/** False when another open request for this role and person is there already: the index decides, not a look beforehand. */
export async function insertRequest(tx: Tx, request: Request): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('requests')
    .values({
      ...toRow(request),
      id: request.id,
      cart_id: request.cartId,
      kind: request.kind,
      role_id: request.roleId,
      requester_id: request.requesterId,
      beneficiary_id: request.beneficiaryId,
      reason: request.reason,
      duration_days: request.durationDays,
      policy_snapshot: JSON.stringify(request.policy),
      created_at: request.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['beneficiary_id', 'role_id']).where(openRequest).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await saveApprovals(tx, request.id, request.approvals)
  return row !== undefined
}

/** Writes what a request became; false when it is no longer at the version it was read at. */
export async function updateRequest(tx: Tx, before: Request, next: Request): Promise<boolean> {
  const changed = next.approvals.filter((approval) => !before.approvals.includes(approval))
  const [result] = await Promise.all([
    tables(tx)
      .updateTable('requests')
      .set(toRow(next))
      .where('id', '=', before.id)
      .where('version', '=', before.version)
      .executeTakeFirst(),
    saveApprovals(tx, before.id, changed),
  ])
  return result.numUpdatedRows === 1n
}

async function saveApprovals(tx: Tx, requestId: string, approvals: readonly Approval[]): Promise<void> {
  for (const batch of batches(approvals)) {
    tx.soon(
      tables(tx)
        .insertInto('approvals')
        .values(
          batch.map((approval) => ({
            request_id: requestId,
            stage: approval.stage,
            approver_id: approval.approverId,
            state: approval.state,
            asked_at: approval.askedAt,
            decided_at: approval.decidedAt,
            comment: approval.comment,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['request_id', 'stage', 'approver_id']).doUpdateSet((row) => ({
            state: row.ref('excluded.state'),
            asked_at: row.ref('excluded.asked_at'),
            decided_at: row.ref('excluded.decided_at'),
            comment: row.ref('excluded.comment'),
          })),
        ),
    )
  }
}

export async function saveReminded(tx: Tx, requestId: string, at: Date): Promise<void> {
  tx.soon(tables(tx).updateTable('requests').set({ reminded_at: at }).where('id', '=', requestId))
}

export async function insertComment(tx: Tx, comment: Comment): Promise<void> {
  tx.soon(
    tables(tx).insertInto('request_comments').values({
      id: comment.id,
      request_id: comment.requestId,
      author_id: comment.authorId,
      kind: comment.kind,
      text: comment.text,
      created_at: comment.at,
    }),
  )
}

/** Oldest first. */
export async function commentsOn(reader: Reader, requestIds: readonly string[]): Promise<Comment[]> {
  if (requestIds.length === 0) return []
  const rows = await tables(reader)
    .selectFrom('request_comments')
    .selectAll()
    .where('request_id', '=', anyOf(requestIds))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    requestId: row.request_id,
    authorId: row.author_id,
    kind: row.kind,
    text: row.text,
    at: row.created_at,
  }))
}

/** Requests that have something due, by id, after the one given. */
export async function dueRequestIds(
  reader: Reader,
  now: Date,
  page: { after?: string | undefined; limit: number },
): Promise<string[]> {
  let query = tables(reader).selectFrom('requests').select('id').where('due_at', '<=', now)
  if (page.after) query = query.where('id', '>', page.after)
  const rows = await query.orderBy('id').limit(page.limit).execute()
  return rows.map((row) => row.id)
}

/** Half of all that took at most this long, over the last `last` fulfilled requests of a role; null without any. */
export async function leadTimeOf(reader: Reader, roleId: string, last: number) {
  const latest = tables(reader)
    .selectFrom('requests')
    .select(sql<number>`extract(epoch from settled_at - created_at)`.as('seconds'))
    .where('role_id', '=', roleId)
    .where(fulfilledRequest)
    .where('kind', '=', 'grant')
    .orderBy('settled_at', 'desc')
    .limit(last)
  const row = await tables(reader)
    .selectFrom(latest.as('latest'))
    .select([
      sql<number | null>`(percentile_cont(0.5) within group (order by seconds))::float8`.as('median'),
      sql<number>`count(*)`.as('sample'),
      sql<number[]>`coalesce(array_agg(seconds::float8), '{}')`.as('all'),
    ])
    .executeTakeFirstOrThrow()
  return { medianSeconds: row.median, sample: row.sample, spread: spreadOf(row.all) }
}

/** Within an hour, half a working day, a day, three days, or longer. */
const spreadHours = [1, 4, 24, 72, null]

function spreadOf(seconds: readonly number[]): { hoursMax: number | null; count: number }[] {
  const place = (one: number) => spreadHours.findIndex((hours) => hours === null || one < hours * 3600)
  return spreadHours.map((hoursMax, index) => ({
    hoursMax,
    count: seconds.filter((one) => place(one) === index).length,
  }))
}

function toRow(request: Request) {
  return {
    grant_id: request.grantId,
    state: request.state,
    stage: request.stage,
    stages: JSON.stringify(request.stages),
    due_at: request.dueAt,
    due_for: request.dueFor,
    reminded_at: request.remindedAt,
    by_hand: request.byHand,
    outcome_reason: request.outcomeReason,
    outcome_code: request.outcomeCode,
    version: request.version,
    approved_at: request.approvedAt,
    settled_at: request.settledAt,
  }
}

function toRequest(row: Selectable<RequestsTables['requests']>, approvals: Approval[]): Request {
  return {
    id: row.id,
    cartId: row.cart_id,
    kind: row.kind,
    roleId: row.role_id,
    requesterId: row.requester_id,
    beneficiaryId: row.beneficiary_id,
    grantId: row.grant_id,
    reason: row.reason,
    durationDays: row.duration_days,
    state: row.state,
    stage: row.stage,
    policy: row.policy_snapshot,
    stages: row.stages.map((stage) => ({
      level: stage.level,
      startedAt: toDate(stage.startedAt),
      decidedAt: toDate(stage.decidedAt),
    })),
    approvals,
    dueAt: row.due_at,
    dueFor: row.due_for,
    remindedAt: row.reminded_at,
    byHand: row.by_hand,
    outcomeReason: row.outcome_reason,
    outcomeCode: row.outcome_code,
    version: row.version,
    createdAt: row.created_at,
    approvedAt: row.approved_at,
    settledAt: row.settled_at,
  }
}

function toApproval(row: Selectable<RequestsTables['approvals']>): Approval {
  return {
    stage: row.stage,
    approverId: row.approver_id,
    state: row.state,
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
    comment: row.comment,
  }
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
