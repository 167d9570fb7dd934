import type { Row } from './ports.ts'

/** The sys_id of the row of a role: the role's own id. Null for an id that is no UUID. */
export function rowIdOf(roleId: string): string | null {
  const id = roleId.replaceAll('-', '').toLowerCase()
  return /^[0-9a-f]{32}$/.test(id) ? id : null
}

/**
 * Whether a row of the list still names the role it was made for. Not so where somebody exchanged it, nor for a row that is
 * as the version before kept it, until the list was sent whole: Hallpass gives nothing for either.
 */
export function isOfItsRole(row: Pick<Row, 'id' | 'get'>): boolean {
  const id = rowIdOf(row.get('role_id'))
  return id === null || id === row.id
}
