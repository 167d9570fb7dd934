import type { Dictionary } from '../store/dictionary.ts'
import { compileCondition, type Terms, UnsupportedOperator } from './compile-condition.ts'
import { resolveField, sortable } from './fields.ts'
import type { Order, Query } from './parse-query.ts'
import type { ValueContext } from './query-values.ts'

export type CompileContext = {
  dictionary: Dictionary
  /** What `javascript:` values are computed from. */
  values: ValueContext
  /** The script of a dynamic filter option, by sys_id; null for an unknown one. */
  dynamicFilter(sysId: string): string | null
  /** The property glide.invalid_query.returns_no_rows. */
  invalidReturnsNothing(): boolean
}

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
  const where = terms.invalid.length > 0 && context.invalidReturnsNothing() ? '0' : conditions
  const parameters = where === '0' ? [] : terms.parameters
  return {
    where: `${ofTable(table, context.dictionary)} AND (${where})`,
    parameters,
    order: orderSql(table, query.orderBy, context),
  }
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
