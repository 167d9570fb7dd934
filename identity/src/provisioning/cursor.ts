import { Failure } from '../platform/errors.ts'

/** Every list here is ordered by id, newest first; its cursor is the last id, opaque to callers. */
export function afterCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString('utf8')
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id
  const message = 'Start the list from its first page; this page address is not valid.'
  throw new Failure('invalid', 'invalid_cursor', message, { fields: [{ field: 'cursor', message }] })
}

/** One page out of one item more than was asked for. */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  idOf: (row: T) => string,
): { rows: T[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? Buffer.from(idOf(last)).toString('base64url') : null }
}
