import { cursorInvalid } from '../errors.ts'

/** Where a list sorted by a text and an id goes on. */
export type Position = { sort: string; id: string }

export function readCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined || cursor === '') return null
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(value) &&
      value.length === 2 &&
      value.every((part) => typeof part === 'string' && !part.includes('\0'))
    ) {
      const [sort, id] = value as [string, string]
      if (/^[0-9a-f-]{36}$/.test(id)) return { sort, id }
    }
  } catch {
    // Not one of ours.
  }
  throw cursorInvalid()
}

/** Cuts a list that was read one longer than asked for into a page. */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  positionOf: (row: T) => Position,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || last === undefined) return { items, next: null }
  const { sort, id } = positionOf(last)
  return { items, next: Buffer.from(JSON.stringify([sort, id])).toString('base64url') }
}
