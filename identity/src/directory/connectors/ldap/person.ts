import type { Entry } from 'ldapts'
import type { PersonRef } from '../connector.ts'
import { isAnswer, type LdapConnection } from './connection.ts'
import { firstValue, isDisabled, type LdapShape, personAttributes, personByKey, present, toDate } from './entries.ts'
import { lockSecondsOf, policyAttributes, toPolicy, unknownPolicy } from './policy.ts'

/** The entry of a person with what sign-in and passwords need to know of it. */
export type LdapPerson = {
  entry: Entry
  dn: string
  disabled: boolean
  changedAt: Date | null
  mustChange: boolean
  lockedTime: string | null
  policyDn: string | null
}

const operational = ['pwdChangedTime', 'pwdReset', 'pwdPolicySubentry']

/**
 * Looks the entry up by its entryUUID, every time: a name that was written down may belong to somebody else by now.
 * entryUUID (RFC 4530) is neither changed nor reused.
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
    attributes: [...personAttributes(shape), ...operational],
  })
  if (!entry) return null
  return {
    entry,
    dn: entry.dn,
    disabled: isDisabled(entry, shape.disabledWhen),
    changedAt: toDate(firstValue(entry, 'pwdChangedTime')),
    mustChange: firstValue(entry, 'pwdReset') === 'TRUE',
    lockedTime: firstValue(entry, 'pwdAccountLockedTime'),
    policyDn: firstValue(entry, 'pwdPolicySubentry') ?? shape.defaultPolicyDn,
  }
}

/** The rules that hold for this entry, and how long a lock lasts; unknown where the directory does not show them. */
export async function readPolicy(connection: LdapConnection, person: LdapPerson) {
  const unknown = { policy: unknownPolicy, lockSeconds: null }
  if (person.policyDn === null) return unknown
  try {
    const [entry] = await connection.search({
      base: person.policyDn,
      scope: 'base',
      filter: present('objectClass'),
      attributes: policyAttributes,
    })
    return entry ? { policy: toPolicy(entry), lockSeconds: lockSecondsOf(entry) } : unknown
  } catch (error) {
    // No such policy entry, or one we may not read: the server's refusals still explain themselves.
    if (isAnswer(error) && (error.code === 32 || error.code === 50)) return unknown
    throw error
  }
}
