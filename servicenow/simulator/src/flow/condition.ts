import type { Pills } from './pills.ts'
import { asText } from './values.ts'

const operators = [
  'ISNOTEMPTY',
  'NOT IN',
  'STARTSWITH',
  'ENDSWITH',
  'NOTLIKE',
  'ANYTHING',
  'CONTAINS',
  'ISEMPTY',
  'NSAMEAS',
  'SAMEAS',
  'LIKE',
  'IN',
  '!=',
  '>=',
  '<=',
  '=',
  '>',
  '<',
] as const

/**
 * Whether the condition of an if holds: `{{pill}}=value^{{pill}}ISNOTEMPTY^OR…`. Values are compared as text, numbers as
 * numbers; what a pill holds is never read as part of the condition. @throws Error for an operator not known here
 */
export function holds(condition: string, pills: Pills): boolean {
  if (condition.trim() === '') return true
  return condition.split('^NQ').some((group) => {
    const places: string[][] = []
    for (const piece of group.split('^').filter((part) => part !== '' && part !== 'EQ')) {
      if (piece.startsWith('OR{{')) places.at(-1)?.push(piece.slice(2))
      else places.push([piece])
    }
    return places.every((place) => place.some((piece) => one(piece, pills)))
  })
}

function one(piece: string, pills: Pills): boolean {
  const match =
    /^(\{\{[^{}]+\}\}|[^=<>!]*?)(?=ISNOTEMPTY|NOT IN|STARTSWITH|ENDSWITH|NOTLIKE|ANYTHING|CONTAINS|ISEMPTY|NSAMEAS|SAMEAS|LIKE|IN|[!<>=])/.exec(
      piece,
    )
  const left = match?.[1] ?? ''
  const rest = piece.slice(left.length)
  const operator = operators.find((name) => rest.startsWith(name))
  if (!match || !operator) throw new Error(`The condition ${piece} cannot be read`)
  return compare(asText(pills.fill(left)), operator, asText(pills.fill(rest.slice(operator.length))))
}

function compare(left: string, operator: (typeof operators)[number], right: string): boolean {
  switch (operator) {
    case '=':
    case 'SAMEAS':
      return same(left, right)
    case '!=':
    case 'NSAMEAS':
      return !same(left, right)
    case 'ISEMPTY':
      return left === ''
    case 'ISNOTEMPTY':
      return left !== ''
    case 'ANYTHING':
      return true
    case 'IN':
      return right.split(',').some((part) => same(left, part.trim()))
    case 'NOT IN':
      return !right.split(',').some((part) => same(left, part.trim()))
    case 'LIKE':
    case 'CONTAINS':
      return left.toLowerCase().includes(right.toLowerCase())
    case 'NOTLIKE':
      return !left.toLowerCase().includes(right.toLowerCase())
    case 'STARTSWITH':
      return left.toLowerCase().startsWith(right.toLowerCase())
    case 'ENDSWITH':
      return left.toLowerCase().endsWith(right.toLowerCase())
    default:
      return ordered(left, operator, right)
  }
}

function ordered(left: string, operator: '<' | '>' | '<=' | '>=', right: string): boolean {
  const [a, b] = [Number(left), Number(right)]
  const isNumeric = left !== '' && right !== '' && !Number.isNaN(a) && !Number.isNaN(b)
  const order = isNumeric ? a - b : left.localeCompare(right)
  if (operator === '<') return order < 0
  if (operator === '>') return order > 0
  return operator === '<=' ? order <= 0 : order >= 0
}

/** `1` and `true` are one value, as booleans are written both ways. */
function same(left: string, right: string): boolean {
  const flat = (text: string) => (text === 'true' ? '1' : text === 'false' ? '0' : text.toLowerCase())
  return flat(left) === flat(right)
}
