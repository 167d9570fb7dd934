import type { FastifyRequest } from 'fastify'
import type { Records } from '../store/records.ts'
import { RestError } from './rest-error.ts'

/** The query string of a Table API call, read once. */
export type TableParameters = {
  query: string
  fields: readonly string[] | null
  limit: number
  offset: number
  displayValue: 'false' | 'true' | 'all'
  excludeReferenceLink: boolean
  noCount: boolean
  suppressPagination: boolean
  inputDisplayValue: boolean
  suppressSysFields: boolean
}

/** A flag of a query string, in any case: Python's clients write `True`. */
export function isTrue(text: string | null): boolean {
  return text?.toLowerCase() === 'true'
}

export function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1))
}

export function readParameters(
  request: FastifyRequest,
  records: Records,
  table: string,
  limitDefault = 10_000,
): TableParameters {
  const given = queryOf(request)
  const display = (given.get('sysparm_display_value') ?? 'false').toLowerCase()
  const fields = (given.get('sysparm_fields') ?? '').split(',').map((name) => name.trim())
  const named = fields.filter((name) => name !== '')
  return {
    query: readQuery(given, records, table),
    fields: named.length > 0 ? named : null,
    limit: wholeNumber(given, 'sysparm_limit', limitDefault),
    offset: wholeNumber(given, 'sysparm_offset', 0),
    displayValue: display === 'true' || display === 'all' ? display : 'false',
    excludeReferenceLink: isTrue(given.get('sysparm_exclude_reference_link')),
    noCount: isTrue(given.get('sysparm_no_count')),
    suppressPagination: isTrue(given.get('sysparm_suppress_pagination_header')),
    inputDisplayValue: isTrue(given.get('sysparm_input_display_value')),
    suppressSysFields: isTrue(given.get('sysparm_suppress_auto_sys_field')),
  }
}

/** The encoded query, or the name-value pairs that stand in for one. */
export function readQuery(given: URLSearchParams, records: Records, table: string): string {
  return given.get('sysparm_query') ?? pairs(given, records, table)
}

/** `&active=true&state=closed`: choices and references may be given by what they show. */
function pairs(given: URLSearchParams, records: Records, table: string): string {
  const conditions = [...given].flatMap(([name, value]) => {
    if (name.startsWith('sysparm_')) return []
    const column = records.dictionary.column(table, name.split('.')[0] ?? '')
    if (!column || name.includes('.')) return [`${name}=${value}`]
    const choice = records.dictionary.choices(table, name).find((one) => same(one.label, value))
    if (choice && choice.value !== value) return [`${name}=${choice.value}`]
    if (
      column.type === 'reference' &&
      records.dictionary.has(column.reference) &&
      !/^[0-9a-f]{32}$/.test(value) &&
      value
    ) {
      const display = records.dictionary.displayColumn(column.reference)
      const named = display === 'sys_id' ? null : `${name}.${display}=${value}`
      return [column.reference === 'sys_user' ? `${named}^OR${name}.user_name=${value}` : (named ?? `${name}=${value}`)]
    }
    return [`${name}=${value}`]
  })
  return conditions.join('^')
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** @throws RestError 400 */
export function wholeNumber(given: URLSearchParams, name: string, otherwise: number): number {
  const text = given.get(name)
  if (text === null || text === '') return otherwise
  if (!/^\d+$/.test(text))
    throw new RestError(400, `Invalid value for ${name}`, `${text} is not a whole number of at least 0`)
  return Number(text)
}
