import type { Records } from '../store/records.ts'
import { asText } from './values.ts'

/** Inputs of a subflow of the platform's own; the exact names are not documented, so they are found by what they say. */
export type BuiltInInputs = { text(name: RegExp): string }
export type BuiltIn = (records: Records, inputs: BuiltInInputs) => Record<string, unknown>

const builtIns = new Map<string, BuiltIn>()

/** A subflow that comes with the platform and has no rows: by its name, spelled as scripts spell it. */
export function registerBuiltIn(name: string, run: BuiltIn): void {
  builtIns.set(name, run)
}

/** Runs one if there is such; `global.update_password_reset_request_status`. */
export function runBuiltIn(
  records: Records,
  name: string,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  const own = builtIns.get(name.replace(/^\w+\./, ''))
  if (!own) return null
  const text = (pattern: RegExp) => asText(Object.entries(given).find(([key]) => pattern.test(key))?.[1])
  return own(records, { text })
}
