import { dateTimeText } from '../store/clock.ts'
import type { CompileContext } from './compile-context.ts'
import { type Field, isNeverEmpty, isNumeric, resolveField, shown } from './fields.ts'
import type { Condition } from './parse-query.ts'
import { scriptValue } from './query-values.ts'

/** What compiling gathers on its way: values to bind, in the order of their places; conditions left out. */
export type Terms = { parameters: string[]; invalid: string[]; aliases: number }

export class UnsupportedOperator extends Error {
  readonly operator: string
  constructor(operator: string) {
    super(`A query uses the operator ${operator}, which this simulator does not evaluate.`)
    this.name = 'UnsupportedOperator'
    this.operator = operator
  }
}

/**
 * One condition as SQL; null for a field that is not there. An empty field is NULL in the data and '' to the platform,
 * so `!=`, NOT LIKE and NOT IN hold for it, and comparisons do not.
 */
export function compileCondition(
  table: string,
  condition: Condition,
  context: CompileContext,
  terms: Terms,
): string | null {
  if (condition.operator === 'TEXTQUERY321') return compileKeywords(table, condition.value, context, terms)
  if (/^variables\./.test(condition.field)) throw new UnsupportedOperator(condition.field)
  const field = resolveField(context.dictionary, table, 'r', condition.field, terms)
  if (!field) {
    terms.invalid.push(`${condition.field}${condition.operator}${condition.value}`)
    return null
  }
  const bind = (value: string) => {
    terms.parameters.push(value)
    return '?'
  }
  return compileOperator({ table, field, condition, context, terms, bind })
}

type Part = {
  table: string
  field: Field
  condition: Condition
  context: CompileContext
  terms: Terms
  bind(value: string): string
}

function compileOperator(part: Part): string | null {
  const { field, condition, context, terms, bind } = part
  const { operator } = condition
  const filled = `coalesce(${field.sql}, '')`
  // The two ends of BETWEEN are values of their own, scripts perhaps.
  const value = operator === 'BETWEEN' ? condition.value : asValue(condition.value, field, context)
  switch (operator) {
    case '=':
      if (value === '') return `${filled} = ''`
      if (condition.value.startsWith('javascript:') && value.includes(',')) return isIn(part, value)
      return `${field.sql} COLLATE NOCASE = ${bind(value)}`
    case '!=':
      return value === '' ? `${filled} <> ''` : `${filled} COLLATE NOCASE <> ${bind(value)}`
    case '>':
    case '>=':
    case '<':
    case '<=':
      return compare(part, operator, value)
    case 'LIKE':
    case 'CONTAINS':
    case '*':
      return contains(part, value)
    case 'NOTLIKE':
    case 'NOT LIKE':
    case 'DOES NOT CONTAIN':
    case '!*':
      return `NOT ${contains(part, value)}`
    case 'STARTSWITH':
      return `starts_with(${shown(context.dictionary, field, terms)}, ${bind(value)})`
    case 'ENDSWITH':
    case '%':
      return `ends_with(${shown(context.dictionary, field, terms)}, ${bind(value)})`
    case 'IN':
      return isAmong(part, value)
    case 'NOT IN':
      return `NOT ${isIn(part, value)}`
    case 'ISEMPTY':
    case 'EMPTYSTRING':
      return `${filled} = ''`
    case 'ISNOTEMPTY':
      return `${filled} <> ''`
    case 'ANYTHING':
      return '1'
    case 'BETWEEN': {
      const [low = '', high = ''] = condition.value.split('@').map((end) => asValue(end, field, context))
      return `(${compare(part, '>=', low)} AND ${compare(part, '<=', high)})`
    }
    case 'ON':
    case 'NOTON':
      return onDay(part, operator === 'ON')
    case 'SAMEAS':
    case 'NSAMEAS':
      return compareFields(part, operator === 'SAMEAS' ? '=' : '<>')
    case 'GT_FIELD':
      return compareFields(part, '>')
    case 'LT_FIELD':
      return compareFields(part, '<')
    case 'GT_OR_EQUALS_FIELD':
      return compareFields(part, '>=')
    case 'LT_OR_EQUALS_FIELD':
      return compareFields(part, '<=')
    case 'RELATIVEGT':
    case 'RELATIVEGE':
      return compare(part, '>=', relative(condition.value, context))
    case 'RELATIVELT':
    case 'RELATIVELE':
      return compare(part, '<=', relative(condition.value, context))
    case 'RELATIVEEE':
      return `substr(${field.sql}, 1, 10) = ${bind(relative(condition.value, context).slice(0, 10))}`
    case 'INSTANCEOF':
      return `${filled} IN (${context.dictionary.descendants(value).map(bind).join(', ')})`
    case 'DYNAMIC': {
      const script = context.dynamicFilter(condition.value)
      return script === null ? '0' : isIn(part, scriptValue(script, context.values))
    }
    case 'MATCH_RGX':
      return `matches(${filled}, ${bind(condition.value)})`
    case 'MATCH_PAT':
      return `matches(${filled}, ${bind(patternToRegex(condition.value))})`
    case 'DATEPART':
    case 'MORETHAN':
    case 'LESSTHAN':
    case 'VALCHANGES':
    case 'CHANGESFROM':
    case 'CHANGESTO':
    case 'TEXTQUERY321':
      throw new UnsupportedOperator(operator)
    default:
      return operator satisfies never
  }
}

function asValue(text: string, field: Field, context: CompileContext): string {
  const value = text.startsWith('javascript:') ? scriptValue(text, context.values) : text
  if (field.column.type !== 'boolean') return value
  return value === '1' ? 'true' : value === '0' ? 'false' : value
}

function compare({ field, bind }: Part, operator: '>' | '>=' | '<' | '<=', value: string): string {
  if (isNumeric(field.column)) return `CAST(NULLIF(${field.sql}, '') AS REAL) ${operator} CAST(${bind(value)} AS REAL)`
  return `${isNeverEmpty(field) ? field.sql : `NULLIF(${field.sql}, '')`} COLLATE NOCASE ${operator} ${bind(value)}`
}

/** References are searched by what they show, unless the text is a sys_id; lists by their sys_ids. */
function contains({ field, context, terms, bind }: Part, value: string): string {
  const isId = /^[0-9a-f]{32}$/.test(value)
  return `contains(${isId ? field.sql : shown(context.dictionary, field, terms)}, ${bind(value)})`
}

/** Where no empty value is asked for, an empty field is none of these by itself: the bare field is what indexes hold. */
function isAmong(part: Part, list: string): string {
  const values = list.split(',')
  if (values.includes('')) return isIn(part, list)
  return `${part.field.sql} COLLATE NOCASE IN (${values.map(part.bind).join(', ')})`
}

function isIn({ field, bind }: Part, list: string): string {
  return `coalesce(${field.sql}, '') COLLATE NOCASE IN (${list.split(',').map(bind).join(', ')})`
}

/** `Today@start@end`: the label is for people, the two ends count. */
function onDay(part: Part, isOn: boolean): string {
  const [label = '', ...ends] = part.condition.value.split('@')
  const [start, end] = ends.map((text) => asValue(text, part.field, part.context))
  const low = start ?? `${label} 00:00:00`
  const high = end ?? `${label} 23:59:59`
  const inside = `(${compare(part, '>=', low)} AND ${compare(part, '<=', high)})`
  return isOn ? inside : `NOT coalesce(${inside}, 0)`
}

function compareFields(part: Part, operator: '=' | '<>' | '>' | '<' | '>=' | '<='): string | null {
  const { table, field, condition, context, terms } = part
  const other = resolveField(context.dictionary, table, 'r', condition.value.split('@')[0] ?? '', terms)
  if (!other) {
    terms.invalid.push(`${condition.field}${condition.operator}${condition.value}`)
    return null
  }
  if (isNumeric(field.column) && operator !== '=' && operator !== '<>')
    return `CAST(NULLIF(${field.sql}, '') AS REAL) ${operator} CAST(NULLIF(${other.sql}, '') AS REAL)`
  if (operator === '=' || operator === '<>')
    return `coalesce(${field.sql}, '') COLLATE NOCASE ${operator} coalesce(${other.sql}, '')`
  return `NULLIF(${field.sql}, '') ${operator} NULLIF(${other.sql}, '')`
}

const unitMs: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  dayofweek: 86_400_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
}

/** `@hour@ago@3`, `@dayofweek@ahead@7`; months, quarters and years are counted on the calendar. */
function relative(text: string, context: CompileContext): string {
  const [unit = '', direction, count = ''] = text.replace(/^@/, '').split('@')
  const amount = (direction === 'ahead' ? 1 : -1) * Number(count)
  const { now } = context.values
  const milliseconds = unitMs[unit]
  if (milliseconds !== undefined) return dateTimeText(new Date(now.getTime() + amount * milliseconds))
  const months = { month: 1, quarter: 3, year: 12 }[unit]
  if (months === undefined || Number.isNaN(amount)) throw new UnsupportedOperator(`RELATIVE ${text}`)
  const at = new Date(now)
  at.setUTCMonth(at.getUTCMonth() + amount * months)
  return dateTimeText(at)
}

function patternToRegex(pattern: string): string {
  return `^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`
}

/** Keyword search: every word in any text of the record. The platform's index and its ranking are not there. */
function compileKeywords(table: string, text: string, context: CompileContext, terms: Terms): string {
  const words = text.replace(/^=/, '').split(/\s+/).filter(Boolean)
  if (words.length === 0 || !context.dictionary.has(table)) return '1'
  return words
    .map((word) => {
      terms.parameters.push(word)
      return 'contains(r.data, ?)'
    })
    .join(' AND ')
}
