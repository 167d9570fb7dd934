/** Filters of SCIM (RFC 7644, 3.4.2.2): comparisons joined by `and`, enough for what an identity service asks. */

export type ScimRecord = { [attribute: string]: unknown }

export class ScimError extends Error {
  readonly status: number
  readonly scimType: string | undefined

  constructor(status: number, detail: string, scimType?: string) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }
}

/** A test for records; throws `invalidFilter` where the text is none. */
export function parseFilter(text: string): (record: ScimRecord) => boolean {
  const tests = splitByAnd(text).map(parseComparison)
  return (record) => tests.every((test) => test(record))
}

/** The values an attribute path names: `userName`, `name.givenName`, `emails.value`, `emails[type eq "work"].value`. */
export function valuesAt(record: ScimRecord, path: string): unknown[] {
  const parts = /^([^[.]+)(?:\[(.*)\])?(?:\.(.+))?$/.exec(withoutCoreUrn(path))
  if (!parts) throw new ScimError(400, `There is no attribute ${path}.`, 'invalidPath')
  const [, name = '', selector, rest] = parts
  const value = record[keyOf(record, name)]
  let values = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  if (selector) values = values.filter(parseFilter(selector))
  if (!rest) return values
  return values.flatMap((one) => (isRecord(one) ? valuesAt(one, rest) : []))
}

/** Attribute names are case-insensitive (RFC 7643, 2.1); the name as the record spells it, or as asked. */
export function keyOf(record: ScimRecord, name: string): string {
  if (['__proto__', 'constructor', 'prototype'].includes(name)) {
    throw new ScimError(400, `There is no attribute ${name}.`, 'invalidPath')
  }
  return Object.keys(record).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name
}

export function withoutCoreUrn(path: string): string {
  return path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(User|Group):/i, '')
}

export function isRecord(value: unknown): value is ScimRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseComparison(text: string): (record: ScimRecord) => boolean {
  const parts = /^\s*(\S+?(?:\[.*\]\S*)?)\s+(eq|ne|co|sw|pr)(?:\s+(.+?))?\s*$/i.exec(text)
  if (!parts) throw new ScimError(400, `This is no filter: ${text}`, 'invalidFilter')
  const [, path = '', operator = '', literal] = parts
  if (operator.toLowerCase() === 'pr') return (record) => valuesAt(record, path).length > 0
  const wanted = parseLiteral(literal)
  const exact = /(^|\.|:)(externalId|id)$/i.test(path)
  const fold = (value: unknown) => (typeof value === 'string' && !exact ? value.toLowerCase() : value)
  const compare = comparators[operator.toLowerCase()]
  if (!compare) throw new ScimError(400, `There is no operator ${operator}.`, 'invalidFilter')
  return (record) => {
    const values = valuesAt(record, path).map((value) => (isRecord(value) ? value.value : value))
    return compare(values.map(fold), fold(wanted))
  }
}

const comparators: Record<string, (values: unknown[], wanted: unknown) => boolean> = {
  eq: (values, wanted) => values.includes(wanted),
  ne: (values, wanted) => !values.includes(wanted),
  co: (values, wanted) => values.some((value) => String(value).includes(String(wanted))),
  sw: (values, wanted) => values.some((value) => String(value).startsWith(String(wanted))),
}

function parseLiteral(literal: string | undefined): unknown {
  try {
    return JSON.parse(literal ?? '')
  } catch {
    throw new ScimError(400, `This is no value of a filter: ${literal}`, 'invalidFilter')
  }
}

/** Splits at `and`, but not inside a quoted value or a bracket. */
function splitByAnd(text: string): string[] {
  const parts: string[] = []
  let start = 0
  let quoted = false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\\' && quoted) at++
    else if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '[') depth++
    else if (character === ']') depth--
    else if (depth === 0 && /^ and /i.test(text.slice(at, at + 5))) {
      parts.push(text.slice(start, at))
      start = at + 5
      at += 4
    }
  }
  return [...parts, text.slice(start)]
}
