/** SCIM resources (RFC 7643) read tolerantly and written strictly. */
import { createHash } from 'node:crypto'
import type { AccountKey, NewAccount, Profile, RemoteAccount } from '../connector.ts'
import { at, type Json, text, valuesOf } from './attributes.ts'
import { enterpriseUser, extensionParts, linksRead } from './links.ts'

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** Null when this is no user at all: it has no id. */
export function readUser(resource: unknown): RemoteAccount | null {
  const remoteId = text(at(resource, 'id'))
  if (remoteId === null) return null
  const mails = valuesOf(at(resource, 'emails')) ?? []
  const userName = text(at(resource, 'userName')) ?? ''
  const name = at(resource, 'name')
  const displayName = text(at(resource, 'displayName')) ?? text(at(name, 'formatted'))
  const told = [
    userName,
    displayName,
    text(at(name, 'givenName')),
    text(at(name, 'familyName')),
    text(at(resource, 'title')),
    mails,
    ...linksRead(resource),
  ]
  return {
    remoteId,
    externalId: text(at(resource, 'externalId')),
    userName,
    displayName,
    mails,
    active: readActive(at(resource, 'active')),
    entitlements: valuesOf(at(resource, 'entitlements')),
    groups: valuesOf(at(resource, 'groups')),
    fingerprint: createHash('sha256').update(JSON.stringify(told)).digest('base64url'),
  }
}

/** A service that leaves `active` out has no idea of inactive accounts; "False" as text is an old habit of Entra's targets. */
function readActive(value: unknown): boolean {
  if (typeof value === 'string') return value.toLowerCase() !== 'false'
  return value !== false
}

export type Listing = { resources: unknown[]; total: number; itemsPerPage: number | null }

/** A ListResponse (RFC 7644 §3.4.2), or what some services send instead: a bare list, or no Resources when empty. */
export function readListing(body: unknown): Listing | null {
  if (Array.isArray(body)) return { resources: body, total: body.length, itemsPerPage: null }
  const resources = at(body, 'Resources')
  const total = Number(at(body, 'totalResults'))
  if (!Array.isArray(resources)) return Number.isFinite(total) ? { resources: [], total, itemsPerPage: null } : null
  return {
    resources,
    total: Number.isFinite(total) ? total : resources.length,
    itemsPerPage: Number(at(body, 'itemsPerPage')) || null,
  }
}

export function newUser({ key, profile, entitlements, links = {} }: NewAccount, extension = enterpriseUser): Json {
  const pointed = extensionParts(links, extension).set
  return {
    schemas: [userSchema, ...(Object.keys(pointed).length === 0 ? [] : [extension.schema])],
    externalId: key.externalId,
    userName: key.userName,
    active: true,
    ...profileAttributes(profile, undefined),
    ...(entitlements.length === 0 ? {} : { entitlements: entitlements.map((value) => ({ value })) }),
    ...(Object.keys(pointed).length === 0 ? {} : { [extension.schema]: pointed }),
  }
}

/** The attributes a profile becomes. Addresses of the account that are not ours stay, after ours. */
export function profileAttributes(profile: Profile, current: unknown): Json {
  return {
    displayName: profile.displayName,
    name: {
      formatted: profile.displayName,
      ...(profile.givenName === null ? {} : { givenName: profile.givenName }),
      ...(profile.familyName === null ? {} : { familyName: profile.familyName }),
    },
    ...(profile.title === null ? {} : { title: profile.title }),
    ...(profile.mail === null ? {} : { emails: mailEntries(profile.mail, at(current, 'emails')) }),
  }
}

function mailEntries(mail: string, current: unknown): Json[] {
  const others = (Array.isArray(current) ? current : []).filter(
    (entry): entry is Json =>
      typeof entry === 'object' && entry !== null && at(entry, 'type') !== 'work' && at(entry, 'primary') !== true,
  )
  return [{ value: mail, type: 'work', primary: true }, ...others]
}

/** A filter of exact equality: the value is a JSON string (RFC 7644 §3.4.2.2), so quotes and backslashes cannot end it. */
export function equals(attribute: string, value: string): string {
  return encodeURIComponent(`${attribute} eq ${JSON.stringify(value)}`)
}

/** Whether an account answers exactly to a key; user names are case-insensitive (RFC 7643 §4.1.1), our key is not. */
export function answersTo(account: RemoteAccount, attribute: 'externalId' | 'userName', key: AccountKey): boolean {
  if (attribute === 'externalId') return account.externalId === key.externalId
  return account.userName.toLowerCase() === key.userName.toLowerCase()
}
