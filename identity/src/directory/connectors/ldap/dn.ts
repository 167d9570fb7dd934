const plain = /^[A-Za-z][\w.-]*=[\w.@-]+( [\w.@-]+)*(,[A-Za-z][\w.-]*=[\w.@-]+( [\w.@-]+)*)*$/

/**
 * One spelling for each distinguished name (RFC 4514), so that the names in `manager` and `member` can be compared with
 * those of entries: types and values in lower case, escapes written one way, blanks around separators dropped.
 * Only for comparing; a folded name is never sent to a server. Null for what is no name.
 */
export function foldDn(dn: string): string | null {
  // Nearly every name is written this plainly; in a large directory the rest costs seconds.
  if (plain.test(dn)) return dn.toLowerCase()
  if (dn === '') return null
  const parts: string[][] = [[]]
  let rest = dn
  while (rest !== '') {
    const assertion = /^\s*([A-Za-z0-9.-]+)\s*=\s*/.exec(rest)
    if (!assertion) return null
    const { value, length, separator } = readValue(rest.slice(assertion[0].length))
    parts.at(-1)?.push(`${(assertion[1] as string).toLowerCase()}=${writeValue(value)}`)
    if (separator === ',') parts.push([])
    rest = rest.slice(assertion[0].length + length)
    if (separator !== '' && rest === '') return null
  }
  return parts.map((part) => part.sort().join('+')).join(',')
}

function readValue(text: string): { value: string; length: number; separator: string } {
  const bytes: number[] = []
  let blanks = 0
  let at = 0
  const push = (piece: string) => bytes.push(...Buffer.from(piece))
  while (at < text.length) {
    const char = String.fromCodePoint(text.codePointAt(at) as number)
    if (char === ',' || char === '+' || char === ';') {
      return { value: trimmed(bytes, blanks), length: at + 1, separator: char === '+' ? '+' : ',' }
    }
    const hex = char === '\\' ? /^\\([0-9a-fA-F]{2})/.exec(text.slice(at, at + 3)) : null
    if (hex) bytes.push(Number.parseInt(hex[1] as string, 16))
    else if (char === '\\') push(String.fromCodePoint(text.codePointAt(at + 1) ?? 92))
    else push(char)
    blanks = char === ' ' ? blanks + 1 : 0
    at += hex ? 3 : char === '\\' ? 1 + String.fromCodePoint(text.codePointAt(at + 1) ?? 92).length : char.length
  }
  return { value: trimmed(bytes, blanks), length: text.length, separator: '' }
}

/** Blanks at the end are no part of the value unless they were escaped. */
function trimmed(bytes: number[], blanks: number): string {
  return Buffer.from(bytes.slice(0, bytes.length - blanks)).toString('utf8')
}

function writeValue(value: string): string {
  return value
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\\,+=;]/g, '\\$&')
}
