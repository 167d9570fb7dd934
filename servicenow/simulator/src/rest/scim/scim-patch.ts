import { ScimError } from './scim-error.ts'

export type Json = Record<string, unknown>
export type PatchOperation = { op: string; path: string; value: unknown }

/** The operations of a PATCH body. @throws ScimError 400 */
export function readPatch(body: Json): PatchOperation[] {
  const list = body.Operations
  if (!Array.isArray(list) || list.length === 0) throw new ScimError(400, 'Operations is missing', 'invalidSyntax')
  return list.map((one: Json) => {
    const op = String(one.op ?? '').toLowerCase()
    if (!['add', 'replace', 'remove'].includes(op)) throw new ScimError(400, `Invalid op ${one.op}`, 'invalidSyntax')
    if (op === 'remove' && !one.path) throw new ScimError(400, 'remove needs a path', 'noTarget')
    return { op, path: String(one.path ?? ''), value: one.value }
  })
}

/** A PATCH of single-valued attributes as the resource it would make: `name.givenName`, `emails[type eq "work"].value`. */
export function patched(operations: readonly PatchOperation[]): Json {
  const resource: Json = {}
  for (const { op, path, value } of operations) {
    if (path !== '') put(resource, path, op === 'remove' ? null : value)
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) put(resource, name, part)
    else throw new ScimError(400, 'A value without a path must be an object', 'invalidValue')
  }
  return resource
}

function put(resource: Json, path: string, value: unknown): void {
  const filtered = /^(\w+)\[(\w+) eq "([^"]*)"\](?:\.(\w+))?$/.exec(path)
  if (filtered) {
    const [, list = '', key = '', wanted = '', leaf = 'value'] = filtered
    const entries = (resource[list] ?? []) as Json[]
    const same = entries.find((entry) => entry[key] === wanted)
    resource[list] = [...entries.filter((entry) => entry !== same), { ...same, [key]: wanted, [leaf]: value }]
    return
  }
  const urn = /^(urn:.+:User)(?::(.+))?$/.exec(path)
  if (urn?.[1]) {
    const inner = (resource[urn[1]] ?? {}) as Json
    resource[urn[1]] = !urn[2] && value === null ? null : inner
    if (urn[2]) put(inner, urn[2], value)
    else Object.assign(inner, value)
    return
  }
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    resource[head] = value
    return
  }
  const inner = (resource[head] ?? {}) as Json
  put(inner, rest.join('.'), value)
  resource[head] = inner
}
