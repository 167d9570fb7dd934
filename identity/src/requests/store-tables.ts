/** The tables of requests; no other slice can name them. */
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import type { OutcomeCode } from './outcomes.ts'
import type { ApprovalState, DueFor, Level, PolicyRules, PolicySnapshot, RequestState } from './types.ts'

/** Read as what it means, written as JSON text: a list given as it is would become a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>

export type RequestsTables = {
  requests: {
    id: string
    cart_id: string
    kind: 'grant' | 'extend'
    role_id: string
    requester_id: string
    beneficiary_id: string
    grant_id: string | null
    reason: string
    duration_days: number | null
    state: RequestState
    stage: number
    stages: Json<{ level: Level; startedAt: string | null; decidedAt: string | null }[]>
    policy_snapshot: Json<PolicySnapshot>
    due_at: Date | null
    due_for: DueFor | null
    reminded_at: Date | null
    by_hand: boolean
    outcome_reason: string | null
    outcome_code: OutcomeCode | null
    version: number
    created_at: Date
    approved_at: Date | null
    settled_at: Date | null
  }
  approvals: {
    request_id: string
    stage: number
    approver_id: string
    state: ApprovalState
    asked_at: Date
    decided_at: Date | null
    comment: string | null
  }
  request_comments: {
    id: string
    request_id: string
    author_id: string
    kind: 'comment' | 'question'
    text: string
    created_at: Date
  }
  policy_versions: {
    id: string
    role_id: string | null
    version: number
    rules: Json<PolicyRules | null> | null
    author_id: string | null
    is_weaker: boolean
    created_at: Date
  }
}

export function tables(reader: Reader): Kysely<RequestsTables> {
  return reader.withTables<RequestsTables>()
}

/**
 * The conditions of the partial indexes, as text: as a parameter a condition no longer proves, once the statement is
 * planned for any value, that the index covers it, and `on conflict` would not find the index at all.
 */
export const openRequest = sql<boolean>`state in ('waiting', 'fulfilling')`
export const waitingRequest = sql<boolean>`state = 'waiting'`
export const fulfillingRequest = sql<boolean>`state = 'fulfilling'`
export const fulfilledRequest = sql<boolean>`state = 'fulfilled'`
export const openApproval = sql<boolean>`approvals.state = 'open'`
