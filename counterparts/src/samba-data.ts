/** What a fresh domain of Acme holds, as changes for its console. */

import type { CastPerson } from './acme.ts'
import { windowsGroups, windowsNesting, windowsPassword, windowsPeople, windowsProtected } from './acme-windows.ts'
import { dnValue } from './ldif.ts'
import type { SambaChange } from './samba-console.ts'

type SambaNames = { baseDn: string; realm: string; servicePassword: string; extraPeople: number }

export const ouDn = (name: 'People' | 'Groups' | 'Services' | 'Administrators', baseDn: string) =>
  `OU=${name},${baseDn}`
export const windowsDn = (login: string, baseDn: string) => `CN=${dnValue(login)},${ouDn('People', baseDn)}`
export const windowsGroupDn = (name: string, baseDn: string) => `CN=${dnValue(name)},${ouDn('Groups', baseDn)}`
export const serviceLogin = 'hallpass'
export const serviceDn = (baseDn: string) => `CN=${serviceLogin},${ouDn('Services', baseDn)}`

/** `unicodePwd` as it is written: the password in quotation marks, as UTF-16LE ([MS-ADTS] 3.1.1.3.1.5). */
export const unicodePwd = (password: string) => ({ base64: Buffer.from(`"${password}"`, 'utf16le').toString('base64') })

export function accountEntry(
  dn: string,
  login: string,
  password: string,
  realm: string,
  more: Record<string, string | string[]> = {},
): SambaChange {
  return {
    do: 'add',
    dn,
    attributes: {
      objectClass: 'user',
      sAMAccountName: login,
      userPrincipalName: `${login}@${realm.toLowerCase()}`,
      userAccountControl: 512,
      unicodePwd: unicodePwd(password),
      ...more,
    },
  }
}

/** In an order in which each change finds what it names. */
export function sambaData(names: SambaNames): SambaChange[][] {
  const { baseDn } = names
  return [
    policy(baseDn),
    folders(baseDn),
    people(names),
    groups(names),
    protectedPeople(names),
    extraPeople(names),
    rights(baseDn),
  ]
}

const seconds = (count: number) => String(0 - count * 10_000_000)

/** 10 characters of three classes, 3 remembered, locked for 30 minutes after 5 tries, no minimum age; leadership: 16. */
function policy(baseDn: string): SambaChange[] {
  return [
    {
      do: 'modify',
      dn: baseDn,
      attributes: {
        minPwdLength: 10,
        pwdHistoryLength: 3,
        minPwdAge: 0,
        maxPwdAge: seconds(90 * 86_400),
        lockoutThreshold: 5,
        lockoutDuration: seconds(1800),
        lockOutObservationWindow: seconds(1800),
      },
    },
  ]
}

function folders(baseDn: string): SambaChange[] {
  return (['People', 'Groups', 'Services', 'Administrators'] as const).map((name) => ({
    do: 'add',
    dn: ouDn(name, baseDn),
    attributes: { objectClass: 'organizationalUnit' },
  }))
}

function people({ baseDn, realm, servicePassword }: SambaNames): SambaChange[] {
  // Its password never expires: nobody would be there to change it.
  const service = accountEntry(serviceDn(baseDn), serviceLogin, servicePassword, realm, { userAccountControl: '66048' })
  return [service, ...windowsPeople.map((person) => castEntry(person, baseDn, realm)), ...managers(baseDn)]
}

function castEntry(person: CastPerson, baseDn: string, realm: string): SambaChange {
  return accountEntry(windowsDn(person.login, baseDn), person.login, person.password, realm, {
    displayName: person.displayName,
    givenName: person.givenName,
    sn: person.familyName,
    title: person.title,
    department: person.department,
    preferredLanguage: person.locale,
    mail: person.mail,
    ...(person.recoveryMail ? { otherMailbox: [person.recoveryMail] } : {}),
  })
}

function managers(baseDn: string): SambaChange[] {
  return windowsPeople.flatMap((person): SambaChange[] =>
    person.manager === null
      ? []
      : [
          {
            do: 'modify',
            dn: windowsDn(person.login, baseDn),
            attributes: { manager: windowsDn(person.manager, baseDn) },
          },
        ],
  )
}

export function groupEntry(dn: string, name: string, members: readonly string[] = []): SambaChange {
  const member = members.length > 0 ? { member: [...members] } : {}
  // A global security group: GROUP_TYPE_ACCOUNT_GROUP | GROUP_TYPE_SECURITY_ENABLED.
  return {
    do: 'add',
    dn,
    attributes: { objectClass: 'group', sAMAccountName: name, groupType: -2147483646, ...member },
  }
}

function groups({ baseDn }: SambaNames): SambaChange[] {
  const membersOf = (name: string) => [
    ...windowsPeople.filter((person) => person.groups.includes(name)).map((person) => windowsDn(person.login, baseDn)),
    ...(windowsNesting[name] ?? []).map((group) => windowsGroupDn(group, baseDn)),
  ]
  return [
    ...windowsGroups.map((name) => groupEntry(windowsGroupDn(name, baseDn), name, membersOf(name))),
    finePolicy('leadership', baseDn, {
      minLength: 16,
      historyCount: 5,
      minAgeSeconds: 86_400,
      isComplex: false,
      appliesTo: windowsGroupDn('leadership', baseDn),
    }),
  ]
}

type FineRules = {
  minLength: number
  historyCount: number
  minAgeSeconds: number
  isComplex: boolean
  appliesTo: string
}

export function finePolicy(name: string, baseDn: string, rules: FineRules): SambaChange {
  return {
    do: 'add',
    dn: `CN=${name},CN=Password Settings Container,CN=System,${baseDn}`,
    attributes: {
      objectClass: 'msDS-PasswordSettings',
      'msDS-PasswordSettingsPrecedence': 10,
      'msDS-PasswordReversibleEncryptionEnabled': 'FALSE',
      'msDS-PasswordHistoryLength': rules.historyCount,
      'msDS-PasswordComplexityEnabled': rules.isComplex ? 'TRUE' : 'FALSE',
      'msDS-MinimumPasswordLength': rules.minLength,
      'msDS-MinimumPasswordAge': seconds(rules.minAgeSeconds),
      'msDS-MaximumPasswordAge': seconds(180 * 86_400),
      'msDS-LockoutThreshold': 8,
      'msDS-LockoutObservationWindow': seconds(600),
      'msDS-LockoutDuration': seconds(600),
      'msDS-PSOAppliesTo': rules.appliesTo,
    },
  }
}

function protectedPeople({ baseDn, realm }: SambaNames): SambaChange[] {
  const at = (login: string) => `CN=${login},${ouDn('People', baseDn)}`
  const group = (name: string) => `CN=${name},${ouDn('Administrators', baseDn)}`
  const { nested, primary, marked, computer } = windowsProtected
  const admins = `CN=Domain Admins,CN=Users,${baseDn}`
  return [
    ...[nested, primary, marked].map((login) => accountEntry(at(login), login, windowsPassword, realm)),
    groupEntry(group('on call'), 'on call', [at(nested)]),
    groupEntry(group('operators'), 'operators', [group('on call')]),
    { do: 'modify', dn: admins, how: 'add', attributes: { member: [group('operators'), at(primary)] } },
    // Whoever has it as primary group leaves its list of members.
    { do: 'modify', dn: at(primary), attributes: { primaryGroupID: 512 } },
    { do: 'modify', dn: at(marked), attributes: { adminCount: 1 } },
    {
      do: 'add',
      dn: `CN=PACKING-1,${ouDn('People', baseDn)}`,
      attributes: { objectClass: 'computer', sAMAccountName: computer, userAccountControl: 4096 },
    },
  ]
}

/** Accounts without a password: hashing one for each would take longer than everything else together. */
function extraPeople({ baseDn, realm, extraPeople: count }: SambaNames): SambaChange[] {
  return [...Array(count).keys()].map((index): SambaChange => {
    const login = `person-${String(index + 1).padStart(6, '0')}`
    return {
      do: 'add',
      dn: windowsDn(login, baseDn),
      attributes: {
        objectClass: 'user',
        sAMAccountName: login,
        userPrincipalName: `${login}@${realm.toLowerCase()}`,
        mail: `${login}@many.example`,
        userAccountControl: 544,
      },
    }
  })
}

const userClass = 'bf967aba-0de6-11d0-a285-00aa003049e2'
const attribute = {
  lockoutTime: '28630ebf-41d5-11d1-a9c1-0000f80367c1',
  pwdLastSet: 'bf967a0a-0de6-11d0-a285-00aa003049e2',
  userAccountControl: 'bf967a68-0de6-11d0-a285-00aa003049e2',
} as const
const resetPassword = '00299570-246d-11d0-a768-00aa006e0529'

/** Access control entries (SDDL) that a delegation wizard writes: on everybody below, nothing on the folder itself. */
const delegatedRights: readonly string[] = [
  `(OA;CIIO;CR;${resetPassword};${userClass};{sid})`,
  ...Object.values(attribute).map((guid) => `(OA;CIIO;RPWP;${guid};${userClass};{sid})`),
]

/** Fine-grained policies are hidden from everybody but administrators unless read is granted. */
const readAll = '(A;CI;LCRPLORC;;;{sid})'

function rights(baseDn: string): SambaChange[] {
  const to = serviceDn(baseDn)
  return [
    { do: 'grant', on: ouDn('People', baseDn), to, aces: [...delegatedRights] },
    { do: 'grant', on: `CN=Password Settings Container,CN=System,${baseDn}`, to, aces: [readAll] },
  ]
}
