import type { Condition } from '../query/parse-query.ts'
import { operators, parseQuery, type Query } from '../query/parse-query.ts'

type Group = Condition[][]

/** The conditions of a GlideRecord under construction; addQuery's values are data and may hold any character. */
export class Conditions {
  readonly groups: Group[] = [[]]
  readonly orderBy: { field: string; isDescending: boolean }[] = []
  readonly groupBy: string[] = []
  readonly invalid: string[] = []

  add(field: string, operator: string, value: string): Condition[] {
    const place = [conditionOf(field, operator, value)]
    this.groups.at(-1)?.push(place)
    return place
  }

  /** All groups of the encoded query, each joined to what is there already. */
  addEncoded(text: string): void {
    const query = parseQuery(text)
    const more = query.groups.map((group) => group.map((place) => [...place]))
    if (more.length > 0) {
      const joined = this.groups.flatMap((group) => more.map((next) => [...group, ...next]))
      this.groups.splice(0, this.groups.length, ...joined)
    }
    this.orderBy.push(...query.orderBy)
    this.groupBy.push(...query.groupBy)
    this.invalid.push(...query.invalid)
  }

  query(): Query {
    const groups = this.groups.filter((group) => group.length > 0)
    return { groups, orderBy: this.orderBy, groupBy: this.groupBy, invalid: this.invalid }
  }

  encoded(): string {
    const groups = this.query().groups.map((group) =>
      group.map((place) => place.map((one) => `${one.field}${one.operator}${one.value}`).join('^OR')).join('^'),
    )
    const orders = this.orderBy.map((one) => `ORDERBY${one.isDescending ? 'DESC' : ''}${one.field}`)
    return [groups.join('^NQ'), ...orders].filter(Boolean).join('^')
  }
}

/** What addQuery returns: more ways in which this one condition may hold, or more that must. */
export class GlideQueryCondition {
  readonly #conditions: Conditions
  readonly #place: Condition[]
  constructor(conditions: Conditions, place: Condition[]) {
    this.#conditions = conditions
    this.#place = place
  }
  addOrCondition(...parts: unknown[]): GlideQueryCondition {
    this.#place.push(conditionFrom(parts))
    return this
  }
  addCondition(...parts: unknown[]): GlideQueryCondition {
    const one = conditionFrom(parts)
    return new GlideQueryCondition(this.#conditions, this.#conditions.add(one.field, one.operator, one.value))
  }
}

/** `(field, value)`, `(field, operator, value)` or `(field)` alone, which means it is not empty. */
export function conditionFrom(parts: readonly unknown[]): Condition {
  const field = String(parts[0])
  if (parts.length === 1) return { field, operator: 'ISNOTEMPTY', value: '' }
  if (parts.length === 2) return conditionOf(field, '=', textOf(parts[1]))
  return conditionOf(field, String(parts[1]), textOf(parts[2]))
}

function conditionOf(field: string, operator: string, value: string): Condition {
  const wanted = operator.trim().toUpperCase()
  const known = operators.find((one) => one === wanted || one === aliases[wanted])
  return { field, operator: known ?? '=', value }
}

const aliases: Readonly<Record<string, string>> = {
  '==': '=',
  '<>': '!=',
  'NOT EQUALS': '!=',
  'NOT CONTAINS': 'NOTLIKE',
}

/** A value as a query holds it: lists joined by commas, elements and dates as they are stored. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join(',')
  return String(value)
}
