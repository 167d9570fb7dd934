import { randomUUID } from 'node:crypto'
import { isRecord, parseFilter, ScimError, type ScimRecord, valuesAt } from './scim-filter.ts'
import { applyPatch } from './scim-patch-operations.ts'

export type ScimResource = ScimRecord & { id: string }
export type ScimKind = 'User' | 'Group'

/** Ways in which whole products differ from the standard, to be switched on while the server runs. */
export type ScimTraits = {
  /** Makes a second account of the same userName where the standard wants 409. */
  allowsDuplicates: boolean
  /** `refused`: answers 400 to every filter. `ignored`: answers everything as if none had been sent. */
  filters: 'kept' | 'refused' | 'ignored'
  /** Stores `Molly@Acme.example` as `molly@acme.example`, or the other way round. */
  userNameCase: 'kept' | 'lower' | 'upper'
  /** Accepts `active` and leaves it as it was. */
  ignoresActive: boolean
  /** Writes `active` as "True" and "False", as some servers do. */
  activeAsText: boolean
  /** Forgets externalId. */
  dropsExternalId: boolean
  /** Answers 501 to PATCH. */
  withoutPatch: boolean
  /** Knows no enterprise extension, and refuses users that carry one. */
  withoutExtension: boolean
  /** Answers 404 to everything about groups. */
  withoutGroups: boolean
  /** The most resources in one answer, whatever `count` asks. */
  pageSizeMax: number
}

export const wellBehaved: ScimTraits = {
  allowsDuplicates: false,
  filters: 'kept',
  userNameCase: 'kept',
  ignoresActive: false,
  activeAsText: false,
  dropsExternalId: false,
  withoutPatch: false,
  withoutExtension: false,
  withoutGroups: false,
  pageSizeMax: 100,
}

/** Users and groups in memory, as a SCIM server keeps them. */
export type ScimStore = ReturnType<typeof createScimStore>

export function createScimStore(traits: ScimTraits) {
  const resources: Record<ScimKind, Map<string, ScimResource>> = { User: new Map(), Group: new Map() }

  function create(kind: ScimKind, body: unknown): ScimResource {
    if (!isRecord(body)) throw new ScimError(400, 'The body must be an object.', 'invalidSyntax')
    const record = asStored(kind, body, null)
    if (!traits.allowsDuplicates) refuseDuplicate(kind, record, null)
    const resource = { ...record, id: randomUUID() }
    resources[kind].set(resource.id, resource)
    return resource
  }

  function write(kind: ScimKind, id: string, change: (before: ScimResource) => ScimRecord): ScimResource {
    const before = get(kind, id)
    const record = asStored(kind, change(before), before)
    if (!traits.allowsDuplicates) refuseDuplicate(kind, record, id)
    const resource = { ...record, id }
    resources[kind].set(id, resource)
    return resource
  }

  function get(kind: ScimKind, id: string): ScimResource {
    const resource = resources[kind].get(id)
    if (!resource) throw new ScimError(404, `There is no ${kind} ${id}.`)
    return resource
  }

  function list(kind: ScimKind, query: URLSearchParams): ScimRecord {
    const filter = query.get('filter')
    if (filter && traits.filters === 'refused') throw new ScimError(400, 'Filters are not supported.', 'invalidFilter')
    const matches = filter && traits.filters === 'kept' ? parseFilter(filter) : () => true
    const found = [...resources[kind].values()].filter(matches)
    const startIndex = Math.max(1, Number(query.get('startIndex') ?? 1))
    const count = Math.min(traits.pageSizeMax, Math.max(0, Number(query.get('count') ?? traits.pageSizeMax)))
    const page = found.slice(startIndex - 1, startIndex - 1 + count).map((resource) => asSent(kind, resource))
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: found.length,
      startIndex,
      itemsPerPage: page.length,
      Resources: page,
    }
  }

  function remove(kind: ScimKind, id: string): void {
    get(kind, id)
    resources[kind].delete(id)
  }

  function asStored(kind: ScimKind, body: ScimRecord, before: ScimRecord | null): ScimRecord {
    const { id: _, meta: __, ...record } = body
    if (kind === 'Group') return { members: [], ...record }
    if (typeof record.userName !== 'string' || record.userName === '') {
      throw new ScimError(400, 'userName is required.', 'invalidValue')
    }
    const extension = Object.keys(record).find((name) => name.startsWith('urn:'))
    if (traits.withoutExtension && extension) throw new ScimError(400, `${extension} is not known.`, 'invalidValue')
    const userName = record.userName
    record.active = traits.ignoresActive ? (before?.active ?? true) : isTrue(record.active ?? true)
    if (traits.userNameCase === 'lower') record.userName = userName.toLowerCase()
    if (traits.userNameCase === 'upper') record.userName = userName.toUpperCase()
    if (traits.dropsExternalId) delete record.externalId
    return record
  }

  function refuseDuplicate(kind: ScimKind, record: ScimRecord, id: string | null): void {
    const name = kind === 'User' ? 'userName' : 'displayName'
    const wanted = String(record[name]).toLowerCase()
    for (const other of resources[kind].values()) {
      if (other.id === id || String(other[name]).toLowerCase() !== wanted) continue
      throw new ScimError(409, `${name} ${String(record[name])} is taken.`, 'uniqueness')
    }
  }

  function asSent(kind: ScimKind, resource: ScimResource): ScimRecord {
    const meta = { resourceType: kind, location: `/${kind}s/${resource.id}` }
    if (kind === 'Group') return { ...resource, meta }
    const groups = [...resources.Group.values()]
      .filter((group) => valuesAt(group, 'members.value').includes(resource.id))
      .map((group) => ({ value: group.id, display: group.displayName }))
    const active = traits.activeAsText ? (resource.active ? 'True' : 'False') : resource.active
    return { ...resource, active, ...(groups.length > 0 ? { groups } : {}), meta }
  }

  return {
    create,
    get,
    list,
    remove,
    replace: (kind: ScimKind, id: string, body: unknown) =>
      write(kind, id, () => {
        if (!isRecord(body)) throw new ScimError(400, 'The body must be an object.', 'invalidSyntax')
        return body
      }),
    patch: (kind: ScimKind, id: string, body: unknown) => write(kind, id, (before) => applyPatch(before, body)),
    asSent,
    all: (kind: ScimKind) => structuredClone([...resources[kind].values()]),
    clear() {
      resources.User.clear()
      resources.Group.clear()
    },
  }
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true')
}
