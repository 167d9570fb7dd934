import { filterIgnored, ServiceNowFailure } from './failures.ts'

/** One condition of an encoded query. Only operators whose meaning can be checked again on the answer. */
export type Condition =
  | { field: string; op: '=' | '!=' | '>' | '>=' | '<' | '<=' | 'STARTSWITH'; value: string }
  | { field: string; op: 'IN'; value: readonly string[] }
  | { field: string; op: 'ISEMPTY' | 'ISNOTEMPTY' }

export type Row = Readonly<Record<string, string>>

const fieldName = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*){0,3}$/

/**
 * All conditions joined by `^`. There is no escaping in an encoded query, so values with `^` (next condition), `,` (list)
 * or `@` (range) and control characters are refused, as are values the instance would run (`javascript:`). A `@` cannot be
 * avoided in an address; it has a meaning only with BETWEEN, so it is let through for `=` and `!=` alone.
 */
export function encodeQuery(conditions: readonly Condition[], order: readonly string[] = []): string {
  const parts = conditions.map((condition) => {
    const { field, op } = condition
    if (!fieldName.test(field)) throw unsafe(field)
    if (!('value' in condition)) return `${field}${op}`
    if (condition.op === 'IN') return `${field}IN${condition.value.map((each) => safe(field, op, each)).join(',')}`
    return `${field}${op}${safe(field, op, condition.value)}`
  })
  return [...parts, ...order.map((field) => `ORDERBY${field}`)].join('^')
}

function safe(field: string, op: Condition['op'], value: string): string {
  const isAddress = (op === '=' || op === '!=') && /^[^@]+@[^@]+$/.test(value)
  const forbidden = isAddress ? /[\^,\p{Cc}]/u : /[\^,@\p{Cc}]/u
  if (value === '' || value.length > 1000 || forbidden.test(value)) throw unsafe(field)
  if (/^\s*javascript:/i.test(value)) throw unsafe(field)
  return value
}

const unsafe = (field: string): ServiceNowFailure =>
  new ServiceNowFailure(
    'unsafe_value',
    `A value for ${field} holds characters that an encoded query of ServiceNow cannot carry.`,
    { subject: field },
  )

/**
 * Holds the answer against what was asked: a condition on a field that ServiceNow does not know is left out by it without
 * a word, and every row would come. Text compares without case, as in the instance's database.
 */
export function checkRows(table: string, rows: readonly Row[], conditions: readonly Condition[]): void {
  for (const row of rows)
    for (const condition of conditions)
      if (!holds(row[condition.field] ?? '', condition)) throw filterIgnored(table, condition.field)
}

function holds(value: string, condition: Condition): boolean {
  const same = (other: string) => value.toLowerCase() === other.toLowerCase()
  switch (condition.op) {
    case '=':
      return same(condition.value)
    case '!=':
      return !same(condition.value)
    case 'IN':
      return condition.value.some(same)
    case 'STARTSWITH':
      return value.toLowerCase().startsWith(condition.value.toLowerCase())
    case 'ISEMPTY':
      return value === ''
    case 'ISNOTEMPTY':
      return value !== ''
    case '>':
      return compare(value, condition.value) > 0
    case '>=':
      return compare(value, condition.value) >= 0
    case '<':
      return compare(value, condition.value) < 0
    case '<=':
      return compare(value, condition.value) <= 0
  }
}

/** Numbers by their value, times and ids by their text. */
function compare(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)]
  if (one !== '' && other !== '' && Number.isFinite(a) && Number.isFinite(b)) return a - b
  return one < other ? -1 : one > other ? 1 : 0
}
