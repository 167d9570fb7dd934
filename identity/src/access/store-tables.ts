/** The tables of access; no other slice can name them. */
import type { ProductRole } from '@hallpass/contract/common'
import { type ColumnType, type Kysely, sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import type { AppAddresses, AskedBy, EndReason, Evidence, GrantState, Protocol } from './types.ts'

/** Read as what it means, written as JSON text: a list given as it is would become a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>
type State = 'active' | 'retired'

export type AccessTables = {
  apps: {
    id: string
    name: string
    sort_name: string
    description: string
    category: string
    icon_slug: string | null
    template_slug: string | null
    parameters: Json<Record<string, string>>
    protocols: Protocol[]
    addresses: Json<Partial<AppAddresses>>
    search_text: string
    built_in: boolean
    state: State
    version: number
    created_at: Date
    retired_at: Date | null
  }
  roles: {
    id: string
    name: string
    sort_name: string
    description: string
    asked_by: AskedBy
    days_max: number | null
    days_default: number | null
    product_role: ProductRole | null
    search_text: string
    state: State
    version: number
    created_at: Date
    retired_at: Date | null
  }
  role_apps: { role_id: string; app_id: string; entitlements: string[] }
  role_owners: { role_id: string; person_id: string }
  role_groups: { role_id: string; group_id: string }
  role_conflicts: { role_id: string; other_id: string }
  grants: {
    id: string
    person_id: string
    role_id: string
    state: GrantState
    request_id: string | null
    reason: string
    duration_days: number | null
    evidence: Json<Evidence>
    granted_at: Date
    started_at: Date | null
    ends_at: Date | null
    remind_at: Date | null
    reminded_at: Date | null
    ended_at: Date | null
    end_reason: EndReason | null
    version: number
  }
  access_suspensions: { person_id: string; since: Date }
}

export function tables(reader: Reader): Kysely<AccessTables> {
  return reader.withTables<AccessTables>()
}

/**
 * States as literals: in a prepared statement a parameter would not prove the predicate of a partial index, so the index
 * would not be used, and `on conflict` would not find it.
 */
export const heldRow = sql<boolean>`state in ('pending', 'active')`
export const heldGrantRow = sql<boolean>`grants.state in ('pending', 'active')`
export const activeGrantRow = sql<boolean>`grants.state = 'active'`
export const pendingGrantRow = sql<boolean>`grants.state = 'pending'`

/** True when a statement broke a unique index of this name. */
export function brokeUnique(error: unknown, index: string): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code === '23505' && constraint === index
}
