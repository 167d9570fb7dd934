import type { Entry } from 'ldapts'
import type { PersonRef } from '../connector.ts'
import { isAnswer, type LdapConnection } from './connection.ts'
import { firstValue, isDisabled, type LdapShape, personAttributes, personByKey, present } from './entries.ts'
import type { LdapPolicy } from './flavour-type.ts'
import { unknownPolicy } from './policy.ts'

/** The entry of a person with what sign-in and passwords need to know of it. */
export type LdapPerson = {
  entry: Entry
  dn: string
  login: string
  disabled: boolean
  /** Locked by an administrator for good, whatever "disabled" means in this directory. */
  lockedForGood: boolean
  policyDn: string | null
}

/**
 * Looks the entry up by what the server calls it for good, every time: a name that was written down may belong to
 * somebody else by now.
 */
export async function readPerson(
  connection: LdapConnection,
  shape: LdapShape,
  who: PersonRef,
): Promise<LdapPerson | null> {
  const [entry] = await connection.search({
    base: shape.baseDn,
    scope: 'sub',
    filter: personByKey(shape, who.key),
    attributes: personAttributes(shape),
  })
  if (!entry) return null
  return {
    entry,
    dn: entry.dn,
    login: firstValue(entry, shape.loginAttribute) ?? '',
    disabled: isDisabled(entry, shape),
    lockedForGood: shape.flavour.isLockedByAdministrator(entry),
    policyDn: policyDnOf(entry, shape),
  }
}

export const policyDnOf = (entry: Entry, shape: LdapShape): string | null =>
  firstValue(entry, 'pwdPolicySubentry') ?? shape.defaultPolicyDn ?? shape.flavour.policyDn

/** The rules of this name; unknown where the directory does not show them. */
export async function readPolicy(
  connection: LdapConnection,
  shape: LdapShape,
  policyDn: string | null,
): Promise<LdapPolicy> {
  const entry = policyDn === null ? null : await readPolicyEntry(connection, shape, policyDn)
  return entry === null ? unknownPolicy : shape.flavour.toPolicy(entry)
}

export async function readPolicyEntry(
  connection: LdapConnection,
  { flavour }: LdapShape,
  policyDn: string,
): Promise<Entry | null> {
  try {
    const [entry] = await connection.search({
      base: policyDn,
      scope: 'base',
      filter: present('objectClass'),
      attributes: [...flavour.policyAttributes],
    })
    return entry ?? null
  } catch (error) {
    // No such policy entry, or one we may not read: the server's refusals still explain themselves.
    if (isAnswer(error) && (error.code === 32 || error.code === 50)) return null
    throw error
  }
}
