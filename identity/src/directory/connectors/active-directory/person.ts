import type { Entry } from 'ldapts'
import type { PersonRef } from '../connector.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import { firstValue } from '../ldap/entries.ts'
import { type Domain, readEntry, serverTime } from './domain.ts'
import { attributesFor, isDisabled, isExpired } from './entries.ts'
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
]

/** Whatever has this identifier, inside the part of the domain that is read; null when nothing has. */
export async function readPerson(connection: LdapConnection, shape: AdShape, who: PersonRef): Promise<AdPerson | null> {
  const dn = guidDn(who.key)
  if (dn === null) return null
  const attributes = [...new Set([...attributesFor(shape), ...operational, ...protectionAttributes])]
  const entry = await readEntry(connection, dn, attributes, bytesAttributes)
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

/** With whether they are out of reach, and the rules that hold for them. */
export type AdTarget = AdPerson & { protected: boolean } & AdPolicy

/** What a reset rests on: whether somebody may be written about, and when their password was set. */
export type AdResettable = Pick<AdTarget, 'guidDn' | 'disabled' | 'ended' | 'setAt' | 'mustChange' | 'protected'>

/**
 * The live entry without what the domain computes from its rules: that takes a controller several times as long as the
 * rest, longer still beside the writes of others, and only a refusal is explained by it.
 */
export async function readResettable(
  connection: LdapConnection,
  shape: AdShape,
  domain: Domain,
  who: PersonRef,
): Promise<AdResettable | null> {
  const dn = guidDn(who.key)
  const attributes = [...protectionAttributes, 'accountExpires', 'pwdLastSet']
  const entry = dn && (await readEntry(connection, dn, attributes, bytesAttributes))
  if (!entry || !isInside(entry.dn, shape.baseDn)) return null
  const now = await serverTime(connection)
  return {
    guidDn: dn,
    disabled: isDisabled(entry),
    ended: isExpired(entry, now),
    setAt: fromFileTime(firstValue(entry, 'pwdLastSet')),
    mustChange: firstValue(entry, 'pwdLastSet') === '0',
    protected: await isProtected(connection, entry, shape, domain),
  }
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

/** The same as `readPerson`, with whether they are out of reach and the rules that hold for them. */
export async function readTarget(
  connection: LdapConnection,
  shape: AdShape,
  domain: Domain,
  who: PersonRef,
): Promise<AdTarget | null> {
  const person = await readPerson(connection, shape, who)
  if (person === null) return null
  const isGuarded = await isProtected(connection, person.entry, shape, domain)
  return { ...person, protected: isGuarded, ...(await readPolicy(connection, domain, person.fineDn)) }
}

/** Until when a minimum age refuses the person's own change; null when it does not. */
export function notBeforeOf(person: AdTarget): Date | null {
  const { minAgeSeconds } = person.policy
  if (person.setAt === null || minAgeSeconds === null) return null
  const from = new Date(person.setAt.getTime() + minAgeSeconds * 1000)
  return from.getTime() > person.now.getTime() ? from : null
}
