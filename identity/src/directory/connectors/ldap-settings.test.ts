import { type LdapAdmin, ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { hashPassword } from '@hallpass/counterparts/slapd-data'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { Secret } from '../../platform/secret.ts'
import type { LdapSettings } from '../types.ts'
import type { DirectoryConnector } from './connector.ts'
import { ldapConnector } from './ldap.ts'

/** What administrators may set about an LDAP directory, tried on a real one. */

let slapd: Slapd
let admin: LdapAdmin
const open: DirectoryConnector[] = []
const right = new Secret('Welcome-to-Acme-1')

beforeAll(async () => {
  slapd = await startSlapd({ noSync: true })
  admin = ldapAdmin(slapd)
})
afterAll(async () => {
  await Promise.all(open.map((connector) => connector.close()))
  await slapd.stop()
})

function connectorOn(changes: Partial<LdapSettings>): DirectoryConnector {
  const place = { host: '127.0.0.1', port: slapd.tlsPort, security: 'ldaps', caPem: slapd.caPem } as const
  const settings: LdapSettings = { kind: 'ldap', ...place, baseDn: slapd.baseDn, bindDn: slapd.serviceDn, ...changes }
  const connector = ldapConnector(settings, new Secret(slapd.servicePassword), {
    clock: systemClock,
    allowPrivateHosts: true,
  })
  open.push(connector)
  return connector
}

async function refOf(connector: DirectoryConnector, login: string) {
  const found = await connector.find(login)
  if (found === null) throw new Error(`${login} is not found`)
  return found.ref
}

test('disabled may be an attribute with one of some values', async () => {
  const disabledWhen = { kind: 'attribute', attribute: 'employeeType', values: ['left', 'suspended'] } as const
  const connector = connectorOn({ disabledWhen: { ...disabledWhen, values: [...disabledWhen.values] } })
  const leo = await refOf(connector, 'leo')
  expect((await connector.authenticate(leo, right)).kind).toBe('ok')
  await admin.set('leo', 'employeeType', 'Suspended')
  expect((await connector.get(leo))?.disabled).toBe(true)
  expect((await connector.authenticate(leo, right)).kind).toBe('disabled')
  await admin.set('leo', 'employeeType', 'permanent')
  expect((await connector.get(leo))?.disabled).toBe(false)
})

test('where only a missing entry means disabled, an administrator’s lock still keeps everybody out and is not reset away', async () => {
  const connector = connectorOn({ disabledWhen: { kind: 'entry_gone' } })
  const frank = await refOf(connector, 'frank')
  await admin.disable('frank')
  expect((await connector.get(frank))?.disabled).toBe(false)
  expect((await connector.authenticate(frank, right)).kind).toBe('locked')
  expect(await connector.passwords?.state(frank)).toMatchObject({ locked: true })
  await expect(connector.passwords?.reset(frank, new Secret('Another-long-one-1'))).rejects.toMatchObject({
    code: 'not_allowed_by_directory',
  })
  await expect(connector.passwords?.unlock(frank)).rejects.toMatchObject({ code: 'not_allowed_by_directory' })
  expect((await admin.read('frank'))?.pwdAccountLockedTime).toEqual(['000001010000Z'])
})

test('the account that reads the directory is never reset, even when it looks like a person', async () => {
  await admin.modify(`dn: ${slapd.serviceDn}\nchangetype: delete\n`)
  await admin.modify(
    `dn: ${slapd.serviceDn}\nchangetype: add\nobjectClass: inetOrgPerson\nuid: hallpass\ncn: Hallpass\nsn: Hallpass\nuserPassword: ${hashPassword(slapd.servicePassword)}\n`,
  )
  const connector = connectorOn({})
  const itself = await refOf(connector, 'hallpass')
  for (const call of [
    () => connector.passwords?.reset(itself, new Secret('Another-long-one-1')),
    () => connector.passwords?.unlock(itself),
    () => connector.passwords?.change(itself, new Secret(slapd.servicePassword), new Secret('Another-long-one-1')),
  ]) {
    await expect(call()).rejects.toMatchObject({ code: 'not_allowed_by_directory' })
  }
})

test('a person’s own policy counts before the default one', async () => {
  const policyDn = `cn=strict,ou=policies,${slapd.baseDn}`
  await admin.modify(
    `dn: ${policyDn}\nchangetype: add\nobjectClass: applicationProcess\nobjectClass: pwdPolicy\ncn: strict\npwdAttribute: userPassword\npwdMinLength: 20\npwdCheckQuality: 2\npwdInHistory: 8\npwdMinAge: 3600\n`,
  )
  await admin.set('fiona', 'pwdPolicySubentry', policyDn)
  const connector = connectorOn({ defaultPolicyDn: `cn=default,ou=policies,${slapd.baseDn}` })
  const [fiona, molly] = [await refOf(connector, 'fiona'), await refOf(connector, 'molly')]
  expect(await connector.passwords?.policyFor(fiona)).toMatchObject({
    minLength: 20,
    historyCount: 8,
    minAgeSeconds: 3600,
    lockoutTries: null,
  })
  expect(await connector.passwords?.policyFor(molly)).toMatchObject({
    minLength: 10,
    historyCount: 3,
    minAgeSeconds: null,
    lockoutTries: 5,
  })
  await expect(connector.passwords?.reset(fiona, new Secret('Only-sixteen-ch1'))).rejects.toMatchObject({
    reasons: [{ reason: 'too_short', minLength: 20 }],
  })
})

test('a change sooner than the policy allows says from when it is possible', async () => {
  const connector = connectorOn({})
  const fiona = await refOf(connector, 'fiona')
  await connector.passwords?.reset(fiona, new Secret('A-very-long-password-for-once-1'))
  const before = await connector.passwords?.state(fiona)
  const error = await connector.passwords
    ?.change(fiona, new Secret('A-very-long-password-for-once-1'), new Secret('A-very-long-password-for-once-2'))
    .catch((thrown: unknown) => thrown)
  const notBefore = new Date((before?.changedAt?.getTime() ?? 0) + 3_600_000)
  expect(error).toMatchObject({ code: 'password_rejected', reasons: [{ reason: 'too_soon', notBefore }] })
})

test('without a policy to read, a refusal still says what is wrong', async () => {
  const connector = connectorOn({ defaultPolicyDn: `cn=nowhere,ou=policies,${slapd.baseDn}` })
  const molly = await refOf(connector, 'molly')
  expect(await connector.passwords?.policyFor(molly)).toMatchObject({ minLength: null, furtherChecks: true })
  await expect(connector.passwords?.reset(molly, new Secret('short'))).rejects.toMatchObject({
    reasons: [{ reason: 'too_short', minLength: null }],
  })
  const health = await connector.check()
  expect(health.points.find((point) => point.name === 'policy')).toMatchObject({ ok: false })
})

test('a base that does not exist is a fault of the set-up, told by check and by every list', async () => {
  const connector = connectorOn({ baseDn: `ou=nowhere,${slapd.baseDn}` })
  expect(await connector.check()).toMatchObject({ ok: false })
  await expect(connector.list(null)).rejects.toMatchObject({ name: 'DirectoryFailure', retryable: false })
  await expect(connector.changes?.start()).rejects.toMatchObject({ code: 'directory_misconfigured' })
})

test('company, office and, where an attribute is named for it, cost centre are read', async () => {
  const connector = connectorOn({ costCenterAttribute: 'roomNumber' })
  expect(await connector.find('fiona')).toMatchObject({ company: null, location: null, costCenter: null })
  await admin.set('fiona', 'o', 'Acme Ireland')
  await admin.set('fiona', 'l', 'Dublin')
  await admin.set('fiona', 'roomNumber', 'CC-4711')
  expect(await connector.find('fiona')).toMatchObject({
    company: 'Acme Ireland',
    location: 'Dublin',
    costCenter: 'CC-4711',
  })
  await admin.set('fiona', 'physicalDeliveryOfficeName', 'Dublin, 2nd floor')
  expect(await connector.find('fiona')).toMatchObject({ location: 'Dublin, 2nd floor' })
  expect(await connectorOn({}).find('fiona')).toMatchObject({ company: 'Acme Ireland', costCenter: null })
})
