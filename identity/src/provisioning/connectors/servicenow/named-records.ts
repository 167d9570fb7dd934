/**
 * Departments, companies, offices and cost centres of an instance are records of their own: one is linked where it is there,
 * and made only where the connection says so.
 */
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Table } from '@hallpass/servicenow-client/table'
import type { MadeRecord } from '../connector.ts'

/** How long an answer holds: a department made meanwhile is linked by the next look after that. */
const knownForMs = 5 * 60_000

export type NamedTable = 'cmn_department' | 'core_company' | 'cmn_location' | 'cmn_cost_center'

export type NamedRecords = {
  /** The sys_id of the only record of exactly this name; null where there is none, or more than one, or none to be seen. */
  find(name: string): Promise<string | null>
  /** The same, asked of the instance now: another node may have made it since. */
  look(name: string): Promise<string | null>
  /** Makes one where there is none. */
  make(name: string): Promise<MadeRecord>
}

export function namedRecords(table: Table, recordTable: NamedTable, now: () => Date): NamedRecords {
  const known = new Map<string, { id: string | null; until: number }>()
  const remember = (name: string, id: string | null): void => {
    known.set(name, { id, until: now().getTime() + knownForMs })
  }
  async function look(name: string): Promise<string | null> {
    const ids = await idsOf(table, recordTable, name)
    const id = ids?.length === 1 ? (ids[0] ?? null) : null
    remember(name, id)
    return id
  }

  return {
    look,
    async find(name) {
      const remembered = known.get(name)
      if (remembered !== undefined && remembered.until > now().getTime()) return remembered.id
      return look(name)
    },
    async make(name) {
      const ids = await idsOf(table, recordTable, name)
      const [id] = ids ?? []
      if (ids === null || ids.length > 1) return { id: null, why: 'several' }
      const made: MadeRecord = id === undefined ? await insert(table, recordTable, name) : { id, isNew: false }
      remember(name, made.id)
      return made
    },
  }
}

/**
 * Null where it cannot be told: what no query can carry, or the integration user may not see; and where the instance takes
 * another name for the same, as its database does with accents.
 */
async function idsOf(table: Table, recordTable: NamedTable, name: string): Promise<string[] | null> {
  try {
    const rows = await table.list(recordTable, { where: [{ field: 'name', op: '=', value: name }], fields: ['name'] })
    return rows.map((row) => row.sys_id ?? '')
  } catch (error) {
    if (isOf(error, ['unsafe_value', 'forbidden', 'rejected', 'field_hidden', 'filter_ignored'])) return null
    throw error
  }
}

async function insert(table: Table, recordTable: NamedTable, name: string): Promise<MadeRecord> {
  try {
    const row = await table.insert(recordTable, { name }, ['name'])
    return { id: row.sys_id ?? '', isNew: true }
  } catch (error) {
    if (isOf(error, ['field_hidden'])) return { id: null, why: 'hidden' }
    if (isOf(error, ['forbidden', 'rejected'])) return { id: null, why: 'refused' }
    throw error
  }
}

const isOf = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof ServiceNowFailure && codes.includes(error.code)
