import { Conditions, conditionFrom, GlideQueryCondition } from './condition.ts'

/** Key of what a GlideRecord's query is made of; no name that a column could have. */
export const parts = Symbol('query')

export type QueryParts = { readonly conditions: Conditions; limit: number | undefined; offset: number }

/** The part of GlideRecord that says which records are wanted. */
export class QueryBuilding {
  protected readonly [parts]: QueryParts = { conditions: new Conditions(), limit: undefined, offset: 0 }

  addQuery(...given: unknown[]): GlideQueryCondition | null {
    if (given.length === 1 && /[=<>]|[A-Z]{2}/.test(String(given[0]))) {
      this.addEncodedQuery(String(given[0]))
      return null
    }
    const one = conditionFrom(given)
    return new GlideQueryCondition(
      this[parts].conditions,
      this[parts].conditions.add(one.field, one.operator, one.value),
    )
  }
  addNullQuery(field: string): GlideQueryCondition {
    return new GlideQueryCondition(this[parts].conditions, this[parts].conditions.add(field, 'ISEMPTY', ''))
  }
  addNotNullQuery(field: string): GlideQueryCondition {
    return new GlideQueryCondition(this[parts].conditions, this[parts].conditions.add(field, 'ISNOTEMPTY', ''))
  }
  addActiveQuery(): GlideQueryCondition {
    return new GlideQueryCondition(this[parts].conditions, this[parts].conditions.add('active', '=', 'true'))
  }
  addInactiveQuery(): GlideQueryCondition {
    return new GlideQueryCondition(this[parts].conditions, this[parts].conditions.add('active', '=', 'false'))
  }
  addEncodedQuery(query: string): void {
    this[parts].conditions.addEncoded(String(query))
  }
  getEncodedQuery(): string {
    return this[parts].conditions.encoded()
  }
  orderBy(field: string): void {
    this[parts].conditions.orderBy.push({ field, isDescending: false })
  }
  orderByDesc(field: string): void {
    this[parts].conditions.orderBy.push({ field, isDescending: true })
  }
  setLimit(limit: number): void {
    this[parts].limit = Number(limit)
  }
  chooseWindow(first: number, last: number): void {
    this[parts].offset = first
    this[parts].limit = last - first
  }
  setCategory(): void {}
}
