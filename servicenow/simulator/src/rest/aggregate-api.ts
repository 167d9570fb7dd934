import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { resolveField } from '../query/fields.ts'
import { parseQuery } from '../query/parse-query.ts'
import type { Records, Who } from '../store/records.ts'
import { answer } from './answer.ts'
import { type Group, inOrder, type Look, meeting, readHaving, readOrder, type Statistic } from './group-conditions.ts'
import { notAuthorized, RestError } from './rest-error.ts'
import type { Service } from './service.ts'
import { isTrue, queryOf, readQuery } from './table-parameters.ts'

type StatsRequest = FastifyRequest<{ Params: { table: string } }>

const functions = ['avg', 'min', 'max', 'sum'] as const

/** Counts and statistics over a table, as a whole or by groups; all numbers are text. */
export function aggregateApi(app: FastifyInstance, service: Service): void {
  app.get('/stats/:table', (request: StatsRequest, reply) => stats(service, request, reply))
}

async function stats(service: Service, request: StatsRequest, reply: FastifyReply) {
  const who = await service.authenticate(request)
  const { records, access } = service
  const { table } = request.params
  access.refresh()
  if (!records.dictionary.has(table)) throw new RestError(400, `Invalid table ${table}`)
  if (!access.mayTouchTable('read', table, who)) throw notAuthorized('Failed API level ACL Validation')
  const given = queryOf(request)
  const list = (name: string) => (given.get(name) ?? '').split(',').filter((field) => isField(records, table, field))
  const query = readQuery(given, records, table)
  const groupBy = [
    ...list('sysparm_group_by'),
    ...parseQuery(query).groupBy.filter((field) => isField(records, table, field)),
  ]
  const wanted = functions.flatMap((fn) => list(`sysparm_${fn}_fields`).map((field) => ({ fn, field })))
  const having = readHaving(given.get('sysparm_having') ?? '')
  const order = readOrder(given.get('sysparm_order_by') ?? '')
  const asked: Statistic[] = [...wanted, ...[...having, ...order].filter((one) => 'fn' in one)]
  const found = computed(records, table, query, groupBy, asked, who)
  const look = lookInto(groupBy, asked)
  const result = inOrder(meeting(found, having, look), order, look).map((group) =>
    render(records, table, group, {
      groupBy,
      wanted,
      withCount: isTrue(given.get('sysparm_count')),
      display: (given.get('sysparm_display_value') ?? 'false').toLowerCase(),
    }),
  )
  return answer(request, reply, 200, { result: groupBy.length === 0 ? (result[0] ?? { stats: {} }) : result })
}

/** Reads a group's columns: `n` counts, `a0`, `a1` … are what was asked for, and its key is what it was grouped by. */
function lookInto(groupBy: readonly string[], asked: readonly Statistic[]): Look {
  return ({ row, key }, what) => {
    if (!('fn' in what)) return key[groupBy.indexOf(what.field)] ?? null
    if (what.fn === 'count') return row.n ?? null
    return row[`a${asked.findIndex((one) => one.fn === what.fn && one.field === what.field)}`] ?? null
  }
}

function isField(records: Records, table: string, field: string): boolean {
  return field !== '' && resolveField(records.dictionary, table, 'r', field, { aliases: 0 }) !== null
}

/** One group of rows: its values of the fields grouped by, and `n`, how many rows it has. */
export function computed(
  records: Records,
  table: string,
  query: string,
  groupBy: readonly string[],
  wanted: readonly { fn: string; field: string }[],
  who: Who,
): Group[] {
  const counter = { aliases: 2000 }
  const sqlOf = (field: string) => resolveField(records.dictionary, table, 'r', field, counter)?.sql ?? 'NULL'
  const columns = [
    'count(*) AS n',
    ...groupBy.map((field, index) => `coalesce(${sqlOf(field)}, '') AS g${index}`),
    ...wanted.map(({ fn, field }, index) =>
      fn === 'count'
        ? `count(*) AS a${index}`
        : `${fn}(${operand(records, table, fn, field, sqlOf(field))}) AS a${index}`,
    ),
  ]
  const suffix = groupBy.length > 0 ? groupBy.map((_, index) => `g${index}`) : []
  const rows = records.aggregate(table, query, columns.join(', '), who, suffix)
  return rows.map((row) => ({ row, key: groupBy.map((_, index) => String(row[`g${index}`] ?? '')) }))
}

/** Sums and means are of numbers; the least and greatest of a date are dates. */
function operand(records: Records, table: string, fn: string, field: string, sql: string): string {
  const type = resolveField(records.dictionary, table, 'r', field, { aliases: 0 })?.column.type ?? ''
  const isText = (fn === 'min' || fn === 'max') && /date|string|due/.test(type)
  return isText ? `NULLIF(${sql}, '')` : `CAST(NULLIF(${sql}, '') AS REAL)`
}

type RenderOptions = {
  groupBy: readonly string[]
  wanted: readonly { fn: string; field: string }[]
  withCount: boolean
  display: string
}

function render(records: Records, table: string, { key, row }: Group, options: RenderOptions) {
  const stats: Record<string, unknown> = options.withCount ? { count: String(row.n) } : {}
  options.wanted.forEach(({ fn, field }, index) => {
    stats[fn] = { ...(stats[fn] as object | undefined), [field]: numberText(row[`a${index}`] ?? null, fn) }
  })
  if (options.groupBy.length === 0) return { stats }
  const groupby_fields = options.groupBy.map((field, index) => {
    const value = key[index] ?? ''
    const shown = () => records.display(table, { [field]: value }, field)
    if (options.display === 'true') return { field, value: shown() }
    return options.display === 'all' ? { field, display_value: shown(), value } : { field, value }
  })
  return { stats, groupby_fields }
}

function numberText(value: string | number | null, fn: string): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return fn === 'avg' ? value.toFixed(4) : String(value)
}
