import { startDs389 } from '@hallpass/counterparts/ds389'
import { ds389Dialect, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { ldifEntry, ldifLine } from '@hallpass/counterparts/ldif'
import type { Stage } from './conformance/stage.ts'
import { ldapConformance, ldapStage } from './testing-ldap-stage.ts'

ldapConformance('ldap on 389 Directory Server', ds389Stage)

async function ds389Stage(): Promise<Stage> {
  const extraPeople = 600
  const server = await startDs389({ extraPeople })
  const admin = ldapAdmin(server, ds389Dialect)
  const container = `cn=nsPwPolicyContainer,ou=people,${server.baseDn}`
  await admin.modify(ldifEntry(container, { changetype: 'add', objectClass: 'nsContainer', cn: 'nsPwPolicyContainer' }))
  return await ldapStage({
    server,
    admin,
    extraPeople,
    settings: {},
    // With passwordMustChange a password that comes with a new entry is one to be changed.
    afterAdd: (dn) => admin.modify(`${ldifLine('dn', dn)}\nchangetype: modify\nreplace: passwordExpirationTime\n`),
    async setPolicy(login, { minLength, minAgeSeconds, historyCount }) {
      const dn = `cn=${login},${container}`
      await admin.modify(
        ldifEntry(dn, {
          changetype: 'add',
          objectClass: ['ldapsubentry', 'passwordPolicy'],
          cn: login,
          passwordCheckSyntax: 'on',
          passwordMinLength: String(minLength),
          passwordMinCategories: '1',
          passwordHistory: 'on',
          passwordInHistory: String(historyCount),
          passwordMinAge: String(minAgeSeconds),
          passwordTrackUpdateTime: 'on',
        }),
      )
      await admin.set(login, 'pwdPolicySubentry', dn)
    },
  })
}
