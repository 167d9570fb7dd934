import type { Dictionary } from '../store/dictionary.ts'
import { compileCondition, type Terms, UnsupportedOperator } from './compile-condition.ts'
import type { CompileContext } from './compile-context.ts'
import { resolveField, sortable } from './fields.ts'
import type { Order, Query, Related } from './parse-query.ts'

/** SQL over `record r`; `order` is '' where the query says none. */
export type CompiledQuery = { where: string; parameters: string[]; order: string }

/** The conditions of a query as SQL. Unknown fields are left out, as the platform does, unless the property says no rows. */
export function compileQuery(table: string, query: Query, context: CompileContext): CompiledQuery {
  const terms: Terms = { parameters: [], invalid: [...query.invalid], aliases: 0 }
  // These are no mistakes: passing them over would find more than was asked for.
  const unknown = query.invalid.find((piece) => /^(JOIN|RLQUERY|SUBQUERY)/.test(piece))
  if (unknown) throw new UnsupportedOperator(unknown)
  const groups = query.groups.map((group) => {
    const places = group.map((alternatives) => {
      const parts = alternatives.flatMap((condition) => compileCondition(table, condition, context, terms) ?? [])
      return parts.length === 0 ? null : `(${parts.join(' OR ')})`
    })
    const held = places.filter((place) => place !== null)
    return held.length === 0 ? '1' : held.join(' AND ')
  })
  const conditions = groups.length === 0 ? '1' : groups.map((group) => `(${group})`).join(' OR ')
  const others = (query.related ?? []).map((related) => compileRelated(table, related, context, terms))
  const both = [`(${conditions})`, ...others].join(' AND ')
  const where = terms.invalid.length > 0 && context.invalidReturnsNothing() ? '0' : both
  const parameters = where === '0' ? [] : terms.parameters
  return {
    where: `${ofTable(table, context.dictionary)} AND (${where})`,
    parameters,
    order: orderSql(table, query.orderBy, context),
  }
}

/** The inner `r` is the other record; what it points to is compared outside. A record without any counts as none. */
function compileRelated(table: string, related: Related, context: CompileContext, terms: Terms): string {
  const key = resolveField(context.dictionary, table, 'r', related.ofField, terms)
  const { operator, count } = related
  const field = context.dictionary.has(related.table)
    ? resolveField(context.dictionary, related.table, 'r', related.field, terms)
    : null
  if (!key || !field) throw new UnsupportedOperator(`${related.table}.${related.field}`)
  const inner = compileQuery(related.table, related.query, context)
  const from = `FROM record r WHERE ${inner.where} AND ${field.sql} IS NOT NULL`
  terms.parameters.push(...inner.parameters)
  const some = `${key.sql} IN (SELECT ${field.sql} ${from} GROUP BY 1 HAVING count(*) ${operator} ${count})`
  if (!isTrueOfNone(operator, count)) return some
  terms.parameters.push(...inner.parameters)
  return `(${some} OR ${key.sql} NOT IN (SELECT ${field.sql} ${from}))`
}

function isTrueOfNone(operator: string, count: number): boolean {
  if (operator === '=') return count === 0
  if (operator === '!=') return count !== 0
  return operator === '<' ? count > 0 : operator === '<=' || (operator === '>=' && count === 0)
}

/** `record r` narrowed to a table and those that extend it. */
export function ofTable(table: string, dictionary: Dictionary): string {
  const ancestors = dictionary.ancestors(table)
  const root = ancestors.at(-1) ?? table
  if (ancestors.length === 1) return `r.root = '${root}'`
  const classes = dictionary.descendants(table).map((name) => `'${name}'`)
  return `r.root = '${root}' AND r.class IN (${classes.join(', ')})`
}

export function orderSql(table: string, orders: readonly Order[], context: Pick<CompileContext, 'dictionary'>): string {
  const terms: Terms = { parameters: [], invalid: [], aliases: 1000 }
  const parts = orders.flatMap(({ field, isDescending }) => {
    const found = resolveField(context.dictionary, table, 'r', field, terms)
    return found ? [`${sortable(context.dictionary, found, terms)}${isDescending ? ' DESC' : ''}`] : []
  })
  return parts.join(', ')
}
