import type { LdapSettings } from '@hallpass/contract/directory-settings'
import type { Entry } from 'ldapts'
import type { Clock } from '../../../platform/clock.ts'
import type { Health, HealthPoint } from '../connector.ts'
import { DirectoryFailure } from '../failures.ts'
import { checkGroups, checkPeople } from './check-people.ts'
import { checkOwnPassword, checkPolicy } from './check-policy.ts'
import { rightsOn } from './check-rights.ts'
import { type LdapConnection, toSearchFailure } from './connection.ts'
import { foldDn } from './dn.ts'
import { firstValue, type LdapShape, present, shapeOf, valuesOf } from './entries.ts'
import { detectFlavour } from './flavour.ts'
import type { LdapPolicy } from './flavour-type.ts'
import type { Note } from './note.ts'

type Deps = { open: () => Promise<LdapConnection>; settings: LdapSettings; clock: Clock }

const names = { openldap: 'OpenLDAP, or one that works like it', '389-ds': '389 Directory Server' }

/**
 * Goes through what the connector needs, one point after another; the first that fails makes the rest unknown. Nothing is
 * changed: rights are asked for, never tried out for good.
 */
export async function checkLdap({ open, settings, clock }: Deps): Promise<Health> {
  const points: HealthPoint[] = []
  const note: Note = (name, ok, message) => points.push({ name, ok, message })
  let connection: LdapConnection | undefined
  try {
    connection = await open()
    note('connection', true, 'Reached over verified TLS; the service account is accepted.')
    const shape = shapeOf(settings, await detectFlavour(connection))
    note('server', true, `The server is ${names[shape.flavour.kind]}.`)
    const samples = await checkPeople(connection, shape, note)
    await checkGroups(connection, shape, note)
    const policy = await checkPolicy(connection, shape, samples, note)
    await checkOwnPassword(connection, shape, clock.now(), note)
    await checkReset(connection, note)
    await checkRights(connection, shape, { samples, policy }, note)
  } catch (error) {
    const failure = error instanceof DirectoryFailure ? error : toSearchFailure(error)
    note(connection ? 'reading' : `connection to ${settings.host}:${settings.port}`, false, failure.message)
  } finally {
    await connection?.close()
  }
  return { ok: points.every((point) => point.ok), points }
}

async function checkReset(connection: LdapConnection, note: Note): Promise<void> {
  const search = {
    base: '',
    scope: 'base' as const,
    filter: present('objectClass'),
    attributes: ['supportedExtension'],
  }
  const [root] = await connection.search(search).catch(() => [])
  const hasExtension = root ? valuesOf(root, 'supportedExtension').includes('1.3.6.1.4.1.4203.1.11.1') : false
  note(
    'reset',
    true,
    hasExtension ? 'Passwords are set by the extended operation.' : 'Passwords are set by replacing the attribute.',
  )
}

/** The rights on a few people of different branches: rights are usually given branch by branch. */
async function checkRights(
  connection: LdapConnection,
  shape: LdapShape,
  { samples, policy }: { samples: Entry[]; policy: LdapPolicy },
  note: Note,
): Promise<void> {
  const others = samples.filter((entry) => foldDn(entry.dn) !== foldDn(shape.bindDn))
  const byBranch = new Map(others.map((entry) => [entry.dn.slice(entry.dn.indexOf(',') + 1), entry]))
  const missing = new Set<string>()
  let isKnown = false
  let isPolicySkipped = false
  for (const [branch, entry] of byBranch) {
    const rights = await rightsOn(connection, shape, entry.dn, policy)
    if (!rights.known) continue
    isKnown = true
    isPolicySkipped ||= rights.policySkipped
    for (const right of rights.missing) missing.add(`${right} under ${branch}`)
  }
  if (byBranch.size === 0) return
  if (!isKnown) {
    return note('rights', true, 'This server does not tell rights without a write; the first reset will show them.')
  }
  note(
    'rights',
    missing.size === 0,
    missing.size === 0
      ? 'The service account may set passwords and end locks.'
      : `The service account lacks the right to ${[...missing].join('; ')}.`,
  )
  if (isPolicySkipped || (await isPasswordAdministrator(connection, shape))) {
    note(
      'rules_hold',
      false,
      'The password rules do not hold for the service account: give it write, not manage, on userPassword, and take it off the list of password administrators.',
    )
  } else {
    note('rules_hold', true, 'The service account is held to the password rules.')
  }
}

/** In 389-ds whoever is named in passwordAdminDN, or is in the group named there, sets any password. */
async function isPasswordAdministrator(connection: LdapConnection, shape: LdapShape): Promise<boolean> {
  if (shape.flavour.policyDn === null) return false
  const read = async (base: string, attribute: string) => {
    const search = { base, scope: 'base' as const, filter: present('objectClass'), attributes: [attribute] }
    const [entry] = await connection.search(search).catch(() => [])
    return entry
  }
  const config = await read(shape.flavour.policyDn, 'passwordAdminDN')
  const named = (config && firstValue(config, 'passwordAdminDN')) || null
  if (named === null) return false
  const own = foldDn(shape.bindDn)
  if (foldDn(named) === own) return true
  const group = await read(named, shape.memberAttribute)
  return group !== undefined && valuesOf(group, shape.memberAttribute).some((member) => foldDn(member) === own)
}
