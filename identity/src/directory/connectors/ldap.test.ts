import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { startSlapd } from '@hallpass/counterparts/slapd'
import type { Stage } from './conformance/stage.ts'
import { ldapConformance, ldapStage } from './testing-ldap-stage.ts'

ldapConformance('ldap on OpenLDAP', openLdapStage)

async function openLdapStage(): Promise<Stage> {
  const extraPeople = 1200
  const server = await startSlapd({ extraPeople, noSync: true })
  const admin = ldapAdmin(server)
  return await ldapStage({
    server,
    admin,
    extraPeople,
    settings: { defaultPolicyDn: `cn=default,ou=policies,${server.baseDn}` },
    async setPolicy(login, { minLength, minAgeSeconds, historyCount }) {
      const dn = `cn=${login},ou=policies,${server.baseDn}`
      await admin.modify(
        `dn: ${dn}\nchangetype: add\nobjectClass: applicationProcess\nobjectClass: pwdPolicy\ncn: ${login}\npwdAttribute: userPassword\npwdMinLength: ${minLength}\npwdCheckQuality: 2\npwdInHistory: ${historyCount}\npwdMinAge: ${minAgeSeconds}\n`,
      )
      await admin.set(login, 'pwdPolicySubentry', dn)
    },
  })
}
