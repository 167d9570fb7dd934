import { type Ds389, startDs389 } from '@hallpass/counterparts/ds389'
import { ds389Dialect, type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { hashPassword } from '@hallpass/counterparts/slapd-data'
import { startTcpProxy, type TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { PresenceFilter } from 'ldapts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { Secret } from '../../platform/secret.ts'
import type { LdapSettings } from '../types.ts'
import type { DirectoryConnector, PersonRef } from './connector.ts'
import { DirectoryFailure } from './failures.ts'
import { ldapService } from './ldap/service.ts'
import { ldapConnector } from './ldap.ts'

/** What goes wrong with a directory, each on a real one: a word of the closed vocabulary and a sentence for a person. */

let slapd: Slapd
let proxy: TcpProxy
let admin: LdapAdmin
let molly: PersonRef
const open: DirectoryConnector[] = []

type Server = Pick<Slapd, 'tlsPort' | 'caPem' | 'baseDn' | 'serviceDn' | 'servicePassword'>

function connectorTo(server: Server, changes: Partial<LdapSettings> = {}, password = server.servicePassword) {
  const place = { host: '127.0.0.1', port: server.tlsPort, security: 'ldaps', caPem: server.caPem } as const
  const settings: LdapSettings = { kind: 'ldap', ...place, baseDn: server.baseDn, bindDn: server.serviceDn, ...changes }
  const limits = { connectTimeoutMs: 700, answerTimeoutMs: 700 }
  const connector = ldapConnector(settings, new Secret(password), {
    clock: systemClock,
    allowPrivateHosts: true,
    ...limits,
  })
  open.push(connector)
  return connector
}

beforeAll(async () => {
  slapd = await startSlapd({ noSync: true })
  proxy = await startTcpProxy({ port: slapd.tlsPort })
  admin = ldapAdmin(slapd)
  molly = (await connectorTo(slapd).find('molly'))?.ref ?? { key: '' }
})
afterEach(() => proxy.heal())
afterAll(async () => {
  await Promise.all(open.map((connector) => connector.close()))
  await proxy.stop()
  await slapd.stop()
})

const next = 'Kettle under 7 blankets'

async function failureOf(call: () => Promise<unknown> | undefined): Promise<DirectoryFailure> {
  const error = await Promise.resolve(call()).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(DirectoryFailure)
  const failure = error as DirectoryFailure
  expect(failure.message).toMatch(/^[A-Z].*[.]$/)
  expect(failure.message).not.toMatch(/dc=|ou=|uid=|cn=|0x/i)
  return failure
}

const callsOf = (connector: DirectoryConnector) => [
  () => connector.find('molly'),
  () => connector.list(null),
  () => connector.authenticate(molly, new Secret('Welcome-to-Acme-1')),
  () => connector.passwords?.reset(molly, new Secret(next)),
  () => connector.passwords?.state(molly),
  () => connector.changes?.start(),
]

test('a directory that is down fails every call as one to try again', async () => {
  proxy.rules.refuse = true
  const connector = connectorTo(slapd, { port: proxy.port })
  for (const call of callsOf(connector)) {
    expect(await failureOf(call)).toMatchObject({ code: 'directory_unreachable', retryable: true })
  }
  expect(await connector.check()).toMatchObject({
    ok: false,
    points: [{ name: `connection to 127.0.0.1:${proxy.port}`, ok: false }],
  })
})

test('a directory that is slower than the wait ends the call, not the caller, and works when it is quick again', async () => {
  const connector = connectorTo(slapd, { port: proxy.port })
  await connector.find('molly')
  proxy.rules.delayMs = 10_000
  const began = performance.now()
  expect(await failureOf(() => connector.passwords?.state(molly))).toMatchObject({ code: 'directory_unreachable' })
  expect(performance.now() - began).toBeLessThan(5000)
  proxy.heal()
  proxy.cutAll()
  expect((await connector.find('molly'))?.ref).toEqual(molly)
})

test('a certificate of another authority is a fault of the set-up', async () => {
  const other = await startSlapd({ noSync: true })
  const connector = connectorTo(slapd, { caPem: other.caPem })
  for (const call of callsOf(connector)) {
    expect(await failureOf(call)).toMatchObject({ code: 'directory_misconfigured', retryable: false })
  }
  await other.stop()
})

test('a service account that is locked or must choose another password is named as such', async () => {
  const dn = `uid=worn,ou=services,${slapd.baseDn}`
  const password = 'worn-out-account-1'
  await admin.modify(
    `dn: ${dn}\nchangetype: add\nobjectClass: account\nobjectClass: simpleSecurityObject\nuid: worn\nuserPassword: ${hashPassword(password)}\n`,
  )
  const sentence = async () => {
    const connector = connectorTo(slapd, { bindDn: dn }, password)
    const failure = await failureOf(() => connector.find('molly'))
    expect(failure).toMatchObject({ code: 'directory_misconfigured', retryable: false })
    expect((await connector.check()).points).toMatchObject([
      { name: `connection to 127.0.0.1:${slapd.tlsPort}`, ok: false, message: failure.message },
    ])
    return failure.message
  }
  const replace = (attribute: string, value: string) =>
    admin.modify(`dn: ${dn}\nchangetype: modify\nreplace: ${attribute}\n${value && `${attribute}: ${value}\n`}`)
  await replace('pwdReset', 'TRUE')
  expect(await sentence()).toMatch(/must choose another password/)
  await replace('pwdReset', '')
  await replace('pwdAccountLockedTime', '000001010000Z')
  expect(await sentence()).toMatch(/is locked/)
})

test('a service account that was taken away is given up with its connection, which the server leaves open', async () => {
  const dn = `uid=leaver,ou=services,${slapd.baseDn}`
  const password = new Secret('leaves-acme-today-1')
  await admin.modify(
    `dn: ${dn}\nchangetype: add\nobjectClass: account\nobjectClass: simpleSecurityObject\nuid: leaver\nuserPassword: ${hashPassword(password.reveal())}\n`,
  )
  const place = { host: '127.0.0.1', port: slapd.tlsPort, security: 'ldaps', caPem: slapd.caPem } as const
  const address = { ...place, allowPrivateHosts: true, connectTimeoutMs: 700 }
  const [patient, strict] = [undefined, { keptMsMax: 0, idleMsMax: 60_000 }].map((ages) =>
    ldapService(address, { dn, password }, 700, ages),
  )
  const root = {
    base: '',
    scope: 'base' as const,
    filter: new PresenceFilter({ attribute: 'objectClass' }),
    attributes: ['1.1'],
  }
  const look = (service = strict) =>
    service?.read((connection) => connection.search(root)) ?? Promise.reject(new Error())
  for (const service of [patient, strict]) expect(await look(service)).toHaveLength(1)
  await admin.modify(`dn: ${dn}\nchangetype: delete\n`)
  expect(await look(patient)).toHaveLength(1)
  expect(await failureOf(look)).toMatchObject({ code: 'directory_misconfigured', retryable: false })
  await Promise.all([patient?.close(), strict?.close()])
})

test('a service account without the rights is told by the write, and nothing is half done', async () => {
  const dn = `uid=reader,ou=services,${slapd.baseDn}`
  await admin.modify(
    `dn: ${dn}\nchangetype: add\nobjectClass: account\nobjectClass: simpleSecurityObject\nuid: reader\nuserPassword: ${hashPassword('reader-at-acme-1')}\n`,
  )
  const connector = connectorTo(slapd, { bindDn: dn }, 'reader-at-acme-1')
  for (const call of [
    () => connector.passwords?.reset(molly, new Secret(next)),
    () => connector.passwords?.unlock(molly),
  ]) {
    expect(await failureOf(call)).toMatchObject({ code: 'not_allowed_by_directory', retryable: false })
  }
  expect(await admin.canBind('molly', 'Welcome-to-Acme-1')).toBe(true)
})

describe('check says when the password rules would not hold', () => {
  const rulesHold = async (connector: DirectoryConnector) =>
    (await connector.check()).points.find((point) => point.name === 'rules_hold')

  test('for an account of OpenLDAP that may manage passwords, and sets none to find out', async () => {
    const defaultPolicyDn = `cn=default,ou=policies,${slapd.baseDn}`
    const asRoot = connectorTo(slapd, { bindDn: slapd.adminDn, defaultPolicyDn }, slapd.adminPassword)
    expect(await rulesHold(asRoot)).toMatchObject({ ok: false, message: expect.stringMatching(/write, not manage/) })
    expect(await rulesHold(connectorTo(slapd, { defaultPolicyDn }))).toMatchObject({ ok: true })
    expect(await admin.canBind('molly', 'Welcome-to-Acme-1')).toBe(true)
    expect(await admin.canBind('diana', 'Welcome-to-Acme-1')).toBe(true)
  })

  test('for an account of 389-ds that is a password administrator; and one whose password expired is named', async () => {
    const server: Ds389 = await startDs389()
    const ds389 = ldapAdmin(server, ds389Dialect)
    expect(await rulesHold(connectorTo(server))).toMatchObject({ ok: true })
    await ds389.setPolicy({ passwordAdminDN: server.serviceDn })
    expect(await rulesHold(connectorTo(server))).toMatchObject({ ok: false })
    await ds389.modify(
      `dn: ${server.serviceDn}\nchangetype: modify\nreplace: passwordExpirationTime\npasswordExpirationTime: 20000101000000Z\n`,
    )
    const failure = await failureOf(() => connectorTo(server).find('molly'))
    expect(failure).toMatchObject({ code: 'directory_misconfigured', retryable: false })
    expect(failure.message).toMatch(/has expired/)
    await server.stop()
  })
})
