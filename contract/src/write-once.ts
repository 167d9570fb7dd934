/** Replaces shapes that have a name by references to it, so that each is written once however often it is used. */

type Json = Record<string, unknown>

/** Where JSON Schema holds one schema, a list of them, and a map of them; everything else is data. */
const single = ['items', 'not', 'additionalProperties', 'contains', 'propertyNames', 'if', 'then', 'else'] as const
const lists = ['anyOf', 'allOf', 'oneOf', 'prefixItems'] as const
const maps = ['properties', 'patternProperties', '$defs'] as const

const place = '#/components/schemas/'

export type WriteOnce = {
  /** The schema with references in it, or as a reference. */
  of(schema: object): object
  /** The shapes that `written` refers to, and those that they refer to, by name. */
  shapesIn(written: object): Record<string, object>
}

/** A shape that two names have stays written out: a reference would call one thing by the name of another. */
export function writeOnce(named: readonly (readonly [name: string, shape: object])[]): WriteOnce {
  const done = new WeakMap<object, object>()
  const nameOf = new Map<string, string | null>()
  const bodies = new Map<string, object>()

  const inner = (schema: object): object => {
    const copy: Json = { ...schema }
    for (const key of single) if (isObject(copy[key])) copy[key] = of(copy[key])
    for (const key of lists) if (Array.isArray(copy[key])) copy[key] = (copy[key] as object[]).map(of)
    for (const key of maps) if (isObject(copy[key])) copy[key] = mapValues(copy[key], of)
    return copy
  }
  const of = (schema: object): object => {
    const before = done.get(schema)
    if (before) return before
    const body = inner(schema)
    const name = nameOf.get(JSON.stringify(body))
    const written = name ? { $ref: `${place}${name}` } : body
    done.set(schema, written)
    return written
  }

  // Small ones first: what a larger one holds has its name by then.
  const sized = named.map(([name, shape]) => ({ name, shape, size: JSON.stringify(shape).length }))
  for (const { name, shape } of sized.sort((a, b) => a.size - b.size)) {
    const body = inner(shape)
    const text = JSON.stringify(body)
    nameOf.set(text, nameOf.has(text) ? null : name)
    bodies.set(name, body)
  }

  const shapesIn = (written: object): Record<string, object> => {
    const found = new Map<string, object>()
    const waiting = namesIn(written)
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const body = bodies.get(name)
      if (!body || found.has(name)) continue
      found.set(name, body)
      waiting.push(...namesIn(body))
    }
    return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return { of, shapesIn }
}

function namesIn(written: object): string[] {
  return [...JSON.stringify(written).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name)
}

function isObject(value: unknown): value is Record<string, object> {
  return typeof value === 'object' && value !== null
}

function mapValues(map: Record<string, object>, change: (value: object) => object): Record<string, object> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
}
