/**
 * JSON that PostgreSQL takes as jsonb, of values that strangers sent: it keeps neither NUL nor half of a surrogate pair
 * (PostgreSQL manual §8.14); both become U+FFFD, and whoever sent them gets back what they cannot have meant.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  // JSON.stringify writes these two, and only these, by their numbers; mostly there are none, and nothing is looked into.
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '\ufffd') : part,
  )
}
