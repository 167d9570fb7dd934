/** One condition: a field (dot-walked perhaps), an operator, a value as written. */
export type Condition = { field: string; operator: Operator; value: string }

export type Order = { field: string; isDescending: boolean }

/**
 * An encoded query. A record matches if all conditions of any group hold; each place in a group is a list of
 * alternatives joined by `^OR`, of which one must hold.
 */
export type Query = {
  groups: readonly (readonly (readonly Condition[])[])[]
  orderBy: readonly Order[]
  groupBy: readonly string[]
  /** Pieces that are no condition; the platform ignores them unless told otherwise. */
  invalid: readonly string[]
}

/** Longest first, so that `NOT IN` is not read as something ending in `IN`. */
export const operators = [
  'GT_OR_EQUALS_FIELD',
  'LT_OR_EQUALS_FIELD',
  'TEXTQUERY321',
  'DOES NOT CONTAIN',
  'CHANGESFROM',
  'INSTANCEOF',
  'ISNOTEMPTY',
  'STARTSWITH',
  'VALCHANGES',
  'EMPTYSTRING',
  'RELATIVEGT',
  'RELATIVELT',
  'RELATIVEGE',
  'RELATIVELE',
  'RELATIVEEE',
  'CHANGESTO',
  'MATCH_PAT',
  'MATCH_RGX',
  'ENDSWITH',
  'DATEPART',
  'CONTAINS',
  'NOT LIKE',
  'GT_FIELD',
  'LT_FIELD',
  'MORETHAN',
  'LESSTHAN',
  'ANYTHING',
  'ISEMPTY',
  'NSAMEAS',
  'BETWEEN',
  'DYNAMIC',
  'NOTLIKE',
  'SAMEAS',
  'NOT IN',
  'NOTON',
  'LIKE',
  'IN',
  'ON',
  '!=',
  '>=',
  '<=',
  '!*',
  '=',
  '>',
  '<',
  '*',
  '%',
] as const

export type Operator = (typeof operators)[number]

/** Reads an encoded query; there is no escape for `^` in values. */
export function parseQuery(text: string): Query {
  const groups: Condition[][][] = [[]]
  const orderBy: Order[] = []
  const groupBy: string[] = []
  const invalid: string[] = []
  for (const piece of text.split('^')) {
    if (piece === '' || piece === 'EQ') continue
    if (piece.startsWith('ORDERBYDESC')) orderBy.push({ field: piece.slice(11), isDescending: true })
    else if (piece.startsWith('ORDERBY')) orderBy.push({ field: piece.slice(7), isDescending: false })
    else if (piece.startsWith('GROUPBY')) groupBy.push(piece.slice(7))
    else addCondition(piece)
  }
  return { groups: groups.filter((group) => group.length > 0), orderBy, groupBy, invalid }

  function addCondition(piece: string): void {
    const isNewQuery = /^NQ[a-z0-9]/.test(piece)
    const isAlternative = /^OR[a-z0-9]/.test(piece)
    const condition = parseCondition(isNewQuery || isAlternative ? piece.slice(2) : piece)
    if (!condition) {
      invalid.push(piece)
      return
    }
    if (isNewQuery) groups.push([])
    const group = groups.at(-1) ?? []
    const last = group.at(-1)
    if (isAlternative && last) last.push(condition)
    else group.push([condition])
  }
}

/** Field names are lower case, operators are not: that is how the one is told from the other. */
function parseCondition(piece: string): Condition | null {
  const field = /^[a-z0-9_][a-z0-9_.]*/.exec(piece)?.[0]
  if (!field) return null
  const rest = piece.slice(field.length)
  const operator = operators.find((name) => rest.startsWith(name))
  return operator ? { field, operator, value: rest.slice(operator.length) } : null
}
