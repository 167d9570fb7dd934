import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OidcSettings } from '@hallpass/contract/oidc'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller, openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { askWith, assertionOf, makeClientKey } from './testing-keys.ts'
import { setClock } from './testing-rp.ts'

let world: TestApp
let ivan: Caller
let appId: string
let published: object
let publisher: Server
let jwksUri: string
beforeAll(async () => {
  publisher = createServer((_request, response) => void response.end(JSON.stringify(published)))
  await new Promise<void>((listens) => publisher.listen(0, '127.0.0.1', listens))
  const host = `127.0.0.1:${(publisher.address() as AddressInfo).port}`
  jwksUri = `http://${host}/keys`
  world = await openTestApp({ HALLPASS_INTERNAL_HOSTS: host })
  setClock(world)
})
afterAll(async () => {
  await world?.close()
  publisher?.close()
})
beforeEach(async () => {
  setClock(world)
  ivan = await world.signIn('ivan')
  appId = (await world.app.access.addApp({ name: `App ${world.platform.ids.next()}` }, operator)).id
})

async function call(method: 'GET' | 'PUT' | 'POST', path = '', payload?: object) {
  const answer = await world.server.inject({
    method,
    url: `/api/apps/${appId}/oidc${path}`,
    headers: { ...ivan.headers, ...(payload ? { 'content-type': 'application/json' } : {}) },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const usual: OidcSettings = {
  redirectUris: [],
  postLogoutRedirectUris: [],
  tokenAuth: 'private_key_jwt',
  requirePkce: true,
  requirePushedRequests: false,
  signing: 'ES256',
  refreshTokens: false,
  clientCredentials: true,
  backchannelLogoutUri: null,
  claims: [],
}
const put = (changes: object, version = 0) => call('PUT', '', { version, settings: { ...usual, ...changes } })
const faultsOf = ({ status, body }: { status: number; body: { fields?: { field: string; message: string }[] } }) =>
  [status, ...(body.fields ?? []).map(({ field }) => field)] as const

test('an app is given its public keys, and nothing else of them is kept', async () => {
  const key = makeClientKey('ES256', 'first')
  const certificate = { x5c: ['MIIB'], x5t: 'abc', key_ops: ['verify'], ext: true, comment: 'of the app' }
  const saved = await put({ jwks: { keys: [{ ...key.publicJwk, ...certificate }] } })
  expect(saved).toMatchObject({ status: 200, body: { hasSecret: false, version: 1 } })
  expect(saved.body.settings.jwks).toEqual({ keys: [{ ...key.publicJwk, use: 'sig' }] })
  const issuer = `${world.app.foundation.config.publicUrl.origin}/oidc`
  const assertion = assertionOf({ clientId: saved.body.clientId, issuer }, key)
  expect((await world.server.inject(askWith(assertion))).statusCode).toBe(200)
  expect(await call('POST', '/secret')).toMatchObject({ status: 409, body: { code: 'client_has_keys' } })
  const { rows } = await world.owner.query('select settings::text as text from oidc_clients where app_id = $1', [appId])
  expect(rows[0].text).not.toMatch(/MIIB|of the app/)
})

test('a private key that is pasted is refused by name, and no part of it is kept or logged anywhere', async () => {
  for (const alg of ['ES256', 'RS256', 'EdDSA']) {
    const key = makeClientKey(alg)
    const jwk = key.privateKey.export({ format: 'jwk' })
    const refused = await put({ jwks: { keys: [makeClientKey('ES256').publicJwk, jwk] } })
    expect(faultsOf(refused)).toEqual([400, 'settings.jwks.keys.1'])
    expect(refused.body.fields[0].message).toContain('private key')
    const secrets = ['d', 'p', 'q', 'dp', 'dq', 'qi'].flatMap((name) => (jwk as Record<string, string>)[name] ?? [])
    const { rows } = await world.owner.query(
      `select (select string_agg(t::text, ' ') from audit_entries t) as trail, (select string_agg(t::text, ' ') from oidc_clients t) as clients`,
    )
    const everywhere = [JSON.stringify(refused.body), world.log.join(), rows[0].trail, rows[0].clients].join()
    for (const secret of secrets) expect(everywhere).not.toContain(secret)
  }
  const shared = { kty: 'oct', k: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I' }
  expect(faultsOf(await put({ jwks: { keys: [shared] } }))).toEqual([400, 'settings.jwks.keys.0'])
})

test('what is no key, too weak, for another use or of another kind is named, all at once', async () => {
  const good = makeClientKey('ES256').publicJwk
  const keys = [
    { kty: 'XYZ' },
    { ...good, crv: 'P-384' },
    { ...good, use: 'enc' },
    { ...good, alg: 'RS256' },
    { kty: 'EC', crv: 'P-256', x: good.x },
    { ...good, y: good.x },
    { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
  ]
  expect(faultsOf(await put({ jwks: { keys } }))).toEqual([
    400,
    'settings.jwks.keys.0',
    'settings.jwks.keys.1',
    'settings.jwks.keys.2',
    'settings.jwks.keys.3',
    'settings.jwks.keys.4',
    'settings.jwks.keys.5',
    'settings.jwks.keys.6',
  ])
  expect(faultsOf(await put({}))).toEqual([400, 'settings.jwks'])
  expect(faultsOf(await put({ jwks: { keys: [] } }))[0]).toBe(400)
  expect(faultsOf(await put({ jwks: { keys: [good] }, jwksUri: 'https://app.example/keys' }))).toEqual([
    400,
    'settings.jwksUri',
  ])
  const secret = { tokenAuth: 'client_secret_basic', jwks: { keys: [good] } }
  expect(faultsOf(await put(secret))).toEqual([400, 'settings.jwks'])
})

test('an address of keys is read before it counts; one within the network is not even asked', async () => {
  const { d: _d, ...publicPart } = makeClientKey('ES256').privateKey.export({ format: 'jwk' })
  published = { keys: [publicPart] }
  const saved = await put({ jwksUri })
  expect(saved).toMatchObject({ status: 200, body: { settings: { jwksUri } } })
  // What is the same as before is not asked again: the app may be down while something else is changed.
  published = {}
  expect((await put({ jwksUri, signing: 'RS256' }, 1)).status).toBe(200)
  const wrong = [`${jwksUri}?none`, 'http://169.254.169.254/latest', 'https://[::1]/keys', 'https://2852039166/keys']
  for (const address of [...wrong, 'http://app.example/keys', 'https://name@app.example/keys'])
    expect([address, ...faultsOf(await put({ jwksUri: address }, 2))]).toEqual([address, 400, 'settings.jwksUri'])
  published = { keys: [makeClientKey('ES256').privateKey.export({ format: 'jwk' })] }
  const shown = await put({ jwksUri: `${jwksUri}?private` }, 2)
  expect([...faultsOf(shown), shown.body.fields[0].message]).toEqual([
    400,
    'settings.jwksUri',
    expect.stringContaining('private key is published'),
  ])
})

test('new keys, and giving them up for a secret, are told to every administrator and want a fresh proof', async () => {
  const jwks = { keys: [makeClientKey('ES256').publicJwk] }
  const told = async () => {
    await world.platform.jobs.runUntilIdle()
    return world.platform.mailbox.at(-1)?.text ?? ''
  }
  await put({ tokenAuth: 'client_secret_basic' })
  const { clientId, secret } = (await call('POST', '/secret')).body
  const opens = async () => {
    const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`
    const { headers } = askWith('')
    const payload = 'grant_type=client_credentials'
    return (await world.server.inject({ ...askWith(''), headers: { ...headers, authorization }, payload })).statusCode
  }
  expect(await opens()).toBe(200)
  await put({ jwks, requireDpop: true }, 2)
  expect(await told()).toContain('changed by which keys')
  expect([await opens(), (await call('GET')).body.hasSecret]).toEqual([401, false])
  await put({ jwks, requireDpop: false }, 3)
  expect(await told()).toContain('bound to no key')
  await put({ tokenAuth: 'client_secret_basic' }, 4)
  expect(await told()).toContain('no longer prove itself by keys')
  // The secret from before the keys is gone for good.
  expect([await opens(), (await call('GET')).body.hasSecret]).toEqual([401, false])
  world.platform.clock.advance(16 * 60_000)
  expect((await put({ jwks }, 5)).status).toBe(401)
})
