import type { Records, Row, Who } from '../store/records.ts'

export type AccessOperation = 'read' | 'write' | 'create' | 'delete'

/** Who may do what with a record or a field of it: the access rules, asked by GlideRecordSecure and can…(). */
export type AccessCheck = (
  records: Records,
  who: Who,
  operation: AccessOperation,
  table: string,
  row: Row,
  column?: string,
) => boolean

let check: AccessCheck = (_records, who) => who.isSystem || who.roles.has('admin')

/** The access rules live beside the REST APIs; whoever opens a thread's records plugs them in here. */
export function useAccessCheck(wanted: AccessCheck): void {
  check = wanted
}

export const mayAccess: AccessCheck = (...question) => check(...question)
