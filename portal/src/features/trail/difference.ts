/** What changed between two states, value by value. Pure. */

export type Difference = { name: string; before: string | null; after: string | null }

type Facts = Readonly<Record<string, unknown>> | null

/** Values that differ, in the order they are named; a value that is the same on both sides is left out. */
export function differenceOf(before: Facts, after: Facts): Difference[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names
    .map((name) => ({ name, before: text(before?.[name]), after: text(after?.[name]) }))
    .filter((one) => one.before !== one.after)
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
