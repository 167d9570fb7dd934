/** How text from directories and forms is cleaned, folded and cut into words. Pure. */

/**
 * One line of clean text: composed (NFC), without control characters and without the marks that reorder text on
 * screens (security C.17), blanks joined. Null when nothing is left.
 */
export function cleanLine(text: string | null | undefined, lengthMax = 300): string | null {
  if (text === null || text === undefined) return null
  const clean = text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const cut = [...clean].slice(0, lengthMax).join('').trim()
  return cut === '' ? null : cut
}

/** How logins and addresses are compared: composed and in lower case, nothing else. */
export function keyOf(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

const ligatures: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** How names are searched and sorted: lower case, without accents. `Núñez` and `NUNEZ` are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => ligatures[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The folded words of a text; letters, digits and symbols such as emoji all count. Apostrophes join (`oneill`). */
export function wordsOf(text: string): string[] {
  return [
    ...new Set(
      fold(text)
        .replace(/['’]/gu, '')
        .split(/[^\p{L}\p{N}\p{S}\p{Emoji_Presentation}]+/u),
    ),
  ]
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 64))
}

/** What somebody looks for, word by word; what looks like an address is looked for as a whole. */
export function searchTerms(query: string): string[] {
  const pieces = query.split(/\s+/u).filter(isText)
  return [...new Set(pieces.flatMap((piece) => (piece.includes('@') ? [fold(piece).slice(0, 64)] : wordsOf(piece))))]
}

/** PostgreSQL keeps no NUL in text: whoever is looked up by such a name is nobody. */
export function isText(text: string): boolean {
  return !text.includes('\0')
}

/** Whether a text can be one of our ids; anything else names nothing and is not asked for. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** An IANA name that this machine knows. */
export function isTimeZone(name: string | null | undefined): name is string {
  if (!name || name.length > 64) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
