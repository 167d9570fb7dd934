/** Fills the parameters of a pattern with typed values. */
import { checkParameter } from './parameters.ts'
import { parametersOf, parsePattern } from './patterns.ts'
import type { ParameterType, Template } from './templates.ts'

/** What is wrong with one parameter, in a sentence for whoever typed it. */
export type ParameterFault = { parameter: string; message: string }
export type Values = { ok: true; values: Map<string, string> } | { ok: false; faults: ParameterFault[] }

/**
 * Checks what was typed for a template against the types of its parameters. `needed` are the patterns that will be
 * filled: their parameters must be there; the others may be. All faults are reported at once.
 */
export function checkValues(
  template: Pick<Template, 'params'>,
  typed: Readonly<Record<string, string>>,
  needed: readonly string[],
  idpEntityId: string,
): Values {
  const types = new Map(Object.entries(template.params ?? {}))
  const faults: ParameterFault[] = []
  const values = new Map<string, string>()

  for (const name of Object.keys(typed)) {
    const type = types.get(name)
    if (type === undefined || type === 'idpEntityId')
      faults.push({ parameter: name, message: 'This template does not ask for this value.' })
  }
  for (const [name, type] of types) {
    const value = type === 'idpEntityId' ? idpEntityId : Object.hasOwn(typed, name) ? typed[name] : undefined
    const isNeeded = needed.some((pattern) => parametersOf(pattern).includes(name))
    if (value === undefined || (value.trim() === '' && !isNeeded)) {
      if (isNeeded) faults.push({ parameter: name, message: 'Give a value.' })
      continue
    }
    const checked = checkParameter(type, value)
    if (checked.ok) values.set(name, checked.value)
    else faults.push({ parameter: name, message: checked.message })
  }
  return faults.length === 0 ? { ok: true, values } : { ok: false, faults }
}

/**
 * The pattern with its values in place; null when one is missing, or when what comes out of a web pattern is no web
 * address on the host the pattern means. Values come from `checkValues`.
 */
export function fillPattern(
  pattern: string,
  values: ReadonlyMap<string, string>,
  types: Readonly<Record<string, ParameterType>> = {},
): string | null {
  const parts = parsePattern(pattern)
  if (!parts) return null
  let filled = ''
  for (const part of parts) {
    if (part.kind === 'text') {
      filled += part.text
      continue
    }
    const value = values.get(part.name)
    if (value === undefined) return null
    // Our entity ID is an address itself; inside a query it must not bring its own separators.
    filled += types[part.name] === 'idpEntityId' && filled.includes('?') ? encodeURIComponent(value) : value
  }
  return isSound(filled) ? filled : null
}

function isSound(filled: string): boolean {
  if (!/^https?:/i.test(filled)) return true
  if (!URL.canParse(filled)) return false
  const url = new URL(filled)
  return url.username === '' && url.password === ''
}
