import { RestError } from './rest-error.ts'

/** Rows that share what they are grouped by: those values, and `n`, how many rows, beside the statistics. */
export type Group = { key: string[]; row: Record<string, string | number | null> }

/** A statistic of a field over the rows of a group; `count` needs none. */
export type Statistic = { fn: string; field: string }

type Condition = Statistic & { operator: string; value: number }
type Order = (Statistic | { field: string }) & { isDescending: boolean }

const statistics = ['avg', 'min', 'max', 'sum']

/** `count^priority^>^3,avg^state^<^2`: several are joined by commas, and all must hold. @throws RestError 400 */
export function readHaving(text: string): Condition[] {
  if (text === '') return []
  return text.split(',').map((part) => {
    const [fn = '', field = '', operator = '', value = ''] = part.split('^')
    const name = fn.trim().toLowerCase()
    const isKnown = (name === 'count' || statistics.includes(name)) && operator in comparisons
    if (!isKnown || value === '' || Number.isNaN(Number(value)))
      throw new RestError(400, 'Invalid sysparm_having', `${part} is not aggregate^field^operator^value`)
    return { fn: name, field, operator, value: Number(value) }
  })
}

/** `AVG^state`, `COUNT^DESC`, or a field that was grouped by; ascending unless `^DESC` ends it. */
export function readOrder(text: string): Order[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const isDescending = part.endsWith('^DESC')
      const [name = '', field = ''] = part.replace(/\^DESC$/, '').split('^')
      const fn = name.toLowerCase()
      const isStatistic = fn === 'count' || (statistics.includes(fn) && field !== '')
      return isStatistic ? { fn, field, isDescending } : { field: name, isDescending }
    })
}

/** A group's value of a statistic, or what it was grouped by. */
export type Look = (group: Group, what: Statistic | { field: string }) => string | number | null

export function meeting(groups: readonly Group[], conditions: readonly Condition[], look: Look): Group[] {
  return groups.filter((group) =>
    conditions.every((condition) => {
      const value = look(group, condition)
      return value !== null && (comparisons[condition.operator]?.(Number(value), condition.value) ?? false)
    }),
  )
}

export function inOrder(groups: readonly Group[], orders: readonly Order[], look: Look): Group[] {
  return [...groups].sort((a, b) => {
    for (const order of orders) {
      const difference = compared(look(a, order) ?? '', look(b, order) ?? '')
      if (difference !== 0) return order.isDescending ? -difference : difference
    }
    return 0
  })
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '=': (a, b) => a === b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '!=': (a, b) => a !== b,
}

function compared(a: string | number, b: string | number): number {
  const [x, y] = [Number(a), Number(b)]
  if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y
  return a < b ? -1 : a > b ? 1 : 0
}
