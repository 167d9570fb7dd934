import { system } from '../../store/open-records.ts'
import type { Records } from '../../store/records.ts'

/** The table that holds the ids others have for people or groups, and its column that says whose. */
type Links = { table: string; column: 'user' | 'group' }

export const userLinks: Links = { table: 'sys_scim_user', column: 'user' }
export const groupLinks: Links = { table: 'sys_scim_group', column: 'group' }

export function externalIdOf(records: Records, { table, column }: Links, id: string): string {
  return records.find(table, `${column}=${id}`, { limit: 1 })[0]?.external_id ?? ''
}

/** Undefined leaves what is there; null takes it away. */
export function writeExternalId(records: Records, { table, column }: Links, id: string, externalId: unknown): void {
  if (externalId === undefined) return
  const row = records.find(table, `${column}=${id}`, { limit: 1 })[0]
  const values = { [column]: id, external_id: String(externalId ?? '') }
  if (row) records.update(table, row.sys_id ?? '', values, system)
  else records.insert(table, values, system)
}
