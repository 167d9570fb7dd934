/** Patterns of templates hold `{parameters}`; this fills them in for the preview. The service does it for real. Pure. */

/** `at`: where in the pattern it begins. */
export type PatternPart = { at: number; text: string; isHole: boolean }

/** The parts of a pattern: text as it will be, and holes whose value is still missing. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): PatternPart[] {
  const parts: PatternPart[] = []
  let from = 0
  for (const match of pattern.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g)) {
    if (match.index > from) parts.push({ at: from, text: pattern.slice(from, match.index), isHole: false })
    const value = values[match[1] ?? '']?.trim() ?? ''
    const at = match.index
    parts.push(value === '' ? { at, text: match[1] ?? '', isHole: true } : { at, text: value, isHole: false })
    from = match.index + match[0].length
  }
  if (from < pattern.length) parts.push({ at: from, text: pattern.slice(from), isHole: false })
  return parts
}
