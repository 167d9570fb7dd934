import type { Send } from './call.ts'
import { fieldHidden, ServiceNowFailure, unexpected } from './failures.ts'
import { type Condition, checkRows, encodeQuery, type Row } from './query.ts'
import { readAnswer } from './read-answer.ts'
import type { TransportAnswer } from './transport.ts'

export type Listing = {
  where: readonly Condition[]
  fields: readonly string[]
  /** Fields that nothing rests on: where an access rule silences one it is left out of the row. */
  further?: readonly string[]
  /** Rows of one page; 200 when left out. */
  pageSize?: number
  /** Rows that are no longer asked for: a guard against reading a whole instance. */
  rowsMax?: number
}

export type Values = Readonly<Record<string, string>>

/** The Table API (`/api/now/table`), of which nothing is believed that can be checked. Values are raw, as the database has them. */
export type Table = {
  /** The record, or null where there is none that this client may see. */
  get(table: string, sysId: string, fields: readonly string[]): Promise<Row | null>
  /** All rows in the order of their sys_id, page by page, each held against the filter. */
  list(table: string, listing: Listing): Promise<Row[]>
  pages(table: string, listing: Listing): AsyncGenerator<Row[]>
  insert(table: string, values: Values, fields: readonly string[], options?: WriteOptions): Promise<Row>
  /** Changes the fields given; those in `fields` are read from the answer. */
  update(table: string, sysId: string, values: Values, fields: readonly string[], options?: WriteOptions): Promise<Row>
  remove(table: string, sysId: string): Promise<void>
}

/** `byDisplayValue`: values are given as people see them; passwords are hashed only then. */
export type WriteOptions = { byDisplayValue?: boolean }

export type TableDeps = { send: Send; now: () => Date }

const sysIdPattern = /^[0-9a-f]{32}$/
const tablePattern = /^[a-z][a-z0-9_]{1,79}$/

export function createTable({ send, now }: TableDeps): Table {
  const table: Table = {
    async get(name, sysId, fields) {
      const path = `${pathOf(name, sysId)}?${parameters(fields)}`
      const answer = await send({ method: 'GET', path, subject: name })
      if (answer.status === 404) return null
      const row = rowOf(readAnswer(answer, name, now()), name)
      if (row.sys_id !== undefined && row.sys_id !== sysId) throw unexpected(name)
      return complete(name, row, fields)
    },

    async list(name, listing) {
      const rows: Row[] = []
      for await (const page of table.pages(name, listing)) rows.push(...page)
      return rows
    },

    async *pages(name, { where, fields, further = [], pageSize = 200, rowsMax = 10_000 }) {
      const wanted = [...new Set(['sys_id', ...fields, ...where.map(({ field }) => field)])]
      let after: string | null = null
      let offset = 0
      for (let seen = 0; seen < rowsMax; ) {
        // By key, so that rows which come or go meanwhile neither repeat nor hide others.
        const conditions: Condition[] =
          after === null ? [...where] : [...where, { field: 'sys_id', op: '>', value: after }]
        const query = encodeQuery(conditions, ['sys_id'])
        const path = `${pathOf(name)}?${parameters([...wanted, ...further], { sysparm_query: query, sysparm_limit: pageSize, sysparm_offset: offset })}`
        const answer = await send({ method: 'GET', path, subject: name })
        if (answer.status === 404) return
        const rows = allComplete(name, rowsOf(readAnswer(answer, name, now()), name), wanted)
        checkRows(name, rows, conditions)
        seen += rows.length
        if (rows.length > 0) yield rows
        const last = rows.at(-1)?.sys_id
        if (rows.length === pageSize && last !== undefined) {
          after = last
          offset = 0
        } else if (hasNext(answer)) {
          // The limit counts before access rules do: a short page with more behind it hides rows.
          offset += pageSize
        } else return
      }
    },

    async insert(name, values, fields, options) {
      const path = `${pathOf(name)}?${parameters(['sys_id', ...fields], asDisplay(options))}`
      const answer = await send({ method: 'POST', path, body: JSON.stringify(values), subject: name })
      return complete(name, rowOf(readAnswer(answer, name, now()), name), ['sys_id', ...fields])
    },

    async update(name, sysId, values, fields, options) {
      const path = `${pathOf(name, sysId)}?${parameters(['sys_id', ...fields], asDisplay(options))}`
      const answer = await send({ method: 'PATCH', path, body: JSON.stringify(values), subject: name })
      return complete(name, rowOf(readAnswer(answer, name, now()), name), ['sys_id', ...fields])
    },

    async remove(name, sysId) {
      const answer = await send({ method: 'DELETE', path: pathOf(name, sysId), subject: name })
      if (answer.status !== 404) readAnswer(answer, name, now())
    },
  }
  return table
}

const asDisplay = (options?: WriteOptions): Record<string, string> =>
  options?.byDisplayValue ? { sysparm_input_display_value: 'true' } : {}

function pathOf(table: string, sysId?: string): string {
  if (!tablePattern.test(table)) throw new ServiceNowFailure('unsafe_value', 'This is no name of a table.')
  if (sysId !== undefined && !sysIdPattern.test(sysId))
    throw new ServiceNowFailure('unsafe_value', `This is no sys_id of ${table}.`, { subject: table })
  return `/api/now/table/${table}${sysId === undefined ? '' : `/${sysId}`}`
}

function parameters(fields: readonly string[], further: Record<string, string | number> = {}): string {
  const all = {
    sysparm_fields: [...new Set(fields)].join(','),
    sysparm_display_value: 'false',
    sysparm_exclude_reference_link: 'true',
    ...further,
  }
  return Object.entries(all)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&')
}

const hasNext = (answer: TransportAnswer): boolean => /;\s*rel="next"/.test(answer.headers.link ?? '')

function rowsOf(body: unknown, table: string): Row[] {
  const { result } = (body ?? {}) as { result?: unknown }
  if (!Array.isArray(result)) throw unexpected(table)
  return result.map((each) => asRow(each, table))
}

function rowOf(body: unknown, table: string): Row {
  return asRow((body as { result?: unknown } | undefined)?.result, table)
}

/** Every value is text; a reference that comes as an object all the same is its value. */
function asRow(given: unknown, table: string): Row {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw unexpected(table)
  const row: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string') row[name] = readable(value)
    else if (typeof value === 'object' && value !== null && 'value' in value) row[name] = readable(String(value.value))
    else if (value === null) row[name] = ''
  }
  return row
}

/**
 * What no database keeps and no page shows (control characters other than line breaks and tabs, half a surrogate pair) is
 * marked as such. It is not taken out: a name with such a character in it must never become somebody else's.
 */
const readable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd')

/** A field that an access rule silences is left out of the answer; taking it for empty would be a guess. */
function complete(table: string, row: Row, fields: readonly string[]): Row {
  for (const field of fields) if (row[field] === undefined) throw fieldHidden(table, field)
  return row
}

/** A right that is missing altogether hides a field of every row; a rule about single rows only theirs. */
function allComplete(table: string, rows: Row[], fields: readonly string[]): Row[] {
  const hidden = fields.filter((field) => rows.some((row) => row[field] === undefined))
  const everywhere = hidden.find((field) => rows.every((row) => row[field] === undefined))
  const field = everywhere ?? hidden[0]
  if (field !== undefined) throw fieldHidden(table, field, everywhere === undefined)
  return rows
}
