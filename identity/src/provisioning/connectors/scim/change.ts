/** Changing a SCIM user, in whichever of the ways the service understands. */
import type { AccountChange, AccountKey, Links, RemoteAccount } from '../connector.ts'
import { notFound, rejected } from '../failures.ts'
import { at, type Json } from './attributes.ts'
import { refusal, type ScimAnswer, type ScimHttp } from './http.ts'
import { extensionParts, type UserExtension } from './links.ts'
import { profileAttributes, readUser } from './resource.ts'
import { readOne, userPath } from './users.ts'

export const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

/**
 * One PATCH without a path is what the large identity providers send and services are tested with; then one operation an
 * attribute; then a whole PUT. A service that says yes and does nothing is found out by reading back.
 */
const ways = ['patch_value', 'patch_paths', 'put'] as const
export type Way = (typeof ways)[number]

/** Remembers for the life of a connector what the service understood, so that each account does not learn it anew. */
export type Memory = { way: Way; extension: UserExtension }

export async function changeUser(
  http: ScimHttp,
  memory: Memory,
  account: { found: RemoteAccount; key: AccountKey; change: AccountChange },
): Promise<RemoteAccount> {
  const { found, key, change } = account
  let last: ScimAnswer | undefined
  for (const way of ways.slice(ways.indexOf(memory.way))) {
    const raw = way === 'put' || change.profile !== undefined ? await readRaw(http, found.remoteId) : undefined
    const attributes = attributesOf(change, key, raw)
    const body =
      way === 'put'
        ? whole(raw, attributes, change.links ?? {}, memory.extension)
        : partial(way, attributes, change.links ?? {}, memory.extension)
    last = await http.call(way === 'put' ? 'PUT' : 'PATCH', userPath(found.remoteId), body)
    if (last.status === 404 && way === 'put') throw gone()
    if (last.ok) {
      const now = readUser(last.body) ?? (await readBack(http, found.remoteId))
      if (holds(change, now)) {
        memory.way = way
        return now
      }
    } else if (!mayUnderstandAnother(last)) throw refusal(last, 'change the account')
  }
  if (last !== undefined && !last.ok) throw refusal(last, 'change the account')
  throw rejected(
    change.active === false
      ? 'The app says that it ended the account, but the account is still active.'
      : 'The app says that it changed the account, but the account is as it was.',
  )
}

/** 404 and 405 to a PATCH mean "no such method here" as often as "no such account"; the PUT that follows tells. */
function mayUnderstandAnother(answer: ScimAnswer): boolean {
  if (answer.scimType === 'uniqueness') return false
  return [400, 404, 405, 415, 501].includes(answer.status)
}

function attributesOf(change: AccountChange, key: AccountKey, raw: unknown): Json {
  return {
    ...(change.active === undefined ? {} : { active: change.active }),
    ...(change.claim ? { externalId: key.externalId } : {}),
    ...(change.userName === undefined ? {} : { userName: change.userName }),
    ...(change.profile === undefined ? {} : profileAttributes(change.profile, raw)),
    ...(change.entitlements === undefined ? {} : { entitlements: change.entitlements.map((value) => ({ value })) }),
  }
}

function partial(way: Way, attributes: Json, links: Links, extension: UserExtension): Json {
  const { set, remove } = extensionParts(links, extension)
  // By full name: an extension sent as a whole would take what else is in it.
  const pathOf = (name: string) => `${extension.schema}:${name}`
  const all = { ...attributes, ...Object.fromEntries(Object.entries(set).map(([name, to]) => [pathOf(name), to])) }
  const replace =
    way === 'patch_value'
      ? [{ op: 'replace', value: all }]
      : Object.entries(all).map(([path, value]) => ({ op: 'replace', path, value }))
  return patch([...replace, ...remove.map((name) => ({ op: 'remove', path: pathOf(name) }))])
}

/** The whole resource, of which what is not ours stays as it was. */
function whole(raw: unknown, attributes: Json, links: Links, extension: UserExtension): Json {
  const { set, remove } = extensionParts(links, extension)
  const body = { ...writable(raw), ...attributes }
  if (Object.keys(set).length + remove.length === 0) return body
  const had = Object.entries((at(raw, extension.schema) ?? {}) as Json)
  const inner = { ...Object.fromEntries(had.filter(([name]) => !remove.includes(name))), ...set }
  const schemas = [...new Set([...(Array.isArray(body.schemas) ? body.schemas : []), extension.schema])]
  return { ...body, schemas, [extension.schema]: inner }
}

export function patch(operations: Json[]): Json {
  return { schemas: [patchSchema], Operations: operations }
}

/** A resource as it may be sent back: without what only the service writes (RFC 7643 §3.1, §4.1.2). */
function writable(raw: unknown): Json {
  const copy = { ...(raw as Json) }
  for (const name of Object.keys(copy)) if (['meta', 'groups'].includes(name.toLowerCase())) delete copy[name]
  return copy
}

/** Only what ends or gives access is insisted on: services rewrite names and addresses as they please. */
function holds(change: AccountChange, now: RemoteAccount): boolean {
  if (change.active !== undefined && now.active !== change.active) return false
  if (change.entitlements === undefined || now.entitlements === null) return true
  const has = new Set(now.entitlements)
  return has.size === new Set(change.entitlements).size && change.entitlements.every((value) => has.has(value))
}

async function readRaw(http: ScimHttp, remoteId: string): Promise<unknown> {
  const known = await readOne(http, remoteId)
  if (known === null) throw gone()
  return known.raw
}

async function readBack(http: ScimHttp, remoteId: string): Promise<RemoteAccount> {
  const known = await readOne(http, remoteId)
  if (known === null) throw gone()
  return known.account
}

function gone() {
  return notFound('The account is no longer in the app.')
}

/** Whether the service says that it has no PATCH (RFC 7643 §5); one that says nothing is tried. */
export function wayFrom(configuration: unknown): Way {
  return at(at(configuration, 'patch'), 'supported') === false ? 'put' : 'patch_value'
}
