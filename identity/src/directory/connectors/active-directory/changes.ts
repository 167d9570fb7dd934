import { type Entry, type Filter, GreaterThanEqualsFilter, LessThanEqualsFilter } from 'ldapts'
import type { ChangeFeed, Changes } from '../connector.ts'
import { misconfigured } from '../failures.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import { both, firstValue } from '../ldap/entries.ts'
import type { Listings } from '../ldap/listing.ts'
import type { AdContext } from './context.ts'
import { type Domain, groupsBySid, readEntry, readRoot, serverTime } from './domain.ts'
import { attributesFor, toPerson } from './entries.ts'
import { groupAttributes, readPrimaryMembers, toGroup } from './groups.ts'
import { protectedPeople } from './listing.ts'
import { bytesAttributes, groups, isInside, people } from './shape.ts'
import { bytesOf, guidOf, sidBytes, toFileTime } from './values.ts'

/** Changes of more entries than this are left to a full listing. */
const changesMax = 5000
const changedGroupsMax = 200
/** So often at most: `accountExpires` has no index, so the domain looks through all people. */
const endsEveryMs = 5 * 60_000

/**
 * Each controller numbers the changes it makes or takes over; the numbers mean nothing at another one, or after a
 * restore of this one, which shows in its invocation id. Then everything is read anew. Accounts that ended by themselves
 * have no number, since nothing in them changed: up to when those were read stands beside it.
 */
type AdCursor = { controller: string; usn: string; endsReadTo: Date }

export function adChanges(context: AdContext, listings: Listings): ChangeFeed {
  return {
    start: () => context.service.read(async (connection) => JSON.stringify(await readCursor(connection, new Date(0)))),
    since: (text) => context.service.read((connection) => poll(context, connection, parse(text))),
    async keys(page) {
      const search = { base: context.shape.baseDn, scope: 'sub' as const, filter: people }
      const wanted = { attributes: ['objectGUID'], bytes: ['objectGUID'] }
      return await listings.next(page, { ...search, ...wanted }, (entry) => keyOf(entry))
    },
  }
}

async function poll(context: AdContext, connection: LdapConnection, cursor: AdCursor): Promise<Changes> {
  const current = await readCursor(connection, cursor.endsReadTo)
  if (current.controller !== cursor.controller) return { kind: 'tooMany' }
  const next = JSON.stringify(current)
  const nothing = { kind: 'some' as const, people: [], groups: [], removalsLikely: false, cursor: next }
  const isQuiet = current.usn === cursor.usn
  const ended = await readEnded(context, connection, cursor.endsReadTo, current.endsReadTo)
  if (ended === null) return { kind: 'tooMany' }
  if (isQuiet && ended.length === 0) return nothing
  const isProtected = await protectedPeople(context, connection)
  const now = await serverTime(connection)
  const toPeople = (entries: readonly Entry[]) =>
    entries
      .map((entry) => toPerson(entry, { now, isProtected: isProtected(entry), shape: context.shape }))
      .filter((person) => person !== null)
  if (isQuiet) return { ...nothing, people: toPeople(ended) }
  const domain = await context.domain(connection)
  const newer = new GreaterThanEqualsFilter({ attribute: 'uSNChanged', value: String(BigInt(cursor.usn) + 1n) })
  const { baseDn } = context.shape
  const persons = await collect(connection, baseDn, both(newer, people), attributesFor(context.shape))
  const changed = await collect(connection, domain.dn, both(newer, groups), ['objectSid'])
  if (persons === null || changed === null || changed.length > changedGroupsMax) return { kind: 'tooMany' }
  const teams = await affected(context, connection, domain, persons, changed)
  return {
    ...nothing,
    people: toPeople([...persons, ...ended.filter(({ dn }) => persons.every((person) => person.dn !== dn))]),
    groups: teams,
    // What is deleted is hidden from us. A number that went up while nothing that can be seen has it hints at that.
    removalsLikely: persons.length + changed.length === 0 && !(await isSeen(connection, domain, newer)),
  }
}

/** Whose account ended by itself since; null for too many at once. */
async function readEnded(context: AdContext, connection: LdapConnection, from: Date, to: Date) {
  if (to.getTime() === from.getTime()) return []
  const after = new GreaterThanEqualsFilter({ attribute: 'accountExpires', value: toFileTime(from) })
  const before = new LessThanEqualsFilter({ attribute: 'accountExpires', value: toFileTime(to) })
  return await collect(connection, context.shape.baseDn, both(people, after, before), attributesFor(context.shape))
}

/** Changed groups, and the primary groups of changed people, in whose entries that does not show. */
async function affected(
  context: AdContext,
  connection: LdapConnection,
  domain: Domain,
  persons: readonly Entry[],
  changed: readonly Entry[],
) {
  const primaries = new Set(persons.map((entry) => firstValue(entry, 'primaryGroupID')).filter((rid) => rid !== '513'))
  const primarySids = [...primaries].map((rid) => sidBytes(`${domain.sid}-${rid}`))
  const others = (await groupsBySid(connection, domain, primarySids)).map((entry) => entry.dn)
  const wanted = [...new Set([...changed.map((entry) => entry.dn), ...others])]
  if (wanted.length === 0) return []
  const primaryMembers = await readPrimaryMembers(connection, domain)
  const teams = []
  for (const dn of wanted.filter((name) => isInside(name, context.shape.baseDn))) {
    const entry = await readEntry(connection, dn, groupAttributes(context.shape), bytesAttributes)
    if (entry) teams.push(await toGroup(connection, entry, context.shape, primaryMembers))
  }
  return teams.filter((team) => team !== null)
}

async function isSeen(connection: LdapConnection, domain: Domain, newer: Filter): Promise<boolean> {
  const search = { base: domain.dn, scope: 'sub' as const, filter: newer, attributes: ['uSNChanged'], limit: 1 }
  return (await connection.search(search)).length > 0
}

/** All matches, or null when there are too many. Listing on the shared connection is safe: one poll runs at a time. */
async function collect(connection: LdapConnection, base: string, filter: Filter, attributes: string[]) {
  const found: Entry[] = []
  const search = { base, scope: 'sub' as const, filter, attributes, bytes: bytesAttributes }
  for await (const page of connection.pages(search, 500)) {
    found.push(...page)
    if (found.length > changesMax) return null
  }
  return found
}

/** `endsReadTo` moves on when it is time to read ended accounts again. */
async function readCursor(connection: LdapConnection, endsReadTo: Date): Promise<AdCursor> {
  const root = await readRoot(connection, ['highestCommittedUSN', 'dsServiceName'])
  const settings = await readEntry(
    connection,
    firstValue(root, 'dsServiceName') ?? '',
    ['invocationId'],
    ['invocationId'],
  )
  const [id] = settings ? bytesOf(settings, 'invocationId') : []
  const usn = firstValue(root, 'highestCommittedUSN')
  if (usn === null || id === undefined) throw misconfigured('The domain controller does not number its changes for us.')
  const now = await serverTime(connection)
  const isDue = now.getTime() - endsReadTo.getTime() >= endsEveryMs
  return { controller: guidOf(id), usn, endsReadTo: isDue ? now : endsReadTo }
}

function keyOf(entry: Entry): string | null {
  const [guid] = bytesOf(entry, 'objectGUID')
  return guid === undefined ? null : guidOf(guid)
}

function parse(text: string): AdCursor {
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null && 'controller' in value && 'usn' in value) {
    const { controller, usn } = value
    // A cursor of an earlier version says nothing of ends: all that ever came are read once.
    const endsReadTo = new Date('endsReadTo' in value ? String(value.endsReadTo) : 0)
    if (typeof controller === 'string' && typeof usn === 'string' && /^\d+$/.test(usn) && !Number.isNaN(+endsReadTo))
      return { controller, usn, endsReadTo }
  }
  throw misconfigured('The cursor of the last poll cannot be read; a full sync makes a new one.')
}
