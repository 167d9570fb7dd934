import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { startSlapd } from '@hallpass/counterparts/slapd'
import type { Stage } from './conformance/stage.ts'
import { type Conformance, conformanceCases, directoryConformance } from './conformance.ts'
import { ldapStage } from './testing-ldap-stage.ts'

const capabilities = [
  'passwords',
  'groups',
  'changes',
  'policy',
  'lockout',
  'expiry',
  'renames',
  'removal',
  'network',
  'reset history',
  'minimum age',
  'personal policy',
  'listed',
  'rights',
  'set times',
  'moves',
] as const

directoryConformance({
  name: 'ldap on OpenLDAP',
  stage: openLdapStage,
  capabilities,
  mustRun: conformanceCases
    .filter((item) => item.needs.every((need) => capabilities.some((has) => has === need)))
    .map((item) => item.id),
} satisfies Conformance)

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
