import type { Entry } from 'ldapts'
import type { PersonRecord } from '../connector.ts'
import { foldDn } from '../ldap/dn.ts'
import { firstValue, valuesOf } from '../ldap/entries.ts'
import { bytesOf, control, fromFileTime, guidOf, ridOf, sidOf } from './values.ts'

/** What an entry says of itself: which and whose it is, and whether it is out of reach. */
export const identityAttributes = [
  'objectGUID',
  'objectSid',
  'objectClass',
  'sAMAccountName',
  'sAMAccountType',
  'userPrincipalName',
  'userAccountControl',
  'adminCount',
  'primaryGroupID',
  'mail',
]

export const personAttributes = [
  ...identityAttributes,
  'accountExpires',
  'pwdLastSet',
  'cn',
  'displayName',
  'givenName',
  'sn',
  'title',
  'department',
  'company',
  'physicalDeliveryOfficeName',
  'l',
  'preferredLanguage',
  'proxyAddresses',
  'otherMailbox',
  'telephoneNumber',
  'mobile',
  'employeeID',
  'employeeNumber',
  'manager',
  'uSNChanged',
  'msDS-UserPasswordExpiryTimeComputed',
]

type Reading = { costCenterAttribute: string | null }

/** With the attribute that this domain keeps cost centres in, for which there is none of the schema's own. */
export const attributesFor = ({ costCenterAttribute }: Reading): string[] =>
  costCenterAttribute === null ? personAttributes : [...personAttributes, costCenterAttribute]

/** Null for an entry without identifier or login. Who is out of reach is known to the caller alone. */
export function toPerson(entry: Entry, at: { now: Date; isProtected: boolean; shape: Reading }): PersonRecord | null {
  const [guid] = bytesOf(entry, 'objectGUID')
  const login = firstValue(entry, 'sAMAccountName')
  if (guid === undefined || login === null) return null
  const manager = foldDn(firstValue(entry, 'manager') ?? '')
  return {
    ref: { key: guidOf(guid) },
    handle: foldDn(entry.dn),
    login,
    displayName: firstValue(entry, 'displayName') ?? firstValue(entry, 'cn') ?? login,
    givenName: firstValue(entry, 'givenName'),
    familyName: firstValue(entry, 'sn'),
    title: firstValue(entry, 'title'),
    department: firstValue(entry, 'department'),
    locale: firstValue(entry, 'preferredLanguage'),
    mails: mailsOf(entry),
    phones: [...valuesOf(entry, 'telephoneNumber'), ...valuesOf(entry, 'mobile')],
    manager: manager === null ? null : { by: 'handle', handle: manager },
    disabled: isDisabled(entry) || isExpired(entry, at.now),
    protected: at.isProtected,
    company: firstValue(entry, 'company'),
    location: firstValue(entry, 'physicalDeliveryOfficeName') ?? firstValue(entry, 'l'),
    costCenter: at.shape.costCenterAttribute === null ? null : firstValue(entry, at.shape.costCenterAttribute),
    employeeNumber: firstValue(entry, 'employeeID') ?? firstValue(entry, 'employeeNumber'),
    passwordSetAt: fromFileTime(firstValue(entry, 'pwdLastSet')),
    // Computed for an entry that is read by itself only.
    passwordExpiresAt: fromFileTime(firstValue(entry, 'msDS-UserPasswordExpiryTimeComputed')),
  }
}

export const controlOf = (entry: Entry): number => Number(firstValue(entry, 'userAccountControl') ?? 0)
export const isDisabled = (entry: Entry): boolean => (controlOf(entry) & control.disabled) !== 0

/** An account that ends at a day is over from then on, although nothing in the entry changes at that moment. */
export function isExpired(entry: Entry, now: Date): boolean {
  const end = fromFileTime(firstValue(entry, 'accountExpires'))
  return end !== null && end.getTime() <= now.getTime()
}

export function sidOfEntry(entry: Entry): string | null {
  const [sid] = bytesOf(entry, 'objectSid')
  return sid === undefined ? null : sidOf(sid)
}

export const ridOfEntry = (entry: Entry): number => ridOf(sidOfEntry(entry) ?? '-0')

/** `mail`, then other addresses of the same mailbox (proxyAddresses of Exchange), then other mailboxes. */
function mailsOf(entry: Entry): string[] {
  const others = valuesOf(entry, 'proxyAddresses').flatMap((text) => /^smtp:(.+)$/i.exec(text)?.[1] ?? [])
  const all = [...valuesOf(entry, 'mail'), ...others, ...valuesOf(entry, 'otherMailbox')]
  const isFirst = (mail: string, index: number) =>
    all.findIndex((other) => other.toLowerCase() === mail.toLowerCase()) === index
  return all.filter(isFirst)
}
