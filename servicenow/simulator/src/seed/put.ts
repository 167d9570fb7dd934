import { fixedId } from '../store/base-rows.ts'
import { system } from '../store/open-records.ts'
import type { Records, Values } from '../store/records.ts'

/** Writes a record of the seed under a sys_id that is the same everywhere, unless it is there. Returns the sys_id. */
export function put(records: Records, table: string, key: string, values: Values): string {
  const sysId = /^[0-9a-f]{32}$/.test(key) ? key : fixedId(table, key)
  if (!records.get(table, sysId)) records.insert(table, { ...values, sys_id: sysId }, system)
  return sysId
}
