/** Input made from the schemas of the contract, good and bad, so that tests of every route need no list of their own. */
import type { RouteSpec } from '@hallpass/contract/route'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'

/** An id that nothing has. */
export const ghost = '0199d3a0-0000-7000-8000-00000000dead'

/** The part of JSON Schema that the contract uses. */
type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  format?: string
}

/** The smallest value that the schema accepts: optional fields are left out. */
export function sampleOf(given: TSchema): unknown {
  const schema = given as Schema
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf((schema.anyOf.find((each) => each.type !== 'null') ?? {}) as TSchema)
  if (schema.type === 'object') {
    const names = schema.required ?? []
    return Object.fromEntries(names.map((name) => [name, sampleOf(schema.properties?.[name] as TSchema)]))
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items as TSchema))
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(0, schema.minimum ?? 0)
  if (schema.type === 'boolean') return false
  if (schema.type === 'null') return null
  if (schema.type === 'string') return text(given)
  throw new Error(`no sample is made of ${JSON.stringify(schema)} yet: teach sampleOf`)
}

function text(schema: TSchema): string {
  const { minLength = 0 } = schema as Schema
  const tries = [
    ghost,
    '2026-01-02T03:04:05Z',
    'no-such-thing',
    'somebody@nowhere.example',
    'https://nowhere.example',
    'x'.repeat(minLength),
    'A'.repeat(43),
    '999999',
    '+491700000000',
    'ZZZZ-ZZZZ',
    'EUR',
  ]
  const found = tries.find((each) => Value.Check(schema, each))
  if (found === undefined) throw new Error(`no text fits ${JSON.stringify(schema)} yet: teach sampleOf`)
  return found
}

/** A value of a type that the schema does not take. */
export function wrongFor(schema: TSchema): unknown {
  const found = [{ wrong: true }, [], 12.5, 'wrong', null].find((each) => !Value.Check(schema, each))
  if (found === undefined) throw new Error(`the schema ${JSON.stringify(schema)} takes everything`)
  return found
}

export type FieldsOf = { all: Record<string, TSchema>; required: string[] }

export function fieldsOf(schema: TSchema): FieldsOf {
  const { properties, required } = schema as Schema
  return { all: (properties ?? {}) as Record<string, TSchema>, required: required ?? [] }
}

/** What a query needs although its schema cannot say so: one of two. */
const queries: Record<string, object> = {
  'access.getPersonWhy': { roleId: ghost },
  'access.getMyWhy': { roleId: ghost },
}

/** The address of a route with this id, and whatever its query cannot do without. */
export function addressOf(spec: RouteSpec, id?: string): string {
  const params = (spec.params ? sampleOf(spec.params) : {}) as Record<string, string>
  const path = spec.path.replace(/:(\w+)/, (_all, name: string) => id ?? params[name] ?? name)
  const query = { ...(spec.query ? (sampleOf(spec.query) as object) : {}), ...queries[spec.id] }
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return words.length > 0 ? `${path}?${words.join('&')}` : path
}

/** Everything before the id, by which a test finds a thing of that kind. */
export const kindOf = (spec: RouteSpec): string => spec.path.slice(0, spec.path.indexOf('/:id'))
