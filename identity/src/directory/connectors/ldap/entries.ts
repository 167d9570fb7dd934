import type { DisabledWhen, LdapSettings } from '@hallpass/contract/directory-settings'
import { AndFilter, type Entry, EqualityFilter, type Filter, OrFilter, PresenceFilter } from 'ldapts'
import type { GroupRecord, PersonRecord } from '../connector.ts'
import { foldDn } from './dn.ts'
import type { Flavour } from './flavour-type.ts'

/** `pwdAccountLockedTime` of an account that an administrator locked for good (slapo-ppolicy(5)). */
export const lockedForGood = '000001010000Z'

/** The settings with everything left out filled in. */
export type LdapShape = {
  baseDn: string
  personClass: string
  groupClass: string
  memberAttribute: string
  loginAttribute: string
  disabledWhen: DisabledWhen
  defaultPolicyDn: string | null
  /** Whom the directory is read as. */
  bindDn: string
  timeZoneAttribute: string | null
  costCenterAttribute: string | null
  flavour: Flavour
}

export function shapeOf(settings: LdapSettings, flavour: Flavour): LdapShape {
  const groupClass = settings.groupClass ?? 'groupOfNames'
  return {
    baseDn: settings.baseDn,
    personClass: settings.personClass ?? 'inetOrgPerson',
    groupClass,
    memberAttribute: groupClass.toLowerCase() === 'groupofuniquenames' ? 'uniqueMember' : 'member',
    loginAttribute: settings.loginAttribute ?? 'uid',
    disabledWhen: settings.disabledWhen ?? { kind: 'locked_by_administrator' },
    defaultPolicyDn: settings.defaultPolicyDn ?? null,
    bindDn: settings.bindDn,
    timeZoneAttribute: settings.timeZoneAttribute ?? null,
    costCenterAttribute: settings.costCenterAttribute ?? null,
    flavour,
  }
}

export function personAttributes(shape: LdapShape): string[] {
  return [
    shape.flavour.keyAttribute,
    ...shape.flavour.attributes,
    'modifyTimestamp',
    shape.loginAttribute,
    'cn',
    'displayName',
    'givenName',
    'sn',
    'title',
    'departmentNumber',
    'ou',
    'o',
    'physicalDeliveryOfficeName',
    'l',
    'preferredLanguage',
    'mail',
    'telephoneNumber',
    'mobile',
    'employeeNumber',
    'manager',
    ...(shape.timeZoneAttribute === null ? [] : [shape.timeZoneAttribute]),
    ...(shape.costCenterAttribute === null ? [] : [shape.costCenterAttribute]),
    ...(shape.disabledWhen.kind === 'attribute' ? [shape.disabledWhen.attribute] : []),
  ]
}

/** Filters are built from objects: whatever a login contains goes over the wire as a value, never as syntax. */
export const equals = (attribute: string, value: string): Filter => new EqualityFilter({ attribute, value })
export const present = (attribute: string): Filter => new PresenceFilter({ attribute })
export const both = (...filters: Filter[]): Filter => new AndFilter({ filters })
export const either = (...filters: Filter[]): Filter => new OrFilter({ filters })

export const people = (shape: LdapShape): Filter =>
  both(equals('objectClass', shape.personClass), present(shape.loginAttribute))
export const groups = (shape: LdapShape): Filter => equals('objectClass', shape.groupClass)
export const personByKey = (shape: LdapShape, key: string): Filter =>
  both(equals(shape.flavour.keyAttribute, key), people(shape))

/** The values of an attribute as text, whatever case the server spells its name in; absent is none. */
export function valuesOf(entry: Entry, attribute: string): string[] {
  const name =
    attribute in entry ? attribute : Object.keys(entry).find((key) => key.toLowerCase() === attribute.toLowerCase())
  const value = name === undefined ? [] : entry[name]
  return (Array.isArray(value) ? value : [value]).map(String).filter((text) => text !== '')
}

export const firstValue = (entry: Entry, attribute: string): string | null => valuesOf(entry, attribute)[0] ?? null

/** Null for an entry that cannot be a person here: without an identifier or a login. */
export function toPerson(entry: Entry, shape: LdapShape): PersonRecord | null {
  const key = firstValue(entry, shape.flavour.keyAttribute)
  const login = firstValue(entry, shape.loginAttribute)
  if (key === null || login === null) return null
  const manager = foldDn(firstValue(entry, 'manager') ?? '')
  return {
    ref: { key },
    handle: foldDn(entry.dn),
    login,
    displayName: firstValue(entry, 'displayName') ?? firstValue(entry, 'cn') ?? login,
    givenName: firstValue(entry, 'givenName'),
    familyName: firstValue(entry, 'sn'),
    title: firstValue(entry, 'title'),
    department: firstValue(entry, 'departmentNumber') ?? firstValue(entry, 'ou'),
    locale: firstValue(entry, 'preferredLanguage'),
    mails: valuesOf(entry, 'mail'),
    phones: [...valuesOf(entry, 'telephoneNumber'), ...valuesOf(entry, 'mobile')],
    manager: manager === null ? null : { by: 'handle', handle: manager },
    disabled: isDisabled(entry, shape),
    protected: false,
    passwordSetAt: null,
    employeeNumber: firstValue(entry, 'employeeNumber'),
    company: firstValue(entry, 'o'),
    location: firstValue(entry, 'physicalDeliveryOfficeName') ?? firstValue(entry, 'l'),
    costCenter: shape.costCenterAttribute === null ? null : firstValue(entry, shape.costCenterAttribute),
    timeZone: shape.timeZoneAttribute === null ? null : firstValue(entry, shape.timeZoneAttribute),
  }
}

export function isDisabled(entry: Entry, { disabledWhen: when, flavour }: LdapShape): boolean {
  switch (when.kind) {
    case 'locked_by_administrator':
      return flavour.isLockedByAdministrator(entry)
    case 'attribute': {
      const wanted = new Set(when.values.map((value) => value.toLowerCase()))
      return valuesOf(entry, when.attribute).some((value) => wanted.has(value.toLowerCase()))
    }
    case 'entry_gone':
      return false
  }
}

export function toGroup(entry: Entry, shape: LdapShape): GroupRecord | null {
  const key = firstValue(entry, shape.flavour.keyAttribute)
  if (key === null) return null
  const members = valuesOf(entry, shape.memberAttribute).map(foldDn)
  return {
    key,
    name: firstValue(entry, 'cn') ?? entry.dn,
    members: members.filter((member) => member !== null),
    handle: foldDn(entry.dn),
  }
}

/** GeneralizedTime (RFC 4517 §3.3.13) in UTC; null for what is none, the lock for good included. */
export function toDate(time: string | null): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)?(\d\d)?(?:[.,]\d+)?Z$/.exec(time ?? '')
  if (!parts || parts[1] === '0000') return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0))
  return new Date(Date.UTC(year as number, (month as number) - 1, day, hour, minute, second))
}

export function toGeneralizedTime(date: Date): string {
  return `${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
}
