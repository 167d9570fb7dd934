import { currentSession } from '../runtime/session.ts'
import type { Row } from '../store/records.ts'
import { Conditions, conditionFrom, GlideQueryCondition } from './condition.ts'
import { requireCrossScope } from './cross-scope.ts'

type Group = { keys: Record<string, string>; rows: Row[] }

/** GlideAggregate: counts, sums, least, greatest and mean, by group. */
export class GlideAggregate {
  readonly #table: string
  readonly #conditions = new Conditions()
  readonly #groupBy: string[] = []
  #groups: Group[] = []
  #index = -1

  constructor(table: string) {
    this.#table = table
  }
  addQuery(...parts: unknown[]): GlideQueryCondition {
    const one = conditionFrom(parts)
    return new GlideQueryCondition(this.#conditions, this.#conditions.add(one.field, one.operator, one.value))
  }
  addNullQuery(field: string): GlideQueryCondition {
    return this.addQuery(field, 'ISEMPTY', '')
  }
  addNotNullQuery(field: string): GlideQueryCondition {
    return this.addQuery(field, 'ISNOTEMPTY', '')
  }
  addEncodedQuery(query: string): void {
    this.#conditions.addEncoded(query)
  }
  getEncodedQuery(): string {
    return this.#conditions.encoded()
  }
  /** Which one is computed is asked at getAggregate; saying it here is the platform's habit. */
  addAggregate(): void {}
  groupBy(field: string): void {
    this.#groupBy.push(field)
  }
  orderBy(field: string): void {
    this.#conditions.orderBy.push({ field, isDescending: false })
  }
  orderByDesc(field: string): void {
    this.#conditions.orderBy.push({ field, isDescending: true })
  }
  orderByAggregate(): void {}
  setGroup(): void {}
  getTableName(): string {
    return this.#table
  }
  query(): void {
    const session = currentSession()
    if (!session) throw new Error('GlideAggregate outside of a script')
    requireCrossScope(session.records, this.#table, 'read')
    const groups = new Map<string, Group>()
    if (this.#groupBy.length === 0) groups.set('', { keys: {}, rows: [] })
    for (const row of session.records.find(this.#table, this.#conditions.query(), { who: session.who })) {
      const keys = Object.fromEntries(this.#groupBy.map((name) => [name, row[name] ?? '']))
      const key = JSON.stringify(keys)
      const group = groups.get(this.#groupBy.length === 0 ? '' : key) ?? { keys, rows: [] }
      group.rows.push(row)
      groups.set(this.#groupBy.length === 0 ? '' : key, group)
    }
    this.#groups = [...groups.values()]
    this.#index = -1
  }
  hasNext(): boolean {
    return this.#index + 1 < this.#groups.length
  }
  next(): boolean {
    if (!this.hasNext()) return false
    this.#index++
    return true
  }
  getRowCount(): number {
    return this.#groups.length
  }
  getValue(field: string): string {
    return this.#group().keys[field] ?? ''
  }
  getAggregate(kind: string, field?: string): string {
    const { rows } = this.#group()
    const values = field ? rows.map((row) => row[field] ?? '').filter((value) => value !== '') : []
    const numbers = values.map(Number)
    switch (kind.toUpperCase()) {
      case 'COUNT':
        return String(field ? values.length : rows.length)
      case 'COUNT(DISTINCT':
      case 'COUNT_DISTINCT':
        return String(new Set(values).size)
      case 'SUM':
        return String(numbers.reduce((sum, one) => sum + one, 0))
      case 'AVG':
        return numbers.length ? String(numbers.reduce((sum, one) => sum + one, 0) / numbers.length) : ''
      case 'MIN':
        return values.sort(compare)[0] ?? ''
      case 'MAX':
        return values.sort(compare).at(-1) ?? ''
      default:
        throw new Error(`GlideAggregate: no aggregate ${kind}`)
    }
  }
  #group(): Group {
    return this.#groups[Math.max(this.#index, 0)] ?? { keys: {}, rows: [] }
  }
}

function compare(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b) : x - y
}
