import type { Condition, Operator, Query } from '../../query/parse-query.ts'
import { ScimError } from './scim-error.ts'

const operatorOf: Readonly<Record<string, Operator>> = {
  eq: '=',
  ne: '!=',
  co: 'LIKE',
  sw: 'STARTSWITH',
  ew: 'ENDSWITH',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
  pr: 'ISNOTEMPTY',
}

export type ScimFilter = { groups: readonly (readonly Condition[])[] }

/**
 * A filter of the documented kind: `attribute op value`, joined by `and` and `or`, without `not` and parentheses.
 * `columns` maps attributes (lower case) to fields; others are refused. @throws ScimError 400
 */
export function parseFilter(text: string, columns: Readonly<Record<string, string>>): ScimFilter {
  if (/^\s*not\b|\(|\)/i.test(text.replace(/"[^"]*"/g, ''))) throw invalid('NOT and parentheses are not supported')
  const groups = split(text, 'or').map((group) => split(group, 'and').map((part) => condition(part, columns)))
  return { groups }
}

export function asQuery(filter: ScimFilter, sortBy: string, isDescending: boolean): Query {
  return {
    groups: filter.groups.map((group) => group.map((one) => [one])),
    orderBy: sortBy ? [{ field: sortBy, isDescending }] : [],
    groupBy: [],
    invalid: [],
  }
}

function condition(text: string, columns: Readonly<Record<string, string>>): Condition {
  const match = /^\s*([\w.:]+?)\s+(\w+)(?:\s+(?:"((?:[^"\\]|\\.)*)"|(\S+)))?\s*$/.exec(text)
  const operator = operatorOf[match?.[2]?.toLowerCase() ?? '']
  const attribute = match?.[1]?.toLowerCase() ?? ''
  const field = columns[attribute]
  if (!match || !operator) throw invalid(`The filter "${text.trim()}" cannot be read`)
  if (!field) throw invalid(`Filtering by ${match[1]} is not supported`)
  if (attribute === 'externalid' && operator !== '=') throw invalid('externalId supports eq only')
  const value = (match[3] ?? match[4] ?? '').replace(/\\(.)/g, '$1')
  return { field, operator, value: /^sys_\w+_on$/.test(field) ? value.replace('T', ' ').slice(0, 19) : value }
}

/** Splits at a word outside of quotes. */
function split(text: string, word: string): string[] {
  const parts = ['']
  for (const piece of text.split(/("(?:[^"\\]|\\.)*")/)) {
    if (piece.startsWith('"')) {
      parts[parts.length - 1] += piece
      continue
    }
    const [first = '', ...rest] = piece.split(new RegExp(`\\s${word}\\s`, 'i'))
    parts[parts.length - 1] += first
    parts.push(...rest)
  }
  return parts
}

function invalid(detail: string): ScimError {
  return new ScimError(400, detail, 'invalidFilter')
}
