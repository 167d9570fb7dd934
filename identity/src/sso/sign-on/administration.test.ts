import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import type { OidcSettings } from '@hallpass/contract/oidc'
import { X509CertificateGenerator } from '@peculiar/x509'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { testKey } from '../saml/testing-saml.ts'

let world: TestApp
let ivan: Caller
let appId: string
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world?.close())
beforeEach(async () => {
  ivan = await world.signIn('ivan')
  const addresses = { entityId: 'https://app.example', acs: 'https://app.example/acs' }
  const name = `App ${world.platform.ids.next()}`
  appId = (await world.app.access.addApp({ name, addresses }, operator)).id
})

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'
async function call(method: Method, path: string, payload?: object, caller = ivan) {
  const answer = await world.server.inject({
    method,
    url: path.replace('APP', appId),
    headers: { ...caller.headers, ...(payload ? { 'content-type': 'application/json' } : {}) },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const askForToken = (clientId: string, secret: string) =>
  world.server.inject({
    method: 'POST',
    url: '/oidc/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'grant_type=client_credentials',
  })

const oidc: OidcSettings = {
  redirectUris: ['https://app.example/callback'],
  postLogoutRedirectUris: [],
  tokenAuth: 'client_secret_basic',
  requirePkce: true,
  requirePushedRequests: false,
  signing: 'ES256',
  refreshTokens: false,
  clientCredentials: true,
  backchannelLogoutUri: null,
  claims: [{ name: 'upn', value: '{login|lower}@acme.example' }],
}

describe('OpenID Connect of an app', () => {
  test('a secret that is replaced goes on for as long as was said, unless it is ended before', async () => {
    await call('PUT', '/api/apps/APP/oidc', { version: 0, settings: oidc })
    const make = async (query = '') => (await call('POST', `/api/apps/APP/oidc/secret${query}`)).body
    const { clientId, secret: first } = await make()
    const opens = async (secret: string) => (await askForToken(clientId, secret)).statusCode === 200
    const second = await make('?keepHours=24')
    const shown = async () => (await call('GET', '/api/apps/APP/oidc')).body.previousSecretEndsAt
    expect(await shown()).toBe(second.previousEndsAt)
    expect([await opens(first), await opens(second.secret)]).toEqual([true, true])
    world.platform.clock.advance(24 * 3_600_000)
    ivan = await world.signIn('ivan')
    expect([await opens(first), await opens(second.secret), await shown()]).toEqual([false, true, null])

    const third = await make('?keepHours=168')
    expect((await call('DELETE', '/api/apps/APP/oidc/secret/before')).status).toBe(204)
    expect([await opens(second.secret), await opens(third.secret), await shown()]).toEqual([false, true, null])
    expect((await call('DELETE', '/api/apps/APP/oidc/secret/before')).status).toBe(204)
    // Asked again, as by whoever lost what was shown: what the app uses goes on as was said of it.
    const fourth = await make('?keepHours=24')
    const fifth = await make('?keepHours=1')
    expect([await opens(third.secret), await opens(fourth.secret), await opens(fifth.secret)]).toEqual([
      true,
      true,
      true,
    ])
    expect([await shown(), fifth.previousEndsAt]).toEqual([fourth.previousEndsAt, fourth.previousEndsAt])
    world.platform.clock.advance(3_600_000)
    ivan = await world.signIn('ivan')
    expect([await opens(third.secret), await opens(fourth.secret), await opens(fifth.secret)]).toEqual([
      true,
      false,
      true,
    ])
    // Nothing is taken for granted of what the app uses; all of them end at once where one of them may have leaked.
    const unsaid = await call('POST', '/api/apps/APP/oidc/secret')
    expect([unsaid.status, JSON.stringify(unsaid.body)]).toEqual([400, expect.stringContaining('keepHours')])
    expect(await opens(fifth.secret)).toBe(true)
    const sixth = await make('?keepHours=0')
    expect([await opens(third.secret), await opens(fifth.secret), await opens(sixth.secret)]).toEqual([
      false,
      false,
      true,
    ])
    for (let n = 0; n < 4; n++) await make('?keepHours=1')
    const tooMany = await call('POST', '/api/apps/APP/oidc/secret?keepHours=1')
    expect([tooMany.status, tooMany.body.code]).toEqual([409, 'client_secrets_too_many'])
    expect([await opens(sixth.secret), (await call('DELETE', '/api/apps/APP/oidc/secret/before')).status]).toEqual([
      true,
      204,
    ])
    expect([await opens(sixth.secret), (await call('POST', '/api/apps/APP/oidc/secret?keepHours=1')).status]).toEqual([
      false,
      201,
    ])
    const refused = await call('POST', '/api/apps/APP/oidc/secret?keepHours=169')
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('keepHours')])
  })

  test('is set up, given a secret that is shown once, changed, and taken away again', async () => {
    expect((await call('POST', '/api/apps/APP/oidc/secret')).status).toBe(409)
    const saved = await call('PUT', '/api/apps/APP/oidc', { version: 0, settings: oidc })
    expect(saved).toMatchObject({ status: 200, body: { version: 1, hasSecret: false, settings: oidc } })
    const made = await call('POST', '/api/apps/APP/oidc/secret')
    expect(made).toMatchObject({ status: 201, body: { clientId: saved.body.clientId, secret: expect.any(String) } })
    const shown = await call('GET', '/api/apps/APP/oidc')
    expect(shown.body).toMatchObject({ hasSecret: true, version: 2 })
    expect(JSON.stringify(shown.body)).not.toContain(made.body.secret)
    const token = () => askForToken(made.body.clientId, made.body.secret)
    expect((await token()).statusCode).toBe(200)
    expect((await call('DELETE', '/api/apps/APP/oidc')).status).toBe(204)
    expect((await token()).statusCode).toBe(401)
    expect((await call('DELETE', '/api/apps/APP/oidc')).status).toBe(409)
  })

  test('names each setting that cannot work, all at once', async () => {
    const settings = {
      ...oidc,
      redirectUris: ['http://app.example/callback', 'javascript:alert(1)'],
      tokenAuth: 'none',
      requirePkce: false,
      claims: [{ name: 'upn', value: '{password}' }],
    }
    const { status, body } = await call('PUT', '/api/apps/APP/oidc', { version: 0, settings })
    expect([status, body.code]).toEqual([400, 'oidc_settings_invalid'])
    const fields = body.fields.map(({ field }: { field: string }) => field)
    expect(fields).toEqual(
      expect.arrayContaining([
        'settings.redirectUris.0',
        'settings.redirectUris.1',
        'settings.clientCredentials',
        'settings.requirePkce',
        'settings.claims.0.value',
      ]),
    )
  })
})

describe('SAML of an app', () => {
  test('is suggested by its addresses, saved, shown for a person, and taken away again', async () => {
    const { body: before } = await call('GET', '/api/apps/APP/saml')
    expect(before).toMatchObject({ settings: null, suggested: { entityId: 'https://app.example' } })
    const path = '/api/apps/APP/saml'
    expect((await call('POST', `${path}/preview`, { personId: world.id.molly })).status).toBe(409)
    const settings = { ...before.suggested, entityId: `https://app.example/${appId}`, nameId: '{login|upper}' }
    const saved = await call('PUT', path, { version: 0, settings })
    expect(saved).toMatchObject({ status: 200, body: { version: 1, suggested: null } })
    const preview = await call('POST', `${path}/preview`, { personId: world.id.molly })
    expect(preview).toMatchObject({ status: 200, body: { nameId: 'MOLLY' } })
    expect((await call('POST', `${path}/check`, {})).body.findings.length).toBeGreaterThan(0)
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('DELETE', path)).status).toBe(404)
  })

  test('is warned of where assertions would travel in the clear', async () => {
    const { suggested } = (await call('GET', '/api/apps/APP/saml')).body
    const acs = ['http://app.example/acs', 'https://app.example/acs', 'http://127.0.0.1:8000/acs'].map(
      (url, index) => ({ url, index, isDefault: index === 0 }),
    )
    const settings = { ...suggested, entityId: `https://app.example/${appId}`, acs }
    expect((await call('PUT', '/api/apps/APP/saml', { version: 0, settings })).status).toBe(200)
    const { findings } = (await call('POST', '/api/apps/APP/saml/check', {})).body
    const warned = findings.filter(({ subject }: { subject: string }) => subject === 'acs')
    expect(warned).toEqual([
      {
        level: 'warning',
        subject: 'acs',
        message: expect.stringContaining('sent to http://app.example/acs in the clear'),
      },
    ])
  })

  test('encrypts for no key that assertions cannot be encrypted for, and for none that is weak', async () => {
    const path = '/api/apps/APP/saml'
    const { suggested, settings: kept, version } = (await call('GET', path)).body
    const of = async (algorithm: webcrypto.RsaHashedKeyGenParams | webcrypto.EcKeyGenParams) => {
      const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
      const made = await X509CertificateGenerator.createSelfSigned({
        keys,
        signingAlgorithm: { ...algorithm, hash: 'SHA-256' },
      })
      const encryption = { certificate: Buffer.from(made.rawData).toString('base64'), keyWrap: 'rsa-oaep' }
      return await call('PUT', path, { version, settings: { ...(kept ?? suggested), encryption } })
    }
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) }
    for (const refused of [await of({ name: 'ECDSA', namedCurve: 'P-256' }), await of({ ...rsa, modulusLength: 1024 })])
      expect([refused.status, refused.body.fields]).toMatchObject([400, [{ field: 'settings.encryption.certificate' }]])
    expect((await of({ ...rsa, modulusLength: 2048 })).status).toBe(200)
    expect((await call('DELETE', path)).status).toBe(204)
  })

  test('is filled in from what the app published, certificates and ways to sign out included', async () => {
    const { certificate } = await testKey('sp')
    const endpoint = (name: string, binding: string, at: string) =>
      `<md:${name} index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="https://app.example/${at}"/>`
    const xml = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://app.example/sp"><md:SPSSODescriptor AuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>${endpoint('SingleLogoutService', 'SOAP', 'slo/soap')}${endpoint('SingleLogoutService', 'HTTP-POST', 'slo')}${endpoint('AssertionConsumerService', 'HTTP-POST', 'acs')}</md:SPSSODescriptor></md:EntityDescriptor>`
    expect(await call('POST', '/api/apps/APP/saml/from-metadata', { xml })).toMatchObject({
      status: 200,
      body: {
        entityId: 'https://app.example/sp',
        slo: { url: 'https://app.example/slo', binding: 'post' },
        soapLogoutUrl: 'https://app.example/slo/soap',
        requestsSigned: true,
        signingCertificates: [certificate],
      },
    })
    const both = await call('POST', '/api/apps/APP/saml/from-metadata', { xml, url: 'https://app.example/sp' })
    expect([both.status, both.body.fields]).toMatchObject([400, [{ field: 'xml' }]])
  })
})

describe('signals of an app', () => {
  const settings = { endpoint: 'https://app.example/events', audience: 'app', subject: 'email', enabled: true }

  test('are set, changed and taken away again; the secret is never shown', async () => {
    const path = '/api/apps/APP/signals'
    expect((await call('POST', `${path}/verify`)).status).toBe(409)
    const saved = await call('PUT', path, { version: 0, settings, authorization: 'Bearer a-secret' })
    expect(saved).toMatchObject({ status: 200, body: { version: 1, hasAuthorization: true, settings } })
    expect(JSON.stringify(saved.body)).not.toContain('a-secret')
    const cleared = await call('PUT', path, { version: 1, settings, authorization: null })
    expect(cleared.body).toMatchObject({ version: 2, hasAuthorization: false })
    expect((await call('PUT', path, { version: 1, settings })).status).toBe(409)
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('DELETE', path)).status).toBe(404)
  })
})

test('each of them wants a fresh proof, the role, an app that is there, and the version that was read', async () => {
  const bodies: [Method, string, object | undefined][] = [
    ['PUT', 'oidc', { version: 0, settings: oidc }],
    ['POST', 'oidc/secret', undefined],
    ['DELETE', 'oidc/secret/before', undefined],
    ['DELETE', 'saml', undefined],
    [
      'PUT',
      'signals',
      { version: 0, settings: { endpoint: 'https://a.example/', audience: 'a', subject: 'email', enabled: true } },
    ],
  ]
  const axel = await world.signIn('axel')
  for (const [method, path, body] of bodies) {
    expect((await call(method, `/api/apps/APP/${path}`, body, axel)).status).toBe(403)
    expect((await call(method, `/api/apps/${world.id.molly}/${path}`, body)).status).toBe(404)
  }
  expect((await call('PUT', '/api/apps/APP/oidc', { version: 3, settings: oidc })).status).toBe(409)
  world.platform.clock.advance(16 * 60_000)
  for (const [method, path, body] of bodies) {
    const answer = await call(method, `/api/apps/APP/${path}`, body)
    expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'insufficient_user_authentication'])
  }
})

test('keys are listed without their private part, and the next ones are put in service', async () => {
  const { body: before } = await call('GET', '/api/sign-on-keys')
  const named = (items: { use: string; state: string; id: string }[], state: string) =>
    items.filter((key) => key.use === 'saml' && key.state === state).map(({ id }) => id)
  expect(JSON.stringify(before)).not.toMatch(/PRIVATE|"d":|sealed/)
  const rotated = await call('POST', '/api/sign-on-keys/rotate', { use: 'saml' })
  expect(rotated.status).toBe(200)
  expect(named(rotated.body.items, 'current')).toEqual(named(before.items, 'next'))
  expect(named(rotated.body.items, 'previous')).toEqual(named(before.items, 'current'))
  expect((await call('POST', '/api/sign-on-keys/rotate', { use: 'ssh' })).status).toBe(400)
})

test('what apps and browsers load from us is there for everybody', async () => {
  const script = await world.server.inject('/saml/send.js')
  expect([script.statusCode, script.body]).toEqual([200, "document.getElementById('to-app').submit()\n"])
  const metadata = await world.server.inject('/saml/metadata')
  expect([metadata.statusCode, metadata.headers['content-type']]).toEqual([200, 'application/samlmetadata+xml'])
  const gone = await world.server.inject(`/saml/sign-out/${world.id.molly}`)
  expect([gone.statusCode, gone.headers.location]).toEqual([302, '/sign-in'])
})
