/** Cursors of paged lists: opaque to callers, the sort key of the last item to us. */
import { Failure } from '../platform/errors.ts'

export function toCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The key a cursor holds; throws when it is none of ours. `shape` names the type of each part, `id` being a UUID. */
export function fromCursor(
  cursor: string | undefined,
  shape: readonly ('text' | 'number' | 'id')[],
): (string | number)[] | null {
  if (cursor === undefined) return null
  const key = parse(cursor)
  if (key?.length !== shape.length || !shape.every((kind, index) => fits(kind, key[index]))) throw badCursor()
  return key as (string | number)[]
}

function parse(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function fits(kind: 'text' | 'number' | 'id', value: unknown): boolean {
  if (kind === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'string' || value.includes('\0')) return false
  return kind === 'text' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
}

function badCursor(): Failure {
  const message = 'Start the list from its first page; this page address is not valid.'
  return new Failure('invalid', 'invalid_cursor', message, { fields: [{ field: 'cursor', message }] })
}

/** One page out of one item more than was asked for. */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => (string | number)[],
): { rows: T[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? toCursor(keyOf(last)) : null }
}
