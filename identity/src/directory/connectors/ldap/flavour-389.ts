import { Attribute, Change, type Entry } from 'ldapts'
import { firstValue, present, toDate, valuesOf } from './entries.ts'
import type { Flavour, LdapPolicy, WrongTries } from './flavour-type.ts'
import { after, unknownPolicy } from './policy.ts'

/** The first second of 1970 in passwordExpirationTime: must be changed; in accountUnlockTime: locked until somebody ends it. */
const epoch = '19700101000000Z'

const replace = (type: string, values: string[]) =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values }) })

/** In the configuration of the server each of them has a value; in rules of their own only those that were given one. */
const ruleAttributes = [
  'passwordCheckSyntax',
  'passwordMinLength',
  'passwordMinCategories',
  'passwordMinTokenLength',
  'passwordHistory',
  'passwordInHistory',
  'passwordMinAge',
  'passwordExp',
  'passwordMaxAge',
  'passwordLockout',
  'passwordMaxFailure',
  'passwordUnlock',
  'passwordLockoutDuration',
  'passwordResetFailureCount',
]

/** 389 Directory Server, also inside Red Hat Directory Server and FreeIPA: its own names for the same things. */
export const ds389: Flavour = {
  kind: '389-ds',
  // entryUUID is there only for entries made after its plugin was switched on; this one always is.
  keyAttribute: 'nsUniqueId',
  attributes: [
    'nsAccountLock',
    'passwordExpirationTime',
    'passwordAllowChangeTime',
    'pwdUpdateTime',
    'passwordRetryCount',
    'retryCountResetTime',
    'accountUnlockTime',
    'pwdPolicySubentry',
  ],
  policyAttributes: ruleAttributes,
  policyDn: 'cn=config',
  silentRefusalIsHistory: true,
  toPolicy,
  unreadRules: (entry) =>
    isConfiguration(entry) ? ruleAttributes.filter((attribute) => firstValue(entry, attribute) === null) : [],
  isLockedByAdministrator: (entry) => firstValue(entry, 'nsAccountLock')?.toLowerCase() === 'true',

  factsOf(entry, policy, now) {
    const end = firstValue(entry, 'passwordExpirationTime')
    const mustChange = end === epoch
    const expiresAt = mustChange ? null : toDate(end)
    const notBefore = toDate(firstValue(entry, 'passwordAllowChangeTime'))
    const trackedAt = toDate(firstValue(entry, 'pwdUpdateTime'))
    const changedAt =
      trackedAt ?? after(expiresAt, minus(policy.maxAgeSeconds)) ?? after(notBefore, minus(policy.minAgeSeconds))
    return {
      changedAt,
      isReckoned: trackedAt === null,
      mustChange,
      // Until the first sign-in after a reset the server has not written it.
      expiresAt: expiresAt ?? (mustChange ? null : after(changedAt, policy.maxAgeSeconds)),
      notBefore,
      locked: isLocked(entry, now),
      wrongTries: wrongTries(entry, now),
    }
  },

  /** With passwordMustChange every reset marks the password as one to be changed; without the wish the mark goes. */
  afterReset: (_entry, mustChange) => [
    replace('passwordExpirationTime', mustChange ? [epoch] : []),
    replace('accountUnlockTime', []),
  ],

  unlock: () => [replace('accountUnlockTime', []), replace('passwordRetryCount', ['0'])],

  /** The USN plugin's newest number, one for each database; without the plugin there is none. */
  async readChangeNumber(connection) {
    const search = { base: '', scope: 'base' as const, filter: present('objectClass'), attributes: ['lastusn'] }
    const [root] = await connection.search(search)
    const names = Object.keys(root ?? {}).filter((name) => name.toLowerCase().startsWith('lastusn'))
    const numbers = names.sort().flatMap((name) => valuesOf(root as Entry, name).map((value) => `${name}=${value}`))
    return numbers.length > 0 ? numbers.join(' ') : null
  },
}

/** The wrong tries of before are forgotten by a reset, the time of the lock is not. */
function isLocked(entry: Entry, now: Date): boolean {
  const until = firstValue(entry, 'accountUnlockTime')
  if (until === null || firstValue(entry, 'passwordRetryCount') === '0') return false
  return until === epoch || (toDate(until)?.getTime() ?? 0) > now.getTime()
}

/** All are forgotten at one moment, which the server writes with the first of them. */
function wrongTries(entry: Entry, now: Date): WrongTries {
  const forgottenAt = toDate(firstValue(entry, 'retryCountResetTime'))
  if (forgottenAt !== null && forgottenAt <= now) return { count: 0, forgottenAt: null }
  return { count: Number(firstValue(entry, 'passwordRetryCount') ?? '0') || 0, forgottenAt }
}

const minus = (seconds: number | null) => (seconds === null ? null : -seconds)

const isConfiguration = (entry: Entry) => entry.dn.toLowerCase() === 'cn=config'

/**
 * What the configuration does not show may be anything, so the strictest is assumed: that tries lock, by the server's own
 * default where only their number is closed.
 */
function toPolicy(entry: Entry): LdapPolicy {
  const isUnread = (attribute: string) => isConfiguration(entry) && firstValue(entry, attribute) === null
  const isOn = (attribute: string) => firstValue(entry, attribute)?.toLowerCase() === 'on'
  const number = (attribute: string) => {
    const value = Number(firstValue(entry, attribute) ?? '0')
    return Number.isInteger(value) && value > 0 ? value : null
  }
  const lockoutTries = () => {
    if (isUnread('passwordLockout')) return number('passwordMaxFailure') ?? unknownPolicy.lockoutTries
    if (!isOn('passwordLockout')) return null
    return isUnread('passwordMaxFailure') ? failuresByDefault : number('passwordMaxFailure')
  }
  const isChecked = isOn('passwordCheckSyntax')
  const hasHistory = firstValue(entry, 'passwordHistory')?.toLowerCase() !== 'off'
  return {
    // Where the rules are checked and say nothing else, these are what the server asks for.
    minLength: isChecked ? (number('passwordMinLength') ?? 8) : null,
    maxLength: null,
    historyCount: hasHistory ? (number('passwordInHistory') ?? 0) : 0,
    minAgeSeconds: number('passwordMinAge'),
    maxAgeSeconds: isOn('passwordExp') ? number('passwordMaxAge') : null,
    lockoutTries: lockoutTries(),
    furtherChecks: isChecked || isUnread('passwordCheckSyntax'),
    refusesCommon: false,
    classes: isChecked ? classesOf(number('passwordMinCategories') ?? 3) : null,
    // Each piece of a name that is as long as passwordMinTokenLength.
    refusesNameParts: isChecked,
    lockSeconds: isOn('passwordUnlock') ? number('passwordLockoutDuration') : null,
    observationSeconds: number('passwordResetFailureCount'),
  }
}

/** passwordMaxFailure of a server where nobody set it. */
const failuresByDefault = 3

/** One class is no rule. */
const classesOf = (count: number) => (count > 1 ? count : null)
