/** The rows of the directory slice, as migrations 0003, 0011, 0025, 0034, 0047 and 0051 lay them down. */
import type { DirectoryKind, SyncRun } from '@hallpass/contract/directories'
import type { ConnectorSettings, SyncSettings } from '@hallpass/contract/directory-settings'
import type { ColumnType, Selectable } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { PersonState } from '../types.ts'

/** jsonb: read as a value, written as text. */
type Json<T> = ColumnType<T, string, string>

export type Tables = {
  directories: DirectoryTable
  people: PersonRow
  person_words: { person_id: string; word: string }
  person_addresses: AddressRow
  person_phones: PhoneRow
  person_former_contacts: FormerContactRow
  own_password_writes: { person_id: string; began_at: Date }
  expiry_reminders: { person_id: string; expires_at: Date; days: number; sent_at: Date }
  groups: GroupRow
  group_members: { group_id: string; person_id: string; is_direct: boolean }
  group_nested: { group_id: string; handle: string }
  sync_runs: SyncRunRow
  builtin_accounts: AccountRow
  builtin_passwords: PasswordRow
}

type DirectoryTable = {
  id: string
  kind: DirectoryKind
  name: string
  name_key: string
  settings: Json<ConnectorSettings>
  sync: Json<SyncSettings>
  secret: string | null
  version: number
  created_at: Date
  updated_at: Date
  cursor: string | null
  next_sync_at: Date
  next_sweep_at: Date
  next_full_at: Date
  last_sync_at: Date | null
  health: 'unknown' | 'ok' | 'failing'
  health_since: Date | null
  health_message: string | null
  /** What a part of it does not do while the rest answers, and since when. */
  warning: string | null
  warned_at: Date | null
  paused_at: Date | null
  pause_reason: string | null
  /** When an administrator removed it; its people become leavers from then on. */
  removing_at: Date | null
  /** When the last of them was gone. */
  removed_at: Date | null
}

export type DirectoryRow = Selectable<DirectoryTable>

export type PersonRow = {
  id: string
  directory_id: string
  ref: string
  login: string
  login_key: string
  display_name: string
  given_name: string | null
  family_name: string | null
  title: string | null
  department: string | null
  company: string | null
  location: string | null
  cost_center: string | null
  locale: string | null
  mail: string | null
  sort_name: string
  manager_ref: string | null
  manager_id: string | null
  handle: string | null
  state: PersonState
  state_since: Date
  missing_since: Date | null
  fingerprint: string
  version: number
  first_seen_at: Date
  changed_at: Date
  protected: boolean
  password_set_at: Date | null
  password_expires_at: Date | null
  time_zone: string | null
  employee_number: string | null
  /** Folded, for comparing. */
  employee_number_key: string | null
}

export type AddressRow = {
  person_id: string
  mail_key: string
  mail: string
  is_primary: boolean
  changed_at: Date | null
}

export type PhoneRow = { person_id: string; number_key: string; number: string; changed_at: Date | null }

export type FormerContactRow = {
  person_id: string
  kind: 'mail' | 'phone'
  contact_key: string
  contact: string
  left_at: Date
}

export type GroupRow = {
  id: string
  directory_id: string
  ref: string
  name: string
  sort_name: string
  is_gone: boolean
  version: number
  changed_at: Date
  handle: string | null
}

export type SyncRunRow = {
  id: string
  directory_id: string
  kind: SyncRun['kind']
  trigger: SyncRun['trigger']
  state: SyncRun['state']
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
  heard_at: Date | null
  read_count: number
  expected_count: number | null
  added_count: number
  changed_count: number
  disabled_count: number
  enabled_count: number
  gone_count: number
  held_back_count: number
  confirms_run_id: string | null
  failure_code: string | null
  failure_message: string | null
  failure_retryable: boolean | null
}

export type AccountRow = {
  id: string
  directory_id: string
  login: string
  login_key: string
  display_name: string
  given_name: string | null
  family_name: string | null
  mail: string | null
  mail_key: string | null
  title: string | null
  department: string | null
  company: string | null
  location: string | null
  cost_center: string | null
  locale: string | null
  manager_person_id: string | null
  disabled: boolean
  modified_at: Date
  phone: string | null
  employee_number: string | null
}

export type PasswordRow = {
  account_id: string
  hash: string
  history: string[]
  must_change: boolean
  changed_at: Date
  failures: number
  locked_until: Date | null
}

export const tables = (reader: Reader) => reader.withTables<Tables>()
