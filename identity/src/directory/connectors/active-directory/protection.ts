/** Who is out of reach (security A.1), told from the live entry before every write. */
import type { Entry, Filter } from 'ldapts'
import type { LdapConnection } from '../ldap/connection.ts'
import { foldDn } from '../ldap/dn.ts'
import { both, either, equals, firstValue, valuesOf } from '../ldap/entries.ts'
import { type Domain, groupsBySid } from './domain.ts'
import { controlOf, identityAttributes, ridOfEntry, sidOfEntry } from './entries.ts'
import { type AdShape, groups, inChain, people } from './shape.ts'
import { bytesOf, control, guidOf, ordinaryAccount, sidBytes, sidOf } from './values.ts'

/** Administrator and krbtgt. */
const protectedRids = [500, 502]
/**
 * Groups that AdminSDHolder guards: of the domain Domain Admins, Domain Controllers, Schema Admins, Enterprise Admins,
 * Read-only Domain Controllers, Key Admins, Enterprise Key Admins; built in Administrators, Account, Server, Print and
 * Backup Operators, Replicator.
 */
const domainGroupRids = [512, 516, 518, 519, 521, 526, 527]
const builtInGroups = [544, 548, 549, 550, 551, 552].map((rid) => `S-1-5-32-${rid}`)

export const protectedSids = (domain: Pick<Domain, 'sid'>): string[] => [
  ...domainGroupRids.map((rid) => `${domain.sid}-${rid}`),
  ...builtInGroups,
]

/** All that `isProtected` looks at. */
export const protectionAttributes = [
  ...identityAttributes,
  // Computed, and for an entry that is read by itself only.
  'tokenGroups',
]

/** Whether the entry alone says that it is out of reach; groups beyond the primary one are not looked at. */
export function isProtectedByItself(entry: Entry, shape: AdShape, domain: Domain): boolean {
  const [guid] = bytesOf(entry, 'objectGUID')
  const primary = Number(firstValue(entry, 'primaryGroupID') ?? 0)
  const logins = shape.outOfReach.logins.map((login) => login.toLowerCase())
  const own = ['sAMAccountName', 'userPrincipalName', 'mail'].map(
    (name) => firstValue(entry, name)?.toLowerCase() ?? '',
  )
  return (
    // A machine, a managed service account, a trust, or no account at all.
    firstValue(entry, 'sAMAccountType') !== ordinaryAccount ||
    (controlOf(entry) & (control.trust | control.workstation | control.server)) !== 0 ||
    valuesOf(entry, 'objectClass').some((name) => /^(computer|msDS-.*ManagedServiceAccount)$/i.test(name)) ||
    protectedRids.includes(ridOfEntry(entry)) ||
    domainGroupRids.includes(primary) ||
    Number(firstValue(entry, 'adminCount') ?? 0) > 0 ||
    (guid !== undefined && guidOf(guid) === domain.ownKey) ||
    logins.some((login) => own.includes(login))
  )
}

/** For an entry read by itself, with `tokenGroups`: the server then tells every group over all nesting. */
export async function isProtected(
  connection: LdapConnection,
  entry: Entry,
  shape: AdShape,
  domain: Domain,
): Promise<boolean> {
  if (isProtectedByItself(entry, shape, domain)) return true
  const guarded = new Set([...protectedSids(domain), ...(await namedGroups(connection, shape, domain)).map(sidOfEntry)])
  const told = bytesOf(entry, 'tokenGroups').map(sidOf)
  // Everybody is in a group: none told means that the service account may not read it here.
  const reached = told.length > 0 ? told : await reachedGroups(connection, entry, domain)
  return reached.some((sid) => guarded.has(sid))
}

async function reachedGroups(connection: LdapConnection, entry: Entry, domain: Domain): Promise<string[]> {
  const primarySid = `${domain.sid}-${firstValue(entry, 'primaryGroupID') ?? '513'}`
  const [primary] = await groupsBySid(connection, domain, [sidBytes(primarySid)])
  const reached = await connection.search({
    base: domain.dn,
    scope: 'sub',
    filter: both(groups, either(inChain('member', entry.dn), ...(primary ? [inChain('member', primary.dn)] : []))),
    attributes: ['objectSid'],
    bytes: ['objectSid'],
  })
  return [primarySid, ...reached.map(sidOfEntry).filter((sid) => sid !== null)]
}

/** The groups that the operator named; a name that is none is told by `check`. */
export async function namedGroups(connection: LdapConnection, shape: AdShape, domain: Domain): Promise<Entry[]> {
  const names = shape.outOfReach.groups
  if (names.length === 0) return []
  const byName = names.map((name) =>
    name.includes('=') ? equals('distinguishedName', name) : equals('sAMAccountName', name),
  )
  const attributes = ['objectSid', 'sAMAccountName']
  return await connection.search({
    base: domain.dn,
    scope: 'sub',
    filter: both(groups, either(...byName)),
    attributes,
    bytes: ['objectSid'],
  })
}

/**
 * The folded names of everybody whom a guarded group reaches, for a listing. Step by step from the groups down, since
 * asking the server for chains would have it follow those of every person there is.
 */
export async function protectedHandles(
  connection: LdapConnection,
  shape: AdShape,
  domain: Domain,
): Promise<Set<string>> {
  const guarded = await groupsBySid(connection, domain, protectedSids(domain).map(sidBytes))
  const all = new Map<string, Entry>()
  let found = [...guarded, ...(await namedGroups(connection, shape, domain))]
  while (found.length > 0) {
    const fresh = found.filter((group) => !all.has(group.dn))
    for (const group of fresh) all.set(group.dn, group)
    found = await entriesIn(
      connection,
      domain,
      groups,
      fresh.map((group) => equals('memberOf', group.dn)),
    )
  }
  const reached = [...all.values()].flatMap((group) => [
    equals('memberOf', group.dn),
    equals('primaryGroupID', String(ridOfEntry(group))),
  ])
  const persons = await entriesIn(connection, domain, people, reached)
  return new Set(persons.map((entry) => foldDn(entry.dn) ?? ''))
}

const filtersAtOnce = 40

async function entriesIn(
  connection: LdapConnection,
  domain: Domain,
  kind: Filter,
  filters: readonly Filter[],
): Promise<Entry[]> {
  const found: Entry[] = []
  for (let from = 0; from < filters.length; from += filtersAtOnce) {
    const filter = both(kind, either(...filters.slice(from, from + filtersAtOnce)))
    const search = { base: domain.dn, scope: 'sub' as const, filter, attributes: ['objectSid'], bytes: ['objectSid'] }
    for await (const page of connection.pages(search, 500)) found.push(...page)
  }
  return found
}
