import { invalidField } from '../platform/errors.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id a cursor stands for: lists go on after it. Throws when it is none of ours. */
export function cursorId(cursor: string | undefined): string | undefined {
  if (cursor === undefined || uuid.test(cursor)) return cursor
  throw invalidField('cursor', 'Take the cursor from the page before, or leave it out.', 'invalid_cursor')
}
