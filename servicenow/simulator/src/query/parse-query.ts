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
  /** Conditions on other records that point here (JOIN, RLQUERY); all must hold besides the groups. */
  related?: readonly Related[]
}

/** So many records of a table must have in `field` what this record has in `ofField`, and meet a query of their own. */
export type Related = { table: string; field: string; ofField: string; operator: string; count: number; query: Query }

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
  const { rest, related, broken } = takeRelated(text)
  const invalid: string[] = [...broken]
  for (const piece of rest.split('^')) {
    if (piece === '' || piece === 'EQ') continue
    if (piece.startsWith('ORDERBYDESC')) orderBy.push({ field: piece.slice(11), isDescending: true })
    else if (piece.startsWith('ORDERBY')) orderBy.push({ field: piece.slice(7), isDescending: false })
    else if (piece.startsWith('GROUPBY')) groupBy.push(piece.slice(7))
    else addCondition(piece)
  }
  const held = groups.filter((group) => group.length > 0)
  return { groups: held, orderBy, groupBy, invalid, ...(related.length > 0 ? { related } : {}) }

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

/**
 * `JOINsys_user.sys_id=sys_user_group.manager!active=true`, and
 * `RLQUERYsys_group_has_role.group,>0,m2m^role.nameLIKEadmin^ENDRLQUERY`, whose own conditions stand between the two.
 */
function takeRelated(text: string): { rest: string; related: Related[]; broken: string[] } {
  const related: Related[] = []
  const broken: string[] = []
  const rest: string[] = []
  const pieces = text.split('^')
  while (pieces.length > 0) {
    const piece = pieces.shift() ?? ''
    const join = /^JOIN\w+\.(\w+)=(\w+)\.(\w+)(?:!(.*))?$/.exec(piece)
    const list = /^RLQUERY(\w+)\.(\w+),(>=|<=|!=|>|<|=)(\d+)(?:,m2m)?$/.exec(piece)
    if (join?.[1] && join[2] && join[3]) {
      const query = parseQuery(join[4] ?? '')
      related.push({ table: join[2], field: join[3], ofField: join[1], operator: '>', count: 0, query })
    } else if (list?.[1] && list[2] && list[3]) {
      const end = pieces.indexOf('ENDRLQUERY')
      const own = pieces.splice(0, end < 0 ? pieces.length : end + 1).filter((one) => one !== 'ENDRLQUERY')
      const query = parseQuery(own.join('^'))
      related.push({
        table: list[1],
        field: list[2],
        ofField: 'sys_id',
        operator: list[3],
        count: Number(list[4]),
        query,
      })
    } else if (/^(JOIN|RLQUERY|SUBQUERY)/.test(piece)) broken.push(piece)
    else rest.push(piece)
  }
  return { rest: rest.join('^'), related, broken }
}

/** Field names are lower case, operators are not: that is how the one is told from the other. */
function parseCondition(piece: string): Condition | null {
  const field = /^[a-z0-9_][a-z0-9_.]*/.exec(piece)?.[0]
  if (!field) return null
  const rest = piece.slice(field.length)
  const operator = operators.find((name) => rest.startsWith(name))
  return operator ? { field, operator, value: rest.slice(operator.length) } : null
}
