import type { LdapSettings } from '@hallpass/contract/directory-settings'
import type { Entry } from 'ldapts'
import type { Health, HealthPoint } from '../connector.ts'
import { DirectoryFailure } from '../failures.ts'
import { rightsOn } from './check-rights.ts'
import { type LdapConnection, toFailure } from './connection.ts'
import { foldDn } from './dn.ts'
import {
  firstValue,
  groups,
  type LdapShape,
  people,
  personAttributes,
  present,
  shapeOf,
  toPerson,
  valuesOf,
} from './entries.ts'
import { detectFlavour } from './flavour.ts'
import type { LdapPolicy } from './flavour-type.ts'
import { policyDnOf, readPolicy } from './person.ts'
import { unknownPolicy } from './policy.ts'

type Deps = { open: () => Promise<LdapConnection>; settings: LdapSettings }
type Note = (name: string, ok: boolean, message: string) => void

const samplesMax = 5
const names = { openldap: 'OpenLDAP, or one that works like it', '389-ds': '389 Directory Server' }

/**
 * Goes through what the connector needs, one point after another; the first that fails makes the rest unknown. Nothing is
 * changed: rights are asked for, never tried out for good.
 */
export async function checkLdap({ open, settings }: Deps): Promise<Health> {
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
    await checkReset(connection, note)
    await checkRights(connection, shape, { samples, policy }, note)
  } catch (error) {
    const failure = error instanceof DirectoryFailure ? error : toFailure(error)
    note(connection ? 'reading' : 'connection', false, failure.message)
  } finally {
    await connection?.close()
  }
  return { ok: points.every((point) => point.ok), points }
}

async function checkPeople(connection: LdapConnection, shape: LdapShape, note: Note): Promise<Entry[]> {
  const entries = await connection.search({
    base: shape.baseDn,
    scope: 'sub',
    filter: people(shape),
    attributes: personAttributes(shape),
    limit: samplesMax,
  })
  const { keyAttribute } = shape.flavour
  if (entries.length === 0) {
    note('people', false, `No entry of class ${shape.personClass} is visible under the base.`)
  } else if (entries.some((entry) => toPerson(entry, shape) === null)) {
    note('people', false, `The service account may not read ${keyAttribute}, without which nobody is found again.`)
  } else {
    note('people', true, 'People are visible with their stable identifier.')
  }
  return entries
}

async function checkGroups(connection: LdapConnection, shape: LdapShape, note: Note): Promise<void> {
  const search = { base: shape.baseDn, scope: 'sub' as const, filter: groups(shape), attributes: ['cn'], limit: 1 }
  const found = await connection.search(search)
  note('groups', true, found.length > 0 ? 'Groups are visible.' : `There are no groups of class ${shape.groupClass}.`)
}

async function checkPolicy(
  connection: LdapConnection,
  shape: LdapShape,
  [sample]: Entry[],
  note: Note,
): Promise<LdapPolicy> {
  const policyDn = sample === undefined ? shape.defaultPolicyDn : policyDnOf(sample, shape)
  if (policyDn === null) {
    const hasPolicies = await offersPolicies(connection)
    note(
      'policy',
      !hasPolicies,
      hasPolicies
        ? 'No default policy is named, so five wrong passwords are assumed to lock and to be forgotten after 15 minutes: where fewer lock, or none is forgotten, strangers may lock people out; where more are allowed, whoever mistypes on a new device waits for nothing. Rules are seen only when a password is refused.'
        : 'The server has no password policies.',
    )
    return unknownPolicy
  }
  const policy = await readPolicy(connection, shape, policyDn)
  const isKnown = policy !== unknownPolicy
  // Only a name that somebody gave must be right; the usual place of the rules may be closed.
  const isGiven = shape.defaultPolicyDn !== null
  const lack = isGiven
    ? 'The default policy cannot be read.'
    : `The service account may not read the password rules in ${policyDn}; people see them only when a password is refused.`
  note('policy', isKnown || !isGiven, isKnown ? 'The password rules can be shown.' : lack)
  return policy
}

/** By the control of draft-behera-ldap-password-policy §6.1; a server that does not tell may have some. */
async function offersPolicies(connection: LdapConnection): Promise<boolean> {
  const read = { base: '', scope: 'base' as const, filter: present('objectClass'), attributes: ['supportedControl'] }
  const [root] = await connection.search(read).catch(() => [])
  const controls = root ? valuesOf(root, 'supportedControl') : []
  return controls.length === 0 || controls.includes('1.3.6.1.4.1.42.2.27.8.5.1')
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
