/** Attributes of SCIM resources, read tolerantly. */

export type Json = { [key: string]: unknown }

/** An attribute by its name; attribute names are case-insensitive (RFC 7643 §2.1). Never reads from the prototype. */
export function at(resource: unknown, name: string): unknown {
  if (typeof resource !== 'object' || resource === null || Array.isArray(resource)) return undefined
  if (Object.hasOwn(resource, name)) return (resource as Json)[name]
  const wanted = name.toLowerCase()
  const found = Object.keys(resource).find((key) => key.toLowerCase() === wanted)
  return found === undefined ? undefined : (resource as Json)[found]
}

/** Text that is there; numbers are taken as text, since some services number their ids. */
export function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

/** The values of a multi-valued attribute, primary first. Null when the attribute is not there. */
export function valuesOf(attribute: unknown): string[] | null {
  if (attribute === undefined || attribute === null) return null
  const entries = Array.isArray(attribute) ? attribute : [attribute]
  const primaryFirst = [...entries].sort(
    (a, b) => Number(at(b, 'primary') === true) - Number(at(a, 'primary') === true),
  )
  return primaryFirst.flatMap((entry) => {
    const value = text(typeof entry === 'object' ? at(entry, 'value') : entry)
    return value === null ? [] : [value]
  })
}
