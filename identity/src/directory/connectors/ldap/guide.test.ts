import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startDs389 } from '@hallpass/counterparts/ds389'
import { ds389Dialect, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { startSlapd } from '@hallpass/counterparts/slapd'
import { configAdminDn } from '@hallpass/counterparts/slapd-config'
import { hashPassword } from '@hallpass/counterparts/slapd-data'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../../platform/clock.ts'
import { Secret } from '../../../platform/secret.ts'
import type { LdapSettings } from '../../types.ts'
import type { DirectoryConnector } from '../connector.ts'
import { ldapConnector } from '../ldap.ts'

/** A server as it comes, made ready by nothing but what the guide prints, for a service account of another name. */

const guide = readFileSync(
  fileURLToPath(new URL('../../../../../docs/guides/add-a-directory.md', import.meta.url)),
  'utf8',
)
const password = 'made-by-the-guide-1'
const blocks = [...guide.matchAll(/```ldif\n([^`]+)```/g)].map(([, ldif]) =>
  (ldif ?? '').replaceAll('uid=hallpass', 'uid=guided').replaceAll('uid: hallpass', 'uid: guided'),
)
const [account, rightsAndLimits, allOf389] = blocks as [string, string, string]

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

type Server = { tlsPort: number; caPem: string; baseDn: string; stop(): Promise<void> }

function connectorTo(server: Server, changes: Partial<LdapSettings> = {}): DirectoryConnector {
  const place = { host: '127.0.0.1', port: server.tlsPort, security: 'ldaps', caPem: server.caPem } as const
  const bindDn = `uid=guided,ou=services,${server.baseDn}`
  const settings: LdapSettings = { kind: 'ldap', ...place, baseDn: server.baseDn, bindDn, ...changes }
  const connector = ldapConnector(settings, new Secret(password), { clock: systemClock, allowPrivateHosts: true })
  closing.push(() => connector.close())
  return connector
}

async function everybody(connector: DirectoryConnector): Promise<number> {
  let count = 0
  let page = await connector.list(null)
  for (count += page.items.length; page.next !== null; count += page.items.length)
    page = await connector.list(page.next)
  return count
}

const wrong = async (connector: DirectoryConnector) => (await connector.check()).points.filter(({ ok }) => !ok)

/** The rules and limits with which Debian's package sets a server up. */
const asDebianHasIt = `dn: olcDatabase={1}mdb,cn=config
changetype: modify
replace: olcAccess
olcAccess: {0}to attrs=userPassword by self write by anonymous auth by * none
olcAccess: {1}to * by * read
-
delete: olcLimits
`

test('its lines for OpenLDAP let more than 500 people be read and a password be set, and shut nobody out', async () => {
  const server = await startSlapd({ extraPeople: 600, noSync: true })
  closing.push(() => server.stop())
  const [data, config] = [server, { ...server, adminDn: configAdminDn }].map((each) => ldapAdmin(each))
  await config?.modify(asDebianHasIt)
  await data?.modify(account.replace(/userPassword: .*/, `userPassword: ${hashPassword(password)}`))
  const defaultPolicyDn = `cn=default,ou=policies,${server.baseDn}`

  const limited = connectorTo(server, { defaultPolicyDn })
  const prtotal = expect.stringMatching(/only so many entries.*size\.prtotal=unlimited/)
  await expect(everybody(limited)).rejects.toMatchObject({ code: 'directory_misconfigured', message: prtotal })
  expect(await wrong(limited)).toContainEqual({ name: 'people', ok: false, message: prtotal })

  await config?.modify(rightsAndLimits)
  const connector = connectorTo(server, { defaultPolicyDn })
  expect(await wrong(connector)).toEqual([])
  expect(await everybody(connector)).toBeGreaterThan(600)
  const molly = await connector.find('molly')
  await connector.passwords?.reset(molly?.ref ?? { key: '' }, new Secret('Reset-by-the-guide-1'))
  expect(await data?.canBind('molly', 'Reset-by-the-guide-1')).toBe(true)
}, 60_000)

test('its lines for 389 Directory Server do the same there, and without its limits check and sync say which', async () => {
  const server = await startDs389({ extraPeople: 30 })
  closing.push(() => server.stop())
  const admin = ldapAdmin(server, ds389Dialect)
  for (const dn of [server.baseDn, 'cn=config']) await admin.modify(`dn: ${dn}\nchangetype: modify\nreplace: aci\n`)
  await admin.modify(allOf389.replace('the-password-you-chose', password))
  const connector = connectorTo(server)
  expect(await wrong(connector)).toEqual([])
  expect(await everybody(connector)).toBeGreaterThan(30)
  const molly = await connector.find('molly')
  await connector.passwords?.reset(molly?.ref ?? { key: '' }, new Secret('Reset-by-the-guide-1'))
  expect(await admin.canBind('molly', 'Reset-by-the-guide-1')).toBe(true)

  // The server's own limit is 5,000 entries looked at; the same a hundred times smaller.
  await admin.modify(
    `dn: uid=guided,ou=services,${server.baseDn}\nchangetype: modify\nreplace: nsPagedLookThroughLimit\nnsPagedLookThroughLimit: 10\n`,
  )
  const limited = connectorTo(server)
  const lookThrough = expect.stringMatching(/only so many entries.*nsPagedLookThroughLimit/)
  await expect(everybody(limited)).rejects.toMatchObject({ code: 'directory_misconfigured', message: lookThrough })
  expect(await wrong(limited)).toContainEqual({ name: 'people', ok: false, message: lookThrough })
}, 60_000)
