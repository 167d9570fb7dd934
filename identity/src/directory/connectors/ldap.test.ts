import { employees } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { dnValue, ldifEntry } from '@hallpass/counterparts/ldif'
import { startSlapd } from '@hallpass/counterparts/slapd'
import { hashPassword } from '@hallpass/counterparts/slapd-data'
import { startTcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { systemClock } from '../../platform/clock.ts'
import { Secret } from '../../platform/secret.ts'
import type { Stage } from './conformance/stage.ts'
import { type Conformance, conformanceCases, directoryConformance } from './conformance.ts'
import { ldapConnector } from './ldap.ts'

const capabilities = [
  'passwords',
  'groups',
  'changes',
  'policy',
  'reset history',
  'lockout',
  'expiry',
  'renames',
  'removal',
  'network',
] as const

directoryConformance({
  name: 'ldap on OpenLDAP',
  stage: openLdapStage,
  capabilities,
  mustRun: conformanceCases
    .filter((item) => !item.needs.some((need) => ['accounts', 'enabling', 'proofs'].includes(need)))
    .map((item) => item.id),
} satisfies Conformance)

async function openLdapStage(): Promise<Stage> {
  const slapd = await startSlapd({ extraPeople: 1200, noSync: true })
  const proxy = await startTcpProxy({ port: slapd.tlsPort })
  const admin = ldapAdmin(slapd)
  const connectorOn = (port: number, timeoutMs: number) =>
    ldapConnector(
      {
        kind: 'ldap',
        host: '127.0.0.1',
        port,
        security: 'ldaps',
        caPem: slapd.caPem,
        baseDn: slapd.baseDn,
        bindDn: slapd.serviceDn,
        defaultPolicyDn: `cn=default,ou=policies,${slapd.baseDn}`,
      },
      new Secret(slapd.servicePassword),
      { clock: systemClock, allowPrivateHosts: true, connectTimeoutMs: timeoutMs, answerTimeoutMs: timeoutMs },
    )
  const connector = connectorOn(slapd.tlsPort, 10_000)
  const wired = connectorOn(proxy.port, 1000)
  return {
    connector,
    peopleAtStart: 1200 + employees.length,
    async add({ login, displayName, mail, password }) {
      const entry = ldifEntry(`uid=${dnValue(login)},ou=people,${slapd.baseDn}`, {
        changetype: 'add',
        objectClass: 'inetOrgPerson',
        uid: login,
        cn: displayName,
        sn: displayName,
        displayName,
        mail,
        userPassword: hashPassword(password),
      })
      await admin.modify(entry)
    },
    disable: admin.disable,
    enable: admin.enable,
    rename: admin.rename,
    remove: admin.delete,
    expire: admin.expirePassword,
    triesUntilLocked: 5,
    addToGroup: admin.addToGroup,
    wire: {
      connector: wired,
      loseAnswerOfReset({ staysBroken }) {
        // On the kept connection: the person is read; the second piece is the reset itself.
        let pieces = 0
        proxy.rules.intercept = (piece) => {
          pieces += 1
          const isClientHello = piece[0] === 0x16
          proxy.rules.loseAnswers = staysBroken ? pieces >= 2 : pieces >= 2 && !isClientHello && pieces < 3
          return piece
        }
      },
      loseRequests: () => {
        proxy.cutAll()
        proxy.rules.refuse = true
      },
      heal: () => proxy.heal(),
      async restartServer() {
        proxy.cutAll()
        await slapd.restart()
      },
      freezeServer: () => slapd.freeze(),
      thawServer: () => slapd.thaw(),
    },
    async stop() {
      await Promise.all([connector.close(), wired.close()])
      await proxy.stop()
      await slapd.stop()
    },
  }
}
