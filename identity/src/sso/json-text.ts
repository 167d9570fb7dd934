/**
 * JSON that PostgreSQL takes as jsonb, of values that strangers sent: it keeps neither NUL nor half of a surrogate pair
 * (PostgreSQL manual §8.14); both become U+FFFD, and whoever sent them gets back what they cannot have meant.
 */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '\ufffd') : part,
  )
