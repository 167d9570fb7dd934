import { createHash } from 'node:crypto'

/** Statements seen often enough to be worth preparing; the cap keeps lists of varying length from filling the server's memory. */
export function statementNames(seenMin = 3, namesMax = 400): (text: string) => string | undefined {
  const seen = new Map<string, number>()
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text)
    if (name) return name
    const count = (seen.get(text) ?? 0) + 1
    if (seen.size > 5000) seen.clear()
    seen.set(text, count)
    if (count < seenMin || names.size >= namesMax) return undefined
    const made = `h_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    seen.delete(text)
    names.set(text, made)
    return made
  }
}
