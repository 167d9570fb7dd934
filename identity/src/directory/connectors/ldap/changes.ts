import { type Entry, type Filter, GreaterThanEqualsFilter } from 'ldapts'
import type { Clock } from '../../../platform/clock.ts'
import type { ChangeFeed, Changes, GroupRecord } from '../connector.ts'
import { misconfigured } from '../failures.ts'
import type { LdapConnection } from './connection.ts'
import {
  both,
  firstValue,
  groups,
  type LdapShape,
  people,
  personAttributes,
  toDate,
  toGeneralizedTime,
  toGroup,
} from './entries.ts'
import type { Listings } from './listing.ts'
import type { Records } from './records.ts'
import type { LdapService } from './service.ts'

/** Changes of more entries than this are left to a full listing. */
const changesMax = 5000
/** modifyTimestamp counts whole seconds and is given before the write is seen: the last second is always read again. */
const overlapMs = 1000
/** Without a change number from the server the first cursor comes from our clock; this is how far it may be ahead. */
const clockSlackMs = 300_000

/**
 * `at` is the newest modifyTimestamp seen; `context` the server's own change number, by which a poll of a quiet directory
 * costs one read. `told` is up to when changes of entries are no news: what moved the number since, and shows in no entry
 * that is newer, was a deletion. These servers have no other feed that the LDAP library can follow.
 */
type LdapCursor = { at: string; context: string | null; told: string }

export function ldapChanges(
  deps: { service: LdapService; listings: Listings; records: Records; clock: Clock },
  shape: LdapShape,
): ChangeFeed {
  const keyAttributes = { base: shape.baseDn, scope: 'sub' as const, attributes: [shape.flavour.keyAttribute] }
  return {
    async start() {
      const context = await deps.service.read((connection) => shape.flavour.readChangeNumber(connection, shape.baseDn))
      const now = deps.clock.now()
      const at = timeOf(context) ?? toGeneralizedTime(new Date(now.getTime() - clockSlackMs))
      const told = timeOf(context) ?? toGeneralizedTime(now)
      return JSON.stringify({ at, context, told } satisfies LdapCursor)
    },
    since: (text) => deps.service.read((connection) => poll(connection, shape, deps.records, parse(text))),
    async keys(page) {
      const search = { ...keyAttributes, filter: people(shape) }
      return await deps.listings.next(page, search, (entry) => firstValue(entry, shape.flavour.keyAttribute))
    },
  }
}

async function poll(
  connection: LdapConnection,
  shape: LdapShape,
  toRecords: Records,
  cursor: LdapCursor,
): Promise<Changes> {
  const context = await shape.flavour.readChangeNumber(connection, shape.baseDn)
  if (context !== null && context === cursor.context) {
    return { kind: 'some', people: [], groups: [], removalsLikely: false, cursor: JSON.stringify(cursor) }
  }
  const from = toGeneralizedTime(new Date((toDate(cursor.at)?.getTime() ?? 0) - overlapMs))
  const changed = async (filter: Filter, attributes: string[]) => {
    const newer = new GreaterThanEqualsFilter({ attribute: 'modifyTimestamp', value: from })
    return await collect(connection, shape, both(newer, filter), attributes)
  }
  const persons = await changed(people(shape), personAttributes(shape))
  const teams = await changed(groups(shape), [
    shape.flavour.keyAttribute,
    'modifyTimestamp',
    'cn',
    shape.memberAttribute,
  ])
  if (persons === null || teams === null) return { kind: 'tooMany' }
  const timesOf = (entries: Entry[]) =>
    entries.map((entry) => firstValue(entry, 'modifyTimestamp') ?? '').filter((time) => toDate(time) !== null)
  const at = [cursor.at, ...timesOf(persons), ...timesOf(teams)].sort().at(-1) as string
  return {
    kind: 'some',
    people: await toRecords(persons),
    groups: teams.map((entry) => toGroup(entry, shape)).filter((group): group is GroupRecord => group !== null),
    // A deletion moves the server's change number and leaves no entry behind that would say so.
    removalsLikely: context !== null && !timesOf(persons).some((time) => time > cursor.told),
    cursor: JSON.stringify({ at, context, told: [cursor.told, at].sort().at(-1) as string } satisfies LdapCursor),
  }
}

/** All matches, or null when there are too many. Listing on the shared connection is safe: one poll runs at a time. */
async function collect(connection: LdapConnection, shape: LdapShape, filter: Filter, attributes: string[]) {
  const found = []
  for await (const page of connection.pages({ base: shape.baseDn, scope: 'sub', filter, attributes }, 500)) {
    found.push(...page)
    if (found.length > changesMax) return null
  }
  return found
}

/** The newest time among change numbers: `20261124141300.123456Z#000000#000#000000`. */
function timeOf(context: string | null): string | null {
  const times = (context ?? '').split(' ').map((number) => /^(\d{14})\.\d+Z#/.exec(number)?.[1])
  const newest = times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1)
  return newest === undefined ? null : `${newest}Z`
}

function parse(text: string): LdapCursor {
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'string') {
    const context = 'context' in value && typeof value.context === 'string' ? value.context : null
    return { at: value.at, context, told: 'told' in value && typeof value.told === 'string' ? value.told : value.at }
  }
  throw misconfigured('The cursor of the last poll cannot be read; a full sync makes a new one.')
}
