import { Attribute, Change } from 'ldapts'
import { firstValue, lockedForGood, present, toDate, valuesOf } from './entries.ts'
import type { Flavour } from './flavour-type.ts'
import { after, behera, beheraAttributes } from './policy.ts'

const replace = (type: string, values: string[]) =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values }) })

/** OpenLDAP with slapo-ppolicy, and whoever else follows draft-behera-ldap-password-policy and RFC 4530. */
export const openLdap: Flavour = {
  kind: 'openldap',
  keyAttribute: 'entryUUID',
  attributes: ['pwdAccountLockedTime', 'pwdChangedTime', 'pwdReset', 'pwdPolicySubentry'],
  policyAttributes: beheraAttributes,
  policyDn: null,
  silentRefusalIsHistory: false,
  toPolicy: behera,
  isLockedByAdministrator: (entry) => firstValue(entry, 'pwdAccountLockedTime') === lockedForGood,

  factsOf(entry, policy, now) {
    const changedAt = toDate(firstValue(entry, 'pwdChangedTime'))
    const since = toDate(firstValue(entry, 'pwdAccountLockedTime'))
    // A lock by wrong tries has a time, and is over when its duration is.
    const until = since === null || policy.lockSeconds === null ? null : after(since, policy.lockSeconds)
    return {
      changedAt,
      mustChange: firstValue(entry, 'pwdReset') === 'TRUE',
      expiresAt: after(changedAt, policy.maxAgeSeconds),
      notBefore: after(changedAt, policy.minAgeSeconds),
      locked: since !== null && (until === null || until > now),
    }
  },

  /** A reset ends locks by itself. Some servers mark every password set by another account as one to be changed. */
  afterReset(entry, mustChange) {
    const isMarked = firstValue(entry, 'pwdReset') === 'TRUE'
    return isMarked === mustChange ? [] : [replace('pwdReset', mustChange ? ['TRUE'] : [])]
  },

  /** The server forgets the wrong tries together with the lock; pwdFailureTime is nobody's to write. */
  unlock: () => [replace('pwdAccountLockedTime', [])],

  /** contextCSN stands on the suffix entry where syncprov runs. */
  async readChangeNumber(connection, baseDn) {
    const search = { base: baseDn, scope: 'base' as const, filter: present('objectClass'), attributes: ['contextCSN'] }
    const [entry] = await connection.search(search)
    const numbers = entry ? valuesOf(entry, 'contextCSN').sort() : []
    return numbers.length > 0 ? numbers.join(' ') : null
  },
}
