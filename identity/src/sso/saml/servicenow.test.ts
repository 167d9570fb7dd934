import { put } from '@hallpass/servicenow-simulator/seed/put'
import { type Simulator, startSimulator } from '@hallpass/servicenow-simulator/start-simulator'
import { movableClock } from '@hallpass/servicenow-simulator/store/clock'
import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { openListeningApp, walkAs } from '../sign-on/testing-walk.ts'
import { checkServiceNow } from './check-servicenow.ts'
import { readMetadata } from './read-metadata.ts'

let world: Awaited<ReturnType<typeof openListeningApp>>
let instance: Simulator
let appId: string
let provider: string
let signOnUrl: string
beforeAll(async () => {
  world = await openListeningApp()
  const clock = movableClock({ start: world.platform.clock.now() })
  instance = await startSimulator({ clock })
  const { app } = world
  const { id } = await app.access.addApp(
    { name: 'ServiceNow', addresses: { entityId: instance.url, acs: `${instance.url}/navpage.do` } },
    operator,
  )
  appId = id
  const apps = [{ appId, entitlements: [] }]
  const { id: roleId } = await app.access.createRole({ name: 'ServiceNow users', askedBy: 'everyone', apps }, operator)
  for (const personId of [world.id.molly, world.id.axel])
    await app.foundation.db.transaction(async (tx) => {
      const evidence = { source: 'sample' as const, approvals: [] }
      const grant = { personId, roleId, requestId: null, reason: 'test', durationDays: null, evidence }
      await app.access.startGrant(tx, (await app.access.grantRole(tx, grant, operator)).grantId)
    })
  await setUpBothSides()
})
afterAll(async () => {
  await instance?.stop()
  await world?.close()
})

/** As the guide says: what we know of the instance is saved here, what it must know of us there. */
async function setUpBothSides(): Promise<void> {
  const ivan = await world.signIn('ivan')
  const url = `/api/apps/${appId}/saml`
  const { suggested, setup } = (await world.server.inject({ url, headers: ivan.headers })).json()
  const settings = { ...suggested, nameIdFormat: 'unspecified', nameId: '{login}' }
  const headers = { ...ivan.headers, 'content-type': 'application/json' }
  const saved = await world.server.inject({ method: 'PUT', url, headers, payload: { version: 0, settings } })
  expect(saved.statusCode, saved.body).toBe(200)
  const { records } = instance
  const values = {
    name: 'Hallpass',
    idp: setup.entityId,
    idp_authnrequest_url: setup.signOnUrl,
    user_field: 'user_name',
  }
  provider = put(records, 'saml2_update1_properties', 'hallpass', values)
  const pem = { name: 'Hallpass', pem_certificate: setup.certificate, active: 'true' }
  const certificate = put(records, 'sys_certificate', 'hallpass', pem)
  put(records, 'saml2_idp_certificate', 'hallpass', { idp: provider, certificate })
  signOnUrl = `${instance.url}/login_with_sso.do?glide_sso_id=${provider}`
}

describe('ServiceNow', () => {
  test('tests the connection with success, which it wants before it lets anybody in', async () => {
    const { cookie } = instance.sessions.open('6816f79cc0a8016401c5a33be04be441')
    const walk = walkAs(world.origin, await world.signIn('molly'))
    walk.keep(new URL(instance.url).host, `JSESSIONID=${cookie}`)
    const page = await walk.open(`${instance.url}/sso_test_connection.do?glide_sso_id=${provider}`)
    expect(page.text).toContain('The connection works')
    const made = instance.records.update('saml2_update1_properties', provider, { active: 'true' }, system)
    expect(made).toMatchObject({ row: { active: 'true' } })
  })

  test('lets molly in as herself from its own sign-in page', async () => {
    const walk = walkAs(world.origin, await world.signIn('molly'))
    expect((await walk.open(signOnUrl)).response.status).toBe(200)
    expect((await walk.open(`${instance.url}/sp`)).text).toContain('Molly Byrne')
  })

  test('is not reached by leo, whose role does not carry it', async () => {
    const { url, response } = await walkAs(world.origin, await world.signIn('leo')).open(signOnUrl)
    expect([url.origin, response.status]).toEqual([world.origin, 403])
  })

  test('lets nobody in while its clock is an hour off', async () => {
    instance.clock.advance(3_600_000)
    const { url, response } = await walkAs(world.origin, await world.signIn('molly')).open(signOnUrl)
    expect([url.origin, response.status >= 400]).toEqual([world.origin, true])
    instance.clock.advance(-3_600_000)
  })
})

describe('the pre-flight', () => {
  test('finds nothing wrong with both sides as the guide sets them up', async () => {
    const ivan = await world.signIn('ivan')
    const answer = await world.server.inject({
      method: 'POST',
      url: `/api/apps/${appId}/saml/check`,
      headers: { ...ivan.headers, 'content-type': 'application/json' },
      payload: { metadata: { url: `${instance.url}/sso_metadata.do?glide_sso_id=${provider}` } },
    })
    const findings = answer.json().findings as { level: string; subject: string }[]
    expect(findings.filter(({ level }) => level === 'fault')).toEqual([])
    expect(findings.map(({ subject }) => subject)).toContain('clock')
  })

  test.each([
    ['another audience', { entityId: 'https://acme.service-now.com/' }, 'entityId', 'fault'],
    [
      'an address that takes nothing',
      { acs: [{ url: 'https://acme.service-now.com/sp', index: 0, isDefault: true }] },
      'acs',
      'fault',
    ],
    ['a name made for it alone', { nameIdFormat: 'persistent' as const }, 'nameId', 'fault'],
    ['a signature in the wrong place', { sign: 'response' as const }, 'signature', 'warning'],
    ['no room between the clocks', { clockSkewSeconds: 0 }, 'clock', 'warning'],
    [
      'encryption for nobody',
      { encryption: { certificate: 'x'.repeat(100), keyWrap: 'rsa-oaep' as const } },
      'certificate',
      'fault',
    ],
  ])('knows what ServiceNow does not forgive: %s', (_title, changes, subject, level) => {
    const settings = { ...good, ...changes }
    const published = readMetadata(metadata)
    expect(checkServiceNow(settings, published).filter((each) => each.level !== 'ok')).toMatchObject([
      { subject, level },
    ])
    expect(checkServiceNow(good, published).filter((each) => each.level !== 'ok')).toEqual([])
  })
})

const good = {
  entityId: 'https://acme.service-now.com',
  acs: [{ url: 'https://acme.service-now.com/navpage.do', index: 0, isDefault: true }],
  slo: null,
  nameIdFormat: 'unspecified' as const,
  nameId: '{login}',
  attributes: [],
  sign: 'both' as const,
  encryption: null,
  requestsSigned: false,
  signingCertificates: [],
  idpInitiated: false,
  relayStates: [],
  clockSkewSeconds: 60,
  sessionMinutes: null,
}
const metadata = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${good.entityId}"><md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:AssertionConsumerService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${good.acs[0]?.url}"/></md:SPSSODescriptor></md:EntityDescriptor>`
