import { type Ds389, startDs389 } from '@hallpass/counterparts/ds389'
import { ds389Dialect, type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { Secret } from '../../platform/secret.ts'
import type { LdapSettings } from '../types.ts'
import type { DirectoryConnector } from './connector.ts'
import { ldapConnector } from './ldap.ts'

/** What a check says of a server that was not made ready for us. */

const open: DirectoryConnector[] = []
afterAll(() => Promise.all(open.map((connector) => connector.close())))

type Server = Pick<Slapd, 'tlsPort' | 'caPem' | 'baseDn' | 'serviceDn' | 'servicePassword'>

function connectorTo(server: Server, changes: Partial<LdapSettings> = {}): DirectoryConnector {
  const place = { host: '127.0.0.1', port: server.tlsPort, security: 'ldaps', caPem: server.caPem } as const
  const settings: LdapSettings = { kind: 'ldap', ...place, baseDn: server.baseDn, bindDn: server.serviceDn, ...changes }
  const deps = { clock: systemClock, allowPrivateHosts: true }
  const connector = ldapConnector(settings, new Secret(server.servicePassword), deps)
  open.push(connector)
  return connector
}

const pointOf = async (connector: DirectoryConnector, name: string) =>
  (await connector.check()).points.find((point) => point.name === name)

describe('389 Directory Server', () => {
  let server: Ds389
  let admin: LdapAdmin
  beforeAll(async () => {
    server = await startDs389()
    admin = ldapAdmin(server, ds389Dialect)
  })
  afterAll(() => server.stop())

  const mayRead = (attributes: string) =>
    admin.modify(
      `dn: cn=config\nchangetype: modify\nreplace: aci\naci: (targetattr="${attributes}")(version 3.0; acl "Some"; allow(read,search,compare) userdn="ldap:///${server.serviceDn}";)\n`,
    )
  const rulesOf = async (login: string) => {
    const connector = connectorTo(server)
    const found = await connector.find(login)
    return await connector.passwords?.policyFor(found?.ref ?? { key: '' })
  }
  const own = (attribute: string, value: string) =>
    admin.modify(
      `dn: ${server.serviceDn}\nchangetype: modify\nreplace: ${attribute}\n${value && `${attribute}: ${value}\n`}`,
    )

  test('whose lock may not be read is taken for one that locks, which the check calls wrong and names', async () => {
    await mayRead('objectClass || passwordMinLength || passwordMaxAge')
    expect(await rulesOf('molly')).toMatchObject({ lockoutTries: 5, furtherChecks: true })
    expect(await pointOf(connectorTo(server), 'policy')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/passwordLockout, passwordMaxFailure.*passwordResetFailureCount/),
    })
  })

  test('that shows no rules at all is wrong as well', async () => {
    await admin.modify('dn: cn=config\nchangetype: modify\nreplace: aci\n')
    expect(await pointOf(connectorTo(server), 'policy')).toMatchObject({ ok: false })
    expect(await rulesOf('molly')).toMatchObject({ lockoutTries: 5, furtherChecks: true })
  })

  test('says when the service account is inactive, or locked by wrong tries', async () => {
    await own('nsAccountLock', 'true')
    await expect(connectorTo(server).find('molly')).rejects.toThrow(/is disabled in the directory/)
    await own('nsAccountLock', '')
    for (let tries = 0; tries < 6; tries += 1) {
      const wrong = ldapConnector(
        {
          ...{ kind: 'ldap', host: '127.0.0.1', port: server.tlsPort, security: 'ldaps', caPem: server.caPem },
          ...{ baseDn: server.baseDn, bindDn: server.serviceDn },
        },
        new Secret('not this one'),
        { clock: systemClock, allowPrivateHosts: true },
      )
      await wrong.find('molly').catch(() => {})
      await wrong.close()
    }
    await expect(connectorTo(server).find('molly')).rejects.toThrow(/is locked in the directory/)
    await admin.modify(
      `dn: ${server.serviceDn}\nchangetype: modify\nreplace: accountUnlockTime\n-\nreplace: passwordRetryCount\n`,
    )
  })

  test('says on which day the password of the service account ends, unless that is as good as never', async () => {
    expect(await pointOf(connectorTo(server), 'own password')).toBeUndefined()
    await own('passwordExpirationTime', '20300401120000Z')
    const day = expect.stringMatching(/ends on 2030-04-01/)
    expect(await pointOf(connectorTo(server), 'own password')).toMatchObject({ ok: false, message: day })
  })
})

describe('OpenLDAP', () => {
  let server: Slapd
  beforeAll(async () => {
    server = await startSlapd({ noSync: true })
  })
  afterAll(() => server.stop())

  test('says on which day the password of the service account ends by the policy it is under', async () => {
    const { serviceDn, servicePassword } = server
    // As set by an administrator, and not to be changed at once as their policy has it.
    const admin = ldapAdmin(server)
    await admin.modify(
      `dn: ${serviceDn}\nchangetype: modify\nreplace: userPassword\nuserPassword: ${servicePassword}\n`,
    )
    await admin.modify(`dn: ${serviceDn}\nchangetype: modify\nreplace: pwdReset\n`)
    const connector = connectorTo(server, { defaultPolicyDn: `cn=default,ou=policies,${server.baseDn}` })
    const day = new Date(Date.now() + 7_776_000_000).toISOString().slice(0, 10)
    expect(await pointOf(connector, 'own password')).toMatchObject({ ok: false, message: expect.stringContaining(day) })
  })

  test('without a person under the base says whether the class or the login is what nobody has', async () => {
    expect(await pointOf(connectorTo(server, { loginAttribute: 'employeeNumber' }), 'people')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/none with the attribute employeeNumber/),
    })
    expect(await pointOf(connectorTo(server, { personClass: 'posixAccount' }), 'people')).toMatchObject({
      ok: false,
      message: 'No entry of class posixAccount is visible under the base.',
    })
  })

  test('with a base of people alone says that its groups are elsewhere', async () => {
    const people = connectorTo(server, { baseDn: `ou=people,${server.baseDn}` })
    expect(await pointOf(people, 'groups')).toMatchObject({ message: expect.stringMatching(/holds them as well/) })
  })

  test('with nothing at the base says that, and of nobody that they are gone', async () => {
    const nowhere = connectorTo(server, { baseDn: `ou=nowhere,${server.baseDn}` })
    const message = 'There is nothing at the base DN, or the service account may not see it.'
    expect(await pointOf(nowhere, 'reading')).toMatchObject({ message })
    await expect(nowhere.list(null)).rejects.toThrow(message)
    await expect(nowhere.find('molly')).rejects.toThrow(message)
  })
})
