import { createHash, randomBytes } from 'node:crypto'
import { acme, type CastPerson, employees, groupNames, ldapPassword, membersOfGroup } from './acme.ts'
import { type LdifAttributes, ldifEntry } from './ldif.ts'

/** Everything a fresh Acme directory holds, as LDIF for `slapadd -n 1`. */
export function slapdData(input: { serviceDn: string; servicePasswordHash: string; extraPeople: number }): string {
  // One hash for all: with 100 000 people, hashing the same sample password again and again tells nothing new.
  const hash = hashPassword(ldapPassword)
  const records = [
    ...organisation({ units: ['people', 'groups', 'services', 'policies'] }),
    passwordPolicy(),
    ldifEntry(input.serviceDn, {
      objectClass: ['account', 'simpleSecurityObject'],
      uid: 'hallpass',
      userPassword: input.servicePasswordHash,
    }),
    ...employees.map((person) => personEntry(person, hash)),
    ...teams(),
  ]
  for (let number = 1; number <= input.extraPeople; number++) records.push(personEntry(extraPerson(number), hash))
  return records.join('')
}

/** The entries above all others; `suffix` adds attributes to the topmost one. */
export function organisation(input: { units: readonly string[]; suffix?: LdifAttributes }): string[] {
  return [
    ldifEntry(acme.baseDn, { objectClass: ['dcObject', 'organization'], o: acme.name, dc: 'acme', ...input.suffix }),
    ...input.units.map((ou) => ldifEntry(`ou=${ou},${acme.baseDn}`, { objectClass: 'organizationalUnit', ou })),
  ]
}

export const teams = (): string[] => groupNames.map(groupEntry)

export function personDn(login: string): string {
  return `uid=${login},ou=people,${acme.baseDn}`
}

export function groupDn(name: string): string {
  return `cn=${name},ou=groups,${acme.baseDn}`
}

/**
 * An inetOrgPerson (RFC 2798) of the cast.
 * The overlays do not run under slapadd, therefore memberOf stands in the entry as slapo-memberof would write it.
 */
export function personEntry(person: CastPerson, passwordHash: string | null, options = { memberOf: true }): string {
  return ldifEntry(personDn(person.login), personAttributes(person, passwordHash, options))
}

export function personAttributes(
  person: CastPerson,
  passwordHash: string | null,
  options: { memberOf: boolean },
): LdifAttributes {
  return {
    objectClass: 'inetOrgPerson',
    uid: person.login,
    cn: `${person.givenName} ${person.familyName}`,
    givenName: person.givenName,
    sn: person.familyName,
    displayName: person.displayName,
    title: person.title,
    departmentNumber: person.department,
    mail: [person.mail, ...(person.recoveryMail ? [person.recoveryMail] : [])],
    manager: person.manager && personDn(person.manager),
    preferredLanguage: person.locale,
    userPassword: passwordHash,
    memberOf: options.memberOf ? person.groups.map(groupDn) : null,
  }
}

/** `{SSHA}`, the salted SHA-1 OpenLDAP itself uses by default. */
export function hashPassword(password: string): string {
  const salt = randomBytes(8)
  const digest = createHash('sha1').update(password).update(salt).digest()
  return `{SSHA}${Buffer.concat([digest, salt]).toString('base64')}`
}

/** Somebody who is only there to be many: `person-000001`, … */
export function extraPerson(number: number): CastPerson {
  const padded = String(number).padStart(6, '0')
  const login = `person-${padded}`
  return {
    login,
    givenName: 'Person',
    familyName: padded,
    displayName: `Person ${padded}`,
    title: 'Associate',
    department: 'Operations',
    manager: 'diana',
    mail: `${login}@${acme.mailDomain}`,
    recoveryMail: `${login}@home.example`,
    locale: 'en',
    groups: [],
    password: ldapPassword,
  }
}

function groupEntry(name: string): string {
  return ldifEntry(groupDn(name), {
    objectClass: 'groupOfNames',
    cn: name,
    description: `Everyone in ${name}`,
    member: membersOfGroup(name).map((person) => personDn(person.login)),
  })
}

function passwordPolicy(): string {
  return ldifEntry(`cn=default,ou=policies,${acme.baseDn}`, {
    objectClass: ['applicationProcess', 'pwdPolicy'],
    cn: 'default',
    pwdAttribute: 'userPassword',
    pwdMinLength: '10',
    pwdCheckQuality: '2',
    pwdInHistory: '3',
    pwdLockout: 'TRUE',
    pwdMaxFailure: '5',
    pwdFailureCountInterval: '300',
    pwdLockoutDuration: '0',
    pwdMustChange: 'TRUE',
    pwdAllowUserChange: 'TRUE',
    pwdSafeModify: 'FALSE',
    pwdMaxAge: '7776000',
    pwdExpireWarning: '604800',
    pwdGraceAuthNLimit: '0',
  })
}
