/** The tables of our side of ServiceNow; no other part can name them. */
import type { ColumnType, Generated, Kysely } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Direction, FulfilmentState, Settings } from './types.ts'

export type ServiceNowTables = {
  servicenow_connections: {
    id: string
    name: string
    instance_url: string
    oauth_client_id: string
    sealed_secret: string
    settings: ColumnType<Settings, string, string>
    state: 'active' | 'disabled' | 'closed'
    closed_reason: string | null
    instance_id: string | null
    clock_offset_seconds: number | null
    app_version: string | null
    language: string | null
    catalog_version: number
    catalog_synced_at: Date | null
    catalog_compared_at: Date | null
    polled_at: Date | null
    heard_at: Date | null
    last_failure_at: Date | null
    last_failure: string | null
    version: number
    created_at: Date
    updated_at: Date
  }
  servicenow_pace: { connection_id: string; next_at: Date; held_until: Date }
  servicenow_keys: {
    id: string
    connection_id: string
    direction: Direction
    sealed_key: string
    state: 'current' | 'previous' | 'exposed'
    exposed_by: string | null
    created_at: Date
    ends_at: Date | null
  }
  servicenow_nonces: { key_id: string; nonce: string; seen_at: Date }
  servicenow_orders: {
    id: string
    connection_id: string
    ritm_sys_id: string
    ritm_number: string
    request_sys_id: string | null
    door: 'push' | 'pull'
    told_requested_for: string | null
    person_id: string | null
    state: FulfilmentState
    message: string
    work_note: string
    revoked_reason: string | null
    language: string | null
    version: number
    told_version: number
    tell_failures: number
    created_at: Date
    changed_at: Date
  }
  servicenow_order_items: {
    order_id: string
    role_id: string
    role_name: string
    request_id: string | null
    grant_id: string | null
    already_held: boolean
    follows: boolean
    refusal: string | null
  }
  servicenow_catalog: { connection_id: string; role_id: string; hash: string }
  servicenow_challenges: {
    id: string
    connection_id: string
    request_id: string
    person_id: string | null
    challenge_id: string | null
    number: string
    proofs: string[]
    factor_ids: string[]
    tries: number
    is_prompted: boolean
    state: 'waiting' | 'proven' | 'used' | 'ended'
    language: string | null
    created_at: Date
    expires_at: Date
  }
  servicenow_password_requests: {
    connection_id: string
    kind: 'reset' | 'change' | 'unlock'
    request_id: string
    person_id: string | null
    state: 'started' | 'success' | 'failure' | 'pending' | 'link_sent'
    message: string
    language: string | null
    started_at: Date
    finished_at: Date | null
  }
  servicenow_tickets: {
    case_id: string
    connection_id: string
    table_name: 'incident' | 'sc_task'
    sys_id: string | null
    number: string | null
    told_state: string | null
    is_closed: boolean
    failing_since: Date | null
    next_try_at: Date | null
    is_unseen: Generated<boolean>
    created_at: Date
  }
}

export function tables(reader: Reader): Kysely<ServiceNowTables> {
  return reader.withTables<ServiceNowTables>()
}
