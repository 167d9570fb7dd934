import type { Entry } from 'ldapts'
import type { LdapConnection } from './connection.ts'
import { firstValue, type LdapShape, present, valuesOf } from './entries.ts'
import type { LdapPolicy } from './flavour-type.ts'
import type { Note } from './note.ts'
import { policyDnOf, readPolicy, readPolicyEntry } from './person.ts'
import { unknownPolicy } from './policy.ts'

/** Whether the rules for passwords can be read, and all that counts of them: strangers must reach no lock. */
export async function checkPolicy(
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
  const entry = await readPolicyEntry(connection, shape, policyDn)
  const unread = entry === null ? [] : shape.flavour.unreadRules(entry)
  if (entry !== null && unread.length === 0) note('policy', true, 'The password rules can be shown.')
  else if (entry !== null) {
    note(
      'policy',
      false,
      `The service account may not read all password rules in ${policyDn}, so the strictest are assumed. Let it read these as well: ${unread.join(', ')}.`,
    )
  } else if (shape.defaultPolicyDn !== null) note('policy', false, 'The default policy cannot be read.')
  else {
    note(
      'policy',
      false,
      `The service account may not read the password rules in ${policyDn}: five wrong passwords are assumed to lock, and people see the rules only when a password is refused.`,
    )
  }
  return entry === null ? unknownPolicy : shape.flavour.toPolicy(entry)
}

/** By the control of draft-behera-ldap-password-policy §6.1; a server that does not tell may have some. */
async function offersPolicies(connection: LdapConnection): Promise<boolean> {
  const read = { base: '', scope: 'base' as const, filter: present('objectClass'), attributes: ['supportedControl'] }
  const [root] = await connection.search(read).catch(() => [])
  const controls = root ? valuesOf(root, 'supportedControl') : []
  return controls.length === 0 || controls.includes('1.3.6.1.4.1.42.2.27.8.5.1')
}

/** Servers that cannot say "never" give a day as far off as they can write. */
const neverMs = 5 * 365 * 24 * 3_600_000

/** The account's own password: on the day it ends nobody signs in or is reset through this directory. */
export async function checkOwnPassword(
  connection: LdapConnection,
  shape: LdapShape,
  now: Date,
  note: Note,
): Promise<void> {
  const filter = present('objectClass')
  const attributes = ['objectClass', ...shape.flavour.attributes]
  const [own] = await connection.search({ base: shape.bindDn, scope: 'base', filter, attributes }).catch(() => [])
  if (own === undefined || firstValue(own, 'objectClass') === null) return
  const policy = await readPolicy(connection, shape, policyDnOf(own, shape))
  const { expiresAt } = shape.flavour.factsOf(own, policy, now)
  if (expiresAt === null || expiresAt.getTime() - now.getTime() > neverMs) return
  note('own password', false, ownPasswordEnds(expiresAt))
}

/** The day, in the calendar of UTC. */
export const ownPasswordEnds = (at: Date): string =>
  `The password of the service account ends on ${at.toISOString().slice(0, 10)}; from then on nobody gets in through this directory. Let it not expire, or enter the next one here in time.`
