/** A real LDAP server as the suite needs it; the same for every kind that the one connector speaks to. */
import { employees } from '@hallpass/counterparts/acme'
import type { LdapAdmin } from '@hallpass/counterparts/ldap-admin'
import { dnValue, ldifEntry } from '@hallpass/counterparts/ldif'
import { hashPassword } from '@hallpass/counterparts/slapd-data'
import { startTcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { systemClock } from '../../platform/clock.ts'
import { Secret } from '../../platform/secret.ts'
import type { LdapSettings } from '../types.ts'
import type { Stage } from './conformance/stage.ts'
import { casesOf, directoryConformance, everyLdapServer } from './conformance.ts'
import { ldapConnector } from './ldap.ts'
import { wireThrough } from './testing-wire.ts'

export type LdapServer = {
  tlsPort: number
  caPem: string
  baseDn: string
  serviceDn: string
  servicePassword: string
  restart(): Promise<void>
  freeze(): void
  thaw(): void
  stop(): Promise<void>
}

export type LdapStage = {
  server: LdapServer
  admin: LdapAdmin
  extraPeople: number
  /** Settings beyond where the server is. */
  settings: Partial<LdapSettings>
  /** Makes the person's password follow rules of their own. */
  setPolicy: NonNullable<Stage['setPolicy']>
  /** What is still to be done about somebody whom the administrator has just added. */
  afterAdd?: (dn: string) => Promise<void>
}

/** What every server can do that the one connector speaks to: nothing of it is left out for one of them. */
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
  'workplaces',
  'moves',
] as const

export function ldapConformance(name: string, stage: () => Promise<Stage>): void {
  directoryConformance({ name, stage, capabilities, mustRun: casesOf([...everyLdapServer, 'reset history']) })
}

export async function ldapStage({
  server,
  admin,
  extraPeople,
  settings,
  setPolicy,
  afterAdd,
}: LdapStage): Promise<Stage> {
  const proxy = await startTcpProxy({ port: server.tlsPort })
  const place = { host: '127.0.0.1', security: 'ldaps', caPem: server.caPem, baseDn: server.baseDn } as const
  const connectorOn = (port: number, timeoutMs: number, more: Partial<LdapSettings> = {}, bindPassword?: string) =>
    ldapConnector(
      {
        kind: 'ldap',
        ...place,
        port,
        bindDn: server.serviceDn,
        costCenterAttribute: 'roomNumber',
        ...settings,
        ...more,
      },
      new Secret(bindPassword ?? server.servicePassword),
      { clock: systemClock, allowPrivateHosts: true, connectTimeoutMs: timeoutMs, answerTimeoutMs: timeoutMs },
    )
  const connector = connectorOn(server.tlsPort, 10_000)
  const wired = connectorOn(proxy.port, 1000)
  const others: ReturnType<typeof connectorOn>[] = []
  const another = (more: Partial<LdapSettings>, bindPassword?: string) => {
    const made = connectorOn(server.tlsPort, 10_000, more, bindPassword)
    others.push(made)
    return made
  }
  const peopleDn = `ou=people,${server.baseDn}`
  return {
    connector,
    peopleAtStart: extraPeople + employees.length,
    async add({ login, displayName, mail, password }) {
      const entry = ldifEntry(`uid=${dnValue(login)},${peopleDn}`, {
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
      await afterAdd?.(`uid=${dnValue(login)},${peopleDn}`)
    },
    disable: admin.disable,
    enable: admin.enable,
    rename: admin.rename,
    remove: admin.delete,
    expire: admin.expirePassword,
    // The connector itself sends no try that could lock.
    async lock(login) {
      for (let tries = 0; tries < 5; tries += 1) await admin.canBind(login, 'wrong one')
    },
    addToGroup: admin.addToGroup,
    setPolicy,
    async setWorkplace(login, { company, location, costCenter }) {
      const values = { o: company, physicalDeliveryOfficeName: location, roomNumber: costCenter }
      for (const [name, value] of Object.entries(values))
        await admin.set(login, name, ...(value === null ? [] : [value]))
    },
    async move(login) {
      await admin.modify(
        `dn: ou=moved,${peopleDn}\nchangetype: add\nobjectClass: organizationalUnit\nou: moved\n\ndn: uid=${login},${peopleDn}\nchangetype: modrdn\nnewrdn: uid=${login}\ndeleteoldrdn: 0\nnewsuperior: ou=moved,${peopleDn}\n`,
      )
    },
    async addGroup(name, members) {
      const dn = (member: string) =>
        member.startsWith('@') ? `cn=${member.slice(1)},ou=groups` : `uid=${member},ou=people`
      await admin.modify(
        ldifEntry(`cn=${name},ou=groups,${server.baseDn}`, {
          changetype: 'add',
          objectClass: 'groupOfNames',
          cn: name,
          member: members.map((member) => `${dn(member)},${server.baseDn}`),
        }),
      )
    },
    outOfReach: (outOfReach) => another({ outOfReach }),
    async withoutRights() {
      const dn = `uid=reader,ou=services,${server.baseDn}`
      await admin.modify(
        `dn: ${dn}\nchangetype: add\nobjectClass: account\nobjectClass: simpleSecurityObject\nuid: reader\nuserPassword: ${hashPassword('reader-at-acme-1')}\n`,
      )
      await afterAdd?.(dn)
      return another({ bindDn: dn }, 'reader-at-acme-1')
    },
    // The person is read; the second piece is the reset.
    wire: wireThrough({
      proxy,
      connector: wired,
      impatient: wired,
      resetIsPiece: 2,
      restart: () => server.restart(),
      freeze: () => server.freeze(),
      thaw: () => server.thaw(),
    }),
    async stop() {
      await Promise.all([connector, wired, ...others].map((each) => each.close()))
      await proxy.stop()
      await server.stop()
    },
  }
}
