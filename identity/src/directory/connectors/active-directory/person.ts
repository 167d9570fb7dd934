import type { Entry } from 'ldapts'
import type { PersonRef } from '../connector.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import { firstValue } from '../ldap/entries.ts'
import { type Domain, readEntry, serverTime } from './domain.ts'
import { isDisabled, isExpired, personAttributes } from './entries.ts'
import { type AdPolicy, readPolicy } from './policy.ts'
import { isProtected, protectionAttributes } from './protection.ts'
import { type AdShape, bytesAttributes, isInside } from './shape.ts'
import { control, fromFileTime, guidDn } from './values.ts'

/** A live entry with what sign-in, passwords and protection need to know of it. */
export type AdPerson = {
  key: string
  entry: Entry
  /** Addresses the entry wherever it is moved meanwhile. */
  guidDn: string
  login: string
  displayName: string
  now: Date
  disabled: boolean
  ended: boolean
  locked: boolean
  setAt: Date | null
  mustChange: boolean
  /** Null: never. */
  expiresAt: Date | null
  wrongTries: number
  lastWrongAt: Date | null
  fineDn: string | null
}

const operational = [
  'badPwdCount',
  'badPasswordTime',
  'lockoutTime',
  // Computed for an entry that is read by itself only.
  'msDS-User-Account-Control-Computed',
  'msDS-UserPasswordExpiryTimeComputed',
  'msDS-ResultantPSO',
  ...protectionAttributes,
]

/** Whatever has this identifier, inside the part of the domain that is read; null when nothing has. */
export async function readPerson(connection: LdapConnection, shape: AdShape, who: PersonRef): Promise<AdPerson | null> {
  const dn = guidDn(who.key)
  if (dn === null) return null
  const entry = await readEntry(connection, dn, [...personAttributes, ...operational], bytesAttributes)
  if (entry === null || !isInside(entry.dn, shape.baseDn)) return null
  const now = await serverTime(connection)
  const computed = Number(firstValue(entry, 'msDS-User-Account-Control-Computed') ?? 0)
  const login = firstValue(entry, 'sAMAccountName') ?? ''
  return {
    key: who.key,
    entry,
    guidDn: dn,
    login,
    displayName: firstValue(entry, 'displayName') ?? '',
    now,
    disabled: isDisabled(entry),
    ended: isExpired(entry, now),
    locked: (computed & control.locked) !== 0,
    setAt: fromFileTime(firstValue(entry, 'pwdLastSet')),
    mustChange: firstValue(entry, 'pwdLastSet') === '0',
    expiresAt: fromFileTime(firstValue(entry, 'msDS-UserPasswordExpiryTimeComputed')),
    wrongTries: Number(firstValue(entry, 'badPwdCount') ?? 0),
    lastWrongAt: fromFileTime(firstValue(entry, 'badPasswordTime')),
    fineDn: firstValue(entry, 'msDS-ResultantPSO'),
  }
}

export type AdGuarded = AdPerson & { protected: boolean }
export type AdTarget = AdGuarded & AdPolicy

/** The same, with whether they are out of reach. */
export async function readGuarded(
  connection: LdapConnection,
  shape: AdShape,
  domain: Domain,
  who: PersonRef,
): Promise<AdGuarded | null> {
  const person = await readPerson(connection, shape, who)
  return person && { ...person, protected: await isProtected(connection, person.entry, shape, domain) }
}

/** When the password was last set, and nothing else: a fraction of what reading a person costs. */
export async function readSetAt(
  connection: LdapConnection,
  shape: AdShape,
  who: PersonRef,
): Promise<{ setAt: Date | null } | null> {
  const dn = guidDn(who.key)
  const entry = dn && (await readEntry(connection, dn, ['pwdLastSet']))
  if (!entry || !isInside(entry.dn, shape.baseDn)) return null
  return { setAt: fromFileTime(firstValue(entry, 'pwdLastSet')) }
}

/** The same as `readGuarded`, with the rules that hold for them. */
export async function readTarget(
  connection: LdapConnection,
  shape: AdShape,
  domain: Domain,
  who: PersonRef,
): Promise<AdTarget | null> {
  const person = await readGuarded(connection, shape, domain, who)
  return person && { ...person, ...(await readPolicy(connection, domain, person.fineDn)) }
}

/** Until when a minimum age refuses the person's own change; null when it does not. */
export function notBeforeOf(person: AdTarget): Date | null {
  const { minAgeSeconds } = person.policy
  if (person.setAt === null || minAgeSeconds === null) return null
  const from = new Date(person.setAt.getTime() + minAgeSeconds * 1000)
  return from.getTime() > person.now.getTime() ? from : null
}
