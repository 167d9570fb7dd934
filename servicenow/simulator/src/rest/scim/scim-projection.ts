import type { FastifyRequest } from 'fastify'
import { queryOf } from '../table-parameters.ts'
import { ScimError } from './scim-error.ts'
import type { Json } from './scim-patch.ts'

/**
 * The resource with nothing but `attributes`, or without `excludedAttributes` (RFC 7644 §3.9); `schemas` and `id` are
 * returned always. @throws ScimError 400 where both are given
 */
export function projected(request: FastifyRequest, resource: Json): Json {
  const given = queryOf(request)
  const [only, without] = [namesOf(given.get('attributes')), namesOf(given.get('excludedAttributes'))]
  if (only.length > 0 && without.length > 0)
    throw new ScimError(400, 'attributes and excludedAttributes cannot be used together', 'invalidValue')
  if (only.length === 0 && without.length === 0) return resource
  return Object.fromEntries(
    Object.entries(resource).flatMap(([name, value]) => {
      if (name === 'schemas' || name === 'id') return [[name, value]]
      const left = only.length > 0 ? kept(name, value, only) : remaining(name, value, without)
      return left === undefined ? [] : [[name, left]]
    }),
  )
}

/** Lower case, and without the schema of the core in front: `urn:ietf:params:scim:schemas:core:2.0:User:userName`. */
function namesOf(text: string | null): string[] {
  return (text ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^urn:ietf:params:scim:schemas:core:2\.0:\w+:/, ''))
    .filter((name) => name !== '')
}

function kept(name: string, value: unknown, names: readonly string[]): unknown {
  if (names.includes(name.toLowerCase())) return value
  const parts = partsOf(name, names)
  return parts.length > 0 ? eachPart(value, (part) => parts.includes(part)) : undefined
}

function remaining(name: string, value: unknown, names: readonly string[]): unknown {
  if (names.includes(name.toLowerCase())) return undefined
  const parts = partsOf(name, names)
  return parts.length > 0 ? eachPart(value, (part) => !parts.includes(part)) : value
}

/** `name.givenName`, and `urn:…:User:department` of an extension. */
function partsOf(name: string, names: readonly string[]): string[] {
  const start = name.toLowerCase()
  return names
    .filter((one) => one.startsWith(`${start}.`) || one.startsWith(`${start}:`))
    .map((one) => one.slice(start.length + 1))
}

function eachPart(value: unknown, isWanted: (part: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => eachPart(one, isWanted))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([part]) => isWanted(part.toLowerCase())))
}
