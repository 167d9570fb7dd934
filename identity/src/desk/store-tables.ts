/** The tables of the desk; no other slice can name them. */
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import type {
  CaseKind,
  CaseState,
  Door,
  OutcomeKind,
  OutcomeState,
  ProofKind,
  ProofState,
  Result,
  Settings,
  Tier,
} from './types.ts'

export type DeskTables = {
  desk_cases: {
    id: string
    reference: string
    kind: CaseKind
    state: CaseState
    tier: Tier
    door: Door
    person_id: string
    directory_id: string
    search_text: string
    assignee_id: string | null
    round: number
    times: number
    opened_at: Date
    changed_at: Date
    taken_at: Date | null
    due_at: Date | null
    left_seconds: number | null
    overdue_told_at: Date | null
    result: Result | null
    settled_at: Date | null
    was_due_at: Date | null
    version: number
  }
  desk_proofs: {
    id: string
    case_id: string
    round: number
    kind: ProofKind
    state: ProofState
    agent_id: string
    started_at: Date
    expires_at: Date
    decided_at: Date | null
    voucher_id: string | null
    detail: string | null
    prompt_hmac: Buffer | null
    challenge_id: string | null
    opened: number
  }
  desk_overrides: {
    id: string
    case_id: string
    round: number
    agent_id: string
    reason: string
    points: number
    given_at: Date
    expires_at: Date
  }
  desk_outcomes: {
    id: string
    case_id: string
    person_id: string
    kind: OutcomeKind
    state: OutcomeState
    channel: string
    asked_by: string
    asked_at: Date
    decided_by: string | null
    decided_at: Date | null
    not_before: Date | null
    sent_at: Date | null
    expires_at: Date | null
  }
  desk_events: {
    id: string
    case_id: string
    at: Date
    what: string
    person_id: string | null
    proof: ProofKind | null
    text: string | null
    code: string | null
  }
  desk_settings: {
    version: number
    settings: ColumnType<Settings, string, string>
    author_id: string | null
    changed_at: Date
  }
  desk_recoveries: {
    id: string
    person_id: string
    directory_id: string
    kind: 'reset' | 'unlock'
    door: Door
    case_id: string | null
    started_at: Date
    finished_at: Date
    deflected: boolean
  }
}

export function tables(reader: Reader): Kysely<DeskTables> {
  return reader.withTables<DeskTables>()
}

/** The conditions of the partial indexes, as text, so that every plan can tell that the index covers them. */
export const unsettled = sql<boolean>`state in ('open', 'assigned', 'waiting')`
export const waitingProof = sql<boolean>`state = 'waiting'`
export const pendingOutcome = sql<boolean>`state in ('confirm', 'delayed')`
/** What the queue is ordered by: take-overs that were reported, then the next one due; those that wait for the person last. */
export const dueOrder = sql<Date>`case
  when due_at is null then 'infinity'::timestamptz
  when kind = 'reset_disputed' then '-infinity'::timestamptz
  else due_at
end`
/** How long a case took; null while it is not settled, and so left out of medians. */
export const toCaseSeconds = sql<number>`extract(epoch from settled_at - opened_at)`
