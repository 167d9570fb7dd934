/** The part of Acme that runs on Windows: the warehouse, in a domain of its own, and whom nothing may touch there. */
import type { CastPerson } from './acme.ts'

export const acmeWindows = {
  name: 'Acme Windows',
  realm: 'WIN.ACME.EXAMPLE',
  domain: 'ACMEWIN',
  mailDomain: 'win.acme.example',
} as const

/** The sample password of everybody in the domain. */
export const windowsPassword = 'Welcome-to-Acme-1'

export const windowsPeople: readonly CastPerson[] = [
  windowsPerson('hana', 'Hana', 'Kovář', 'Head of Warehouse', null, ['warehouse', 'shift leads']),
  windowsPerson('tomas', 'Tomáš', 'Novák', 'Shift Lead', 'hana', ['warehouse', 'shift leads']),
  windowsPerson('wendy', 'Wendy', 'Alder', 'Logistics Planner', 'hana', ['warehouse']),
  windowsPerson('bilal', 'بلال', 'منصور', 'Forklift Driver', 'tomas', ['warehouse']),
  windowsPerson('lena', 'Lena', 'Fuchs 🦊', 'Site Director', null, ['leadership']),
]

export const windowsGroups = ['warehouse', 'shift leads', 'leadership', 'staff'] as const
/** A group whose members are other groups. */
export const windowsNesting: Readonly<Record<string, readonly string[]>> = { staff: ['warehouse', 'leadership'] }

/** People beside the built-in Administrator who administer the domain, each on another way. */
export const windowsProtected = {
  /** In a group that is in a group that is in Domain Admins. */
  nested: 'adam',
  /** Has Domain Admins as primary group, which shows in no list of members. */
  primary: 'petra',
  /** The mark that AdminSDHolder leaves, with no group left. */
  marked: 'marek',
  computer: 'PACKING-1$',
} as const

function windowsPerson(
  login: string,
  givenName: string,
  familyName: string,
  title: string,
  manager: string | null,
  groups: readonly string[],
): CastPerson {
  return {
    login,
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    title,
    department: 'Warehouse',
    manager,
    mail: `${login}@${acmeWindows.mailDomain}`,
    recoveryMail: `${login}@home.example`,
    locale: 'en',
    groups,
    password: windowsPassword,
  }
}
