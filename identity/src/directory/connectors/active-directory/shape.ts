import type { ActiveDirectorySettings } from '@hallpass/contract/directory-settings'
import { ExtensibleFilter, type Filter, NotFilter } from 'ldapts'
import { foldDn } from '../ldap/dn.ts'
import { both, equals } from '../ldap/entries.ts'
import { control, ordinaryAccount } from './values.ts'

/** The settings with everything left out filled in. */
export type AdShape = {
  baseDn: string
  bindName: string
  oldPasswordMs: number
  costCenterAttribute: string | null
  outOfReach: { logins: readonly string[]; groups: readonly string[] }
  /** How many members of a group are asked for at once; the server may give fewer. */
  memberRange: number
}

export function shapeOf(settings: ActiveDirectorySettings, memberRange = 1500): AdShape {
  return {
    baseDn: settings.baseDn,
    bindName: settings.bindName,
    oldPasswordMs: (settings.oldPasswordMinutes ?? 60) * 60_000,
    costCenterAttribute: settings.costCenterAttribute ?? null,
    outOfReach: settings.outOfReach ?? { logins: [], groups: [] },
    memberRange,
  }
}

/** Matches whoever a group reaches over any number of groups in between. */
export const inChain = (attribute: 'memberOf' | 'member', dn: string): Filter =>
  new ExtensibleFilter({ matchType: attribute, rule: '1.2.840.113556.1.4.1941', value: dn })

/** Accounts of people: neither machines nor trusts, which are users to the schema, too. */
export const people: Filter = equals('sAMAccountType', ordinaryAccount)
export const groups: Filter = equals('objectClass', 'group')

/** Enabled accounts that somebody made, and not the system for itself. */
export const enabledPeople: Filter = both(
  people,
  new NotFilter({ filter: equals('isCriticalSystemObject', 'TRUE') }),
  new NotFilter({
    filter: new ExtensibleFilter({
      matchType: 'userAccountControl',
      rule: '1.2.840.113556.1.4.803',
      value: String(control.disabled),
    }),
  }),
)

/** Whether an entry is in the part of the domain that is read. */
export function isInside(dn: string, baseDn: string): boolean {
  const [inner, outer] = [foldDn(dn), foldDn(baseDn)]
  return inner !== null && outer !== null && (inner === outer || inner.endsWith(`,${outer}`))
}

export const bytesAttributes = ['objectGUID', 'objectSid', 'tokenGroups', 'nTSecurityDescriptor', 'invocationId']
