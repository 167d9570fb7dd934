import { Attribute, Change, type Entry } from 'ldapts'
import { firstValue, lockedForGood, present, toDate, valuesOf } from './entries.ts'
import type { Flavour, WrongTries } from './flavour-type.ts'
import { after, behera, beheraAttributes } from './policy.ts'

const replace = (type: string, values: string[]) =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values }) })

const removal = (type: string) => new Change({ operation: 'delete', modification: new Attribute({ type, values: [] }) })

const longAgo = '19700101000000Z'

/** OpenLDAP with slapo-ppolicy, and whoever else follows draft-behera-ldap-password-policy and RFC 4530. */
export const openLdap: Flavour = {
  kind: 'openldap',
  keyAttribute: 'entryUUID',
  attributes: ['pwdAccountLockedTime', 'pwdChangedTime', 'pwdReset', 'pwdPolicySubentry', 'pwdFailureTime'],
  policyAttributes: beheraAttributes,
  policyDn: null,
  silentRefusalIsHistory: false,
  toPolicy: behera,
  // What is absent is off, and what may not be read is absent: nobody can tell.
  unreadRules: () => [],
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
      wrongTries: wrongTries(entry, policy.observationSeconds, now),
    }
  },

  /** A reset ends locks by itself. Some servers mark every password set by another account as one to be changed. */
  afterReset(entry, mustChange) {
    const isMarked = firstValue(entry, 'pwdReset') === 'TRUE'
    return isMarked === mustChange ? [] : [replace('pwdReset', mustChange ? ['TRUE'] : [])]
  },

  /**
   * The server forgets the wrong tries where the lock is deleted, not where it is replaced by nothing, and pwdFailureTime
   * is nobody's to write. A lock of long ago, there for the length of this one change, makes sure that one can be deleted:
   * tries that have not locked yet are forgotten, too.
   */
  unlock: () => [replace('pwdAccountLockedTime', [longAgo]), removal('pwdAccountLockedTime')],

  /** contextCSN stands on the suffix entry where syncprov runs. */
  async readChangeNumber(connection, baseDn) {
    const search = { base: baseDn, scope: 'base' as const, filter: present('objectClass'), attributes: ['contextCSN'] }
    const [entry] = await connection.search(search)
    const numbers = entry ? valuesOf(entry, 'contextCSN').sort() : []
    return numbers.length > 0 ? numbers.join(' ') : null
  },
}

/** One time for each wrong try; they count until they are older than the interval, or for ever where there is none. */
function wrongTries(entry: Entry, observationSeconds: number | null, now: Date): WrongTries {
  const times = valuesOf(entry, 'pwdFailureTime').flatMap((time) => toDate(time) ?? [])
  if (observationSeconds === null) return { count: times.length, forgottenAt: null }
  const ends = times.map((time) => time.getTime() + observationSeconds * 1000).filter((end) => end > now.getTime())
  return { count: ends.length, forgottenAt: ends.length === 0 ? null : new Date(Math.min(...ends)) }
}
