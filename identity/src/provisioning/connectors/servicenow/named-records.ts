/**
 * Departments, companies, offices and cost centres of an instance are records of their own: one is linked where it is there, and
 * never made.
 */
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Table } from '@hallpass/servicenow-client/table'

/** How long an answer holds: a department made meanwhile is linked by the next look after that. */
const knownForMs = 5 * 60_000

export type NamedTable = 'cmn_department' | 'core_company' | 'cmn_location' | 'cmn_cost_center'

/** The sys_id of the only record of exactly this name; null where there is none, or more than one. */
export function recordFinder(
  table: Table,
  recordTable: NamedTable,
  now: () => Date,
): (name: string) => Promise<string | null> {
  const known = new Map<string, { id: string | null; until: number }>()
  return async (name) => {
    const remembered = known.get(name)
    if (remembered !== undefined && remembered.until > now().getTime()) return remembered.id
    const id = await find(table, recordTable, name)
    known.set(name, { id, until: now().getTime() + knownForMs })
    return id
  }
}

async function find(table: Table, recordTable: NamedTable, name: string): Promise<string | null> {
  try {
    const where = [{ field: 'name', op: '=', value: name }] as const
    const rows = await table.list(recordTable, { where, fields: ['name'] })
    return rows.length === 1 ? (rows[0]?.sys_id ?? null) : null
  } catch (error) {
    // What no query can carry, or the integration user may not see, is as good as not there.
    if (error instanceof ServiceNowFailure && ['unsafe_value', 'forbidden', 'field_hidden'].includes(error.code))
      return null
    throw error
  }
}
