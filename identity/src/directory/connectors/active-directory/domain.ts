import { type Entry, EqualityFilter } from 'ldapts'
import { misconfigured } from '../failures.ts'
import { isAnswer, type LdapConnection } from '../ldap/connection.ts'
import { both, either, equals, firstValue, present, toDate, valuesOf } from '../ldap/entries.ts'
import { sidOfEntry } from './entries.ts'
import { type AdShape, groups } from './shape.ts'
import { bytesOf, guidOf } from './values.ts'

/** What stays as it is while a domain exists. */
export type Domain = {
  /** The naming context: DC=win,DC=acme,DC=example. */
  dn: string
  sid: string
  /** The short name in front of `\`. */
  shortName: string | null
  /** Kerberos realm, which is the DNS name in capitals. */
  realm: string
  hasPolicyHints: boolean
  /** The account by which all this is read; null when it cannot be found. */
  ownKey: string | null
}

/** LDAP_SERVER_POLICY_HINTS_OID ([MS-ADTS] 3.1.1.3.4.1.27): a reset, too, obeys the history. Windows has it, Samba not. */
export const policyHintsOid = '1.2.840.113556.1.4.2239'

export async function readRoot(connection: LdapConnection, attributes: string[]): Promise<Entry> {
  const [root] = await connection.search({ base: '', scope: 'base', filter: present('objectClass'), attributes })
  if (!root) throw misconfigured('The server does not say which domain it holds; it is no domain controller.')
  return root
}

/** One entry by name, or null; as much of it as the service account may read. */
export async function readEntry(
  connection: LdapConnection,
  dn: string,
  attributes: string[],
  bytes: string[] = [],
): Promise<Entry | null> {
  try {
    const filter = present('objectClass')
    const [entry] = await connection.search({ base: dn, scope: 'base', filter, attributes, bytes })
    return entry ?? null
  } catch (error) {
    // No such entry, or a name that is none: as Active Directory says it.
    if (isAnswer(error) && [32, 34].includes(error.code)) return null
    throw error
  }
}

export async function readDomain(connection: LdapConnection, shape: AdShape): Promise<Domain> {
  const root = await readRoot(connection, ['defaultNamingContext', 'configurationNamingContext', 'supportedControl'])
  const dn = firstValue(root, 'defaultNamingContext')
  const head = dn === null ? null : await readEntry(connection, dn, ['objectSid'], ['objectSid'])
  const sid = head && sidOfEntry(head)
  if (dn === null || !sid) throw misconfigured('The server holds no Active Directory domain that may be read.')
  const partitions = `CN=Partitions,${firstValue(root, 'configurationNamingContext') ?? `CN=Configuration,${dn}`}`
  const [reference] = await connection
    .search({ base: partitions, scope: 'sub', filter: equals('nCName', dn), attributes: ['nETBIOSName'] })
    .catch(() => [])
  const shortName = reference ? firstValue(reference, 'nETBIOSName') : null
  const domain = { dn, sid, shortName, realm: realmOf(dn), ownKey: null }
  const own = await readOwn(connection, shape, domain)
  const ownGuid = own ? bytesOf(own, 'objectGUID')[0] : undefined
  return {
    ...domain,
    hasPolicyHints: valuesOf(root, 'supportedControl').includes(policyHintsOid),
    ownKey: ownGuid === undefined ? null : guidOf(ownGuid),
  }
}

/** The service account's own entry, however its name was written: as a DN, as name@domain or as DOMAIN\name. */
export async function readOwn(
  connection: LdapConnection,
  { bindName }: AdShape,
  domain: Pick<Domain, 'dn'>,
): Promise<Entry | null> {
  const attributes = ['objectGUID', 'objectSid', 'adminCount', 'sAMAccountName', 'msDS-UserPasswordExpiryTimeComputed']
  const bytes = ['objectGUID', 'objectSid']
  if (bindName.includes('=')) return await readEntry(connection, bindName, attributes, bytes)
  const login = bindName.includes('\\') ? bindName.slice(bindName.indexOf('\\') + 1) : bindName.split('@')[0]
  const named = either(equals('userPrincipalName', bindName), equals('sAMAccountName', login ?? ''))
  // Also a managed service account may be one, whose type is a machine's.
  const found = await connection.search({ base: domain.dn, scope: 'sub', filter: named, attributes, bytes, limit: 2 })
  return found[0] ?? null
}

function realmOf(dn: string): string {
  const parts = dn.split(',').flatMap((part) => /^\s*DC=(.+)$/i.exec(part)?.[1] ?? [])
  return parts.join('.').toUpperCase()
}

type Measured = { at: number; server: number }
const measured = new WeakMap<LdapConnection, Measured>()
const measuredMsMax = 600_000

/**
 * The controller's own time: whether a password is young, a lock is over or an account has ended is decided there, so
 * our clock does not matter. Asked once for a connection; it counts whole seconds.
 */
export async function serverTime(connection: LdapConnection): Promise<Date> {
  const known = measured.get(connection)
  const now = performance.now()
  if (known && now - known.at < measuredMsMax) return new Date(known.server + (now - known.at))
  const root = await readRoot(connection, ['currentTime'])
  const time = toDate(firstValue(root, 'currentTime'))
  if (time === null) throw misconfigured('The domain controller does not tell its time.')
  measured.set(connection, { at: performance.now(), server: time.getTime() })
  return time
}

/** Groups by their security identifiers. */
export async function groupsBySid(
  connection: LdapConnection,
  domain: Domain,
  sids: readonly Buffer[],
): Promise<Entry[]> {
  if (sids.length === 0) return []
  const filter = both(groups, either(...sids.map((value) => new EqualityFilter({ attribute: 'objectSid', value }))))
  return await connection.search({
    base: domain.dn,
    scope: 'sub',
    filter,
    attributes: ['objectSid'],
    bytes: ['objectSid'],
  })
}
