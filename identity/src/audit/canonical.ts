/**
 * JSON in exactly one form, so that the same facts always have the same hash (after RFC 8785): keys sorted by UTF-16
 * code units, no white space, dates as RFC 3339, undefined left out. Text is made acceptable to PostgreSQL's jsonb:
 * no NUL, no lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value, whole) ?? 'null'))
}

function whole(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\ufffd')
  return typeof value === 'bigint' ? value.toString() : value
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value)
    .map(([key, member]) => [key.toWellFormed().replaceAll('\0', '\ufffd'), member] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`
}
