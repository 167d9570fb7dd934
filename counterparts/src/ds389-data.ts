import { acme, employees, ldapPassword } from './acme.ts'
import { ldifEntry } from './ldif.ts'
import { extraPerson, hashPassword, organisation, personAttributes, personDn, teams } from './slapd-data.ts'

/** Everything a fresh Acme directory holds in 389 Directory Server, as LDIF for `ldif2db`. */
export function ds389Data(input: { serviceDn: string; servicePasswordHash: string; extraPeople: number }): string {
  const hash = hashPassword(ldapPassword)
  const extras = Array.from({ length: input.extraPeople }, (_, index) => extraPerson(index + 1))
  return [
    ...organisation({ suffix: { aci: rights(input.serviceDn) }, units: ['people', 'groups', 'services'] }),
    ldifEntry(input.serviceDn, {
      objectClass: ['account', 'simpleSecurityObject'],
      uid: 'hallpass',
      userPassword: input.servicePasswordHash,
      // It reads everything, page by page; nobody else may.
      nsPagedSizeLimit: '-1',
      nsPagedLookThroughLimit: '-1',
      nsLookThroughLimit: '-1',
      // Its own password never ends: nobody would be there to change it.
      passwordExpirationTime: '20380119031407Z',
    }),
    ...[...employees, ...extras].map((person) =>
      ldifEntry(personDn(person.login), {
        ...personAttributes(person, hash, { memberOf: true }),
        // The import runs no plugins; with this class the memberOf plugin may write later what stands here already.
        objectClass: ['inetOrgPerson', 'nsMemberOf'],
      }),
    ),
    ...teams(),
  ].join('')
}

/**
 * What the service account may do: read people, groups and the state of passwords, set passwords, unlock, change group
 * members; nothing else. The right on userPassword is `write`: the rules hold for it, which they do not for whoever is
 * named in passwordAdminDN.
 */
function rights(serviceDn: string): string[] {
  const rule = (name: string, target: string, allowed: string, who: string) =>
    `${target}(version 3.0; acl "${name}"; allow(${allowed}) userdn="ldap:///${who}";)`
  return [
    rule(
      'Hallpass reads',
      '(targetattr != "userPassword || passwordHistory || aci")',
      'read,search,compare',
      serviceDn,
    ),
    rule(
      'A reader reads',
      '(targetattr != "userPassword || passwordHistory || aci")',
      'read,search,compare',
      `uid=reader,ou=services,${acme.baseDn}`,
    ),
    rule('Hallpass sets passwords', '(targetattr="userPassword")', 'write', serviceDn),
    rule(
      'Hallpass ends locks',
      '(targetattr="accountUnlockTime || passwordRetryCount || retryCountResetTime || passwordExpirationTime")',
      'write',
      serviceDn,
    ),
    rule(
      'Hallpass changes members',
      `(target="ldap:///ou=groups,${acme.baseDn}")(targetattr="member")`,
      'write',
      serviceDn,
    ),
    rule('People change their own password', '(targetattr="userPassword")', 'write', 'self'),
    rule('People read themselves', '(targetattr != "userPassword || passwordHistory || aci")', 'read,search', 'self'),
  ]
}
