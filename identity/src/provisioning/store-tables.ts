/** The tables of provisioning; no other slice can name them. */
import type { ColumnType, Kysely } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import type { CheckFinding, RecordKind } from './connectors/connector.ts'
import type { AccountState, ConnectionKind, ConnectionSettings, TaskCandidate, TaskKind, Unlinked } from './types.ts'

/** Read as what it means, written as JSON text: a list given as it is would become a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>

export type ProvisioningTables = {
  app_connections: {
    app_id: string
    kind: ConnectionKind
    settings: Json<ConnectionSettings>
    sealed_token: string | null
    rate_per_second: number
    parallel: number
    task_owner_id: string | null
    awaits_comparison: boolean
    version: number
    check_result: ColumnType<StoredCheck | null, string | null, string | null>
    created_at: Date
    updated_at: Date
  }
  app_pace: {
    app_id: string
    next_start_at: Date
    next_end_at: Date
    held_until: Date
    failures_in_a_row: number
    last_answer_at: Date | null
    last_failure_at: Date | null
    last_failure: string | null
  }
  accounts: {
    id: string
    app_id: string
    person_id: string
    actual: 'none' | 'active' | 'inactive'
    trouble: 'failing' | 'needs_task' | null
    state: ColumnType<AccountState, never, never>
    remote_id: string | null
    is_chosen: boolean
    user_name: string | null
    profile_mark: string | null
    entitlements: string[]
    grant_ids: string[]
    wanted_version: number
    settled_version: number
    wanted_at: Date
    attempts: number
    last_error: string | null
    next_try_at: Date | null
    turn_at: Date | null
    run_id: string | null
    intent_id: string | null
    seen_at: Date | null
    settled_at: Date | null
    manager_id: string | null
    manager_ref: string | null
    department_ref: string | null
    department_name: string | null
    awaits_links: boolean
    unlinked: Json<Unlinked[]>
    created_at: Date
    updated_at: Date
  }
  app_groups: { app_id: string; name: string; remote_id: string | null; claimed_at: Date }
  app_records: {
    app_id: string
    kind: RecordKind
    name: string
    remote_id: string | null
    claimed_at: Date
    intent_id: string
  }
  provisioning_tasks: {
    id: string
    kind: TaskKind
    state: 'open' | 'done' | 'dropped'
    app_id: string
    person_id: string | null
    owner_id: string | null
    instruction: string
    entitlements: string[]
    candidates: Json<TaskCandidate[]>
    created_at: Date
    done_at: Date | null
    done_by: string | null
    note: string | null
  }
  app_comparisons: {
    id: string
    app_id: string
    state: 'running' | 'done' | 'held' | 'failed'
    confirm_removals: boolean
    listed: number
    missing: number
    changed: number
    extra: number
    unknown: number
    message: string | null
    started_at: Date
    finished_at: Date | null
  }
}

export type StoredCheck = { at: string; ok: boolean; findings: CheckFinding[] }

export function tables(reader: Reader): Kysely<ProvisioningTables> {
  return reader.withTables<ProvisioningTables>()
}
