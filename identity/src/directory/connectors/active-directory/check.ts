import type { Entry } from 'ldapts'
import type { Health, HealthPoint } from '../connector.ts'
import { DirectoryFailure } from '../failures.ts'
import { noGroups } from '../ldap/check-people.ts'
import { type LdapConnection, toFailure, toSearchFailure } from '../ldap/connection.ts'
import { foldDn } from '../ldap/dn.ts'
import { firstValue } from '../ldap/entries.ts'
import type { Note } from '../ldap/note.ts'
import type { LdapService } from '../ldap/service.ts'
import type { LdapAddress } from '../ldap/transport.ts'
import { checkOwnAccount } from './check-own-account.ts'
import { checkRights } from './check-rights.ts'
import type { AdContext } from './context.ts'
import { type Domain, readEntry } from './domain.ts'
import { personAttributes } from './entries.ts'
import { kerberosSilent, silentKdcs } from './kerberos/present-password.ts'
import { protectedPeople } from './listing.ts'
import { readPolicy } from './policy.ts'
import { namedGroups } from './protection.ts'
import { type AdShape, bytesAttributes, enabledPeople, groups } from './shape.ts'

type Controller = { address: LdapAddress; kdc: LdapAddress; service: LdapService }

const sampleMax = 200

/** Goes through what the connector needs, and what its account must not have. Reads only. */
export async function checkAd(context: AdContext, controllers: readonly Controller[]): Promise<Health> {
  const points: HealthPoint[] = []
  const note: Note = (name, ok, message) => points.push({ name, ok, message })
  const connection = await reach(controllers, note)
  if (connection === null) return { ok: false, points }
  try {
    const domain = await context.domain(connection)
    await checkOwnAccount(connection, context.shape, domain, note)
    await checkKerberos(connection, context, { domain, controllers }, note)
    await checkGroups(connection, context.shape, note)
    await checkPolicies(connection, domain, note)
    await checkNamed(connection, context, domain, note)
    const people = await sample(connection, context)
    if (people.length === 0) note('people', false, 'No enabled person who may be touched is visible under the base.')
    else {
      note('people', true, 'People are visible with their stable identifier.')
      await checkRights(connection, context.shape, domain, people, note)
    }
  } catch (error) {
    note('reading', false, (error instanceof DirectoryFailure ? error : toSearchFailure(error)).message)
  } finally {
    await connection.close()
  }
  return { ok: points.every((point) => point.ok), points }
}

/** Every controller is tried, since whichever answers must do; the connection to the first that does is kept. */
async function reach(controllers: readonly Controller[], note: Note): Promise<LdapConnection | null> {
  let kept: LdapConnection | null = null
  for (const { address, service } of controllers) {
    const place = `connection to ${address.host}:${address.port}`
    const at = controllers.length === 1 ? 'connection' : place
    try {
      const connection = await service.own()
      note(at, true, 'Reached over verified TLS; the service account is accepted.')
      if (kept === null) kept = connection
      else await connection.close()
    } catch (error) {
      note(place, false, (error instanceof DirectoryFailure ? error : toFailure(error)).message)
    }
  }
  return kept
}

/** Every controller is asked, since one that is silent here is seen nowhere else until somebody's password changes. */
async function checkKerberos(
  connection: LdapConnection,
  context: AdContext,
  { domain, controllers }: { domain: Domain; controllers: readonly Controller[] },
  note: Note,
): Promise<void> {
  const kdcs = controllers.map(({ kdc }) => kdc)
  const silent = await silentKdcs(connection, context, domain, kdcs)
  for (const kdc of silent === null ? [] : kdcs) {
    const at = kdcs.length === 1 ? 'kerberos' : `kerberos at ${kdc.host}:${kdc.port}`
    const answers = !silent?.includes(kdc)
    note(at, answers, answers ? 'Kerberos answers.' : kerberosSilent([kdc]))
  }
}

async function checkGroups(connection: LdapConnection, shape: AdShape, note: Note): Promise<void> {
  const search = { base: shape.baseDn, scope: 'sub' as const, filter: groups, attributes: ['cn'], limit: 1 }
  const found = await connection.search(search)
  note('groups', true, found.length > 0 ? 'Groups are visible.' : noGroups('group'))
}

async function checkPolicies(connection: LdapConnection, domain: Domain, note: Note): Promise<void> {
  const { policy } = await readPolicy(connection, domain, null)
  const tries = policy.lockoutTries
  if (tries !== null && tries < 4) {
    note('lockout', false, `The domain locks after ${tries} wrong tries. Five or more leave people room for a mistake.`)
  }
  const container = `CN=Password Settings Container,CN=System,${domain.dn}`
  // Its name is told to whoever may read it; the entry alone also to others.
  const entry = await readEntry(connection, container, ['cn'])
  const isReadable = entry !== null && firstValue(entry, 'cn') !== null
  note(
    'policy',
    isReadable,
    isReadable
      ? 'The password rules of the domain and its fine-grained ones can be shown.'
      : 'The service account may not read the Password Settings Container: people with a fine-grained policy would be shown the wrong rules.',
  )
}

async function checkNamed(connection: LdapConnection, context: AdContext, domain: Domain, note: Note): Promise<void> {
  const names = context.shape.outOfReach.groups
  if (names.length === 0) return
  const found = (await namedGroups(connection, context.shape, domain)).flatMap((group) => [
    firstValue(group, 'sAMAccountName')?.toLowerCase(),
    foldDn(group.dn) ?? undefined,
  ])
  const missing = names.filter((name) => !found.includes(name.toLowerCase()) && !found.includes(foldDn(name) ?? ''))
  note(
    'out of reach',
    missing.length === 0,
    missing.length === 0
      ? 'The groups that are out of reach are there.'
      : `These groups are named as out of reach and do not exist: ${missing.join(', ')}.`,
  )
}

/** Some people who may be written about, from as many folders as the first of them are in. */
async function sample(connection: LdapConnection, context: AdContext): Promise<Entry[]> {
  const isProtected = await protectedPeople(context, connection)
  const { baseDn } = context.shape
  const search = { base: baseDn, scope: 'sub' as const, filter: enabledPeople, attributes: personAttributes }
  for await (const page of connection.pages({ ...search, bytes: bytesAttributes }, sampleMax)) {
    return page.filter((entry) => !isProtected(entry))
  }
  return []
}
