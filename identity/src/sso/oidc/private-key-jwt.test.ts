import type { KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as oauth from 'oauth4webapi'
import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { askWith, assertionOf, makeClientKey, signJwt, type TestClientKey } from './testing-keys.ts'
import { openRpWorld, openTestRp, setClock, type TestRp } from './testing-rp.ts'
import { openRpClient, type RpClient } from './testing-sign-on.ts'

let world: TestApp
let rpClient: RpClient
let issuer: string
/** What the app publishes, and how. */
let published: { status: number; body: unknown }
let asked = 0
let publisher: Server
let jwksUri: string
beforeAll(async () => {
  publisher = createServer((_request, response) => {
    asked += 1
    response.writeHead(published.status, { 'content-type': 'application/json' }).end(JSON.stringify(published.body))
  })
  await new Promise<void>((listens) => publisher.listen(0, '127.0.0.1', listens))
  const host = `127.0.0.1:${(publisher.address() as AddressInfo).port}`
  jwksUri = `http://${host}/keys`
  world = await openRpWorld({ HALLPASS_INTERNAL_HOSTS: host })
  rpClient = await openRpClient(world)
  issuer = `${world.app.foundation.config.publicUrl.origin}/oidc`
})
beforeEach(() => setClock(world))
afterAll(async () => {
  await world?.close()
  publisher?.close()
})

const withKeys = (...keys: TestClientKey[]) =>
  openTestRp(world, { tokenAuth: 'private_key_jwt', jwks: { keys: keys.map(({ publicJwk }) => publicJwk) } })
const subtleKey = (key: KeyObject) =>
  crypto.subtle.importKey(
    'pkcs8',
    key.export({ type: 'pkcs8', format: 'der' }),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  )
const statusOf = async (assertion: string, { server }: Pick<TestApp, 'server'> = world) => {
  const answer = await server.inject(askWith(assertion))
  if (answer.statusCode !== 200) expect(answer.json()).toMatchObject({ error: 'invalid_client' })
  return answer.statusCode
}
const assert = (rp: TestRp, key: TestClientKey, changes = {}, header = {}) =>
  assertionOf({ clientId: rp.clientId, issuer }, key, changes, header)

test('an app that proves itself by its key signs molly on, refreshes, reads and takes back', async () => {
  const key = makeClientKey('ES256')
  const rp = await withKeys(key)
  const auth = client.PrivateKeyJwt({ key: await subtleKey(key.privateKey), kid: key.kid })
  const { config, tokens } = await rpClient.signOn(rp, await world.signIn('molly'), {}, auth)
  const fresh = await client.refreshTokenGrant(config, tokens?.refresh_token ?? '')
  expect((await client.tokenIntrospection(config, fresh.access_token)).active).toBe(true)
  await client.tokenRevocation(config, fresh.access_token)
  expect((await client.tokenIntrospection(config, fresh.access_token)).active).toBe(false)
  const pushed = await client.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: 'https://rp.example/callback',
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
  })
  expect(pushed.searchParams.get('request_uri')).toMatch(/^urn:/)
})

test('another library that apps use is taken as well, and what discovery says of it is true', async () => {
  const key = makeClientKey('ES256')
  const rp = await withKeys(key)
  const server: oauth.AuthorizationServer = (await world.server.inject('/oidc/.well-known/openid-configuration')).json()
  expect(server.token_endpoint_auth_methods_supported).toContain('private_key_jwt')
  expect(server.token_endpoint_auth_signing_alg_values_supported?.toSorted()).toEqual(
    ['ES256', 'Ed25519', 'EdDSA', 'PS256', 'RS256'].toSorted(),
  )
  const body = new URLSearchParams({ grant_type: 'client_credentials' })
  const auth = oauth.PrivateKeyJwt({ key: await subtleKey(key.privateKey), kid: key.kid })
  await auth(server, { client_id: rp.clientId }, body, new Headers())
  const answer = await world.server.inject({ ...askWith(''), payload: body.toString() })
  expect([answer.statusCode, answer.json().token_type]).toEqual([200, 'Bearer'])
})

test.each(['ES256', 'RS256', 'PS256', 'EdDSA', 'Ed25519'])('a key may sign by %s', async (alg) => {
  const key = makeClientKey(alg)
  const rp = await withKeys(key)
  expect(await statusOf(assert(rp, key))).toBe(200)
})

test('an assertion opens once, however many ask on two nodes at one instant', async () => {
  const key = makeClientKey('ES256')
  const rp = await withKeys(key)
  const other = await world.anotherNode()
  const assertion = assert(rp, key)
  const all = await Promise.all(Array.from({ length: 10 }, (_, at) => statusOf(assertion, at % 2 ? other : world)))
  expect(all.filter((status) => status === 200)).toHaveLength(1)
  expect(await statusOf(assertion, other)).toBe(401)
  expect(await statusOf(assert(rp, key), other)).toBe(200)
})

test('an assertion for somebody else, of another time, or of another key opens nothing', async () => {
  const key = makeClientKey('ES256')
  const rp = await withKeys(key)
  const now = Math.floor(Date.now() / 1000)
  const wrong: Record<string, string> = {
    'another key under its name': assert(rp, makeClientKey('ES256', key.kid)),
    'a key it does not have': assert(rp, makeClientKey('ES256')),
    'the key of another kind': assert(rp, makeClientKey('RS256')),
    'the address for tokens': assert(rp, key, { aud: `${issuer}/token` }),
    'another provider': assert(rp, key, { aud: 'https://elsewhere.example' }),
    'us and another provider': assert(rp, key, { aud: [issuer, 'https://elsewhere.example'] }),
    nobody: assert(rp, key, { aud: undefined }),
    ended: assert(rp, key, { iat: now - 120, exp: now - 60 }),
    'not begun': assert(rp, key, { nbf: now + 120 }),
    'for a day': assert(rp, key, { exp: now + 86_400 }),
    'for ever': assert(rp, key, { exp: undefined }),
    'no number': assert(rp, key, { exp: `${now + 60}` }),
    'without a name': assert(rp, key, { jti: undefined }),
    'of another app': assert(rp, key, { iss: 'client-other' }),
    'a proof of DPoP': assert(rp, key, {}, { typ: 'dpop+jwt' }),
    'signed by nobody': `${assert(rp, key, {}, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`,
  }
  for (const [what, assertion] of Object.entries(wrong)) expect([what, await statusOf(assertion)]).toEqual([what, 401])
  expect(await statusOf(assert(rp, key, { aud: [issuer] }))).toBe(200)
  expect(await statusOf(assert(rp, key, {}, { typ: 'client-authentication+jwt' }))).toBe(200)
})

test('neither a secret nor its name alone proves an app that has keys', async () => {
  const rp = await withKeys(makeClientKey('ES256'))
  const ask = (further: Record<string, string>, authorization?: string) =>
    world.server.inject({
      ...askWith(''),
      headers: { ...askWith('').headers, ...(authorization === undefined ? {} : { authorization }) },
      payload: new URLSearchParams({ grant_type: 'client_credentials', ...further }).toString(),
    })
  const basic = `Basic ${Buffer.from(`${rp.clientId}:${rp.secret}`).toString('base64')}`
  expect((await ask({}, basic)).statusCode).toBe(401)
  expect((await ask({ client_id: rp.clientId, client_secret: 'none' })).statusCode).toBe(401)
  expect((await ask({ client_id: rp.clientId })).statusCode).toBe(401)
})

test('an app goes from one key to the next while both hold, and the one that is taken away ends at once', async () => {
  const [one, two] = [makeClientKey('ES256'), makeClientKey('RS256')]
  const rp = await withKeys(one, two)
  expect([await statusOf(assert(rp, one)), await statusOf(assert(rp, two))]).toEqual([200, 200])
  await world.owner.query(
    `update oidc_clients set settings = jsonb_set(settings, '{jwks,keys}', jsonb_build_array(settings->'jwks'->'keys'->1))
      where client_id = $1`,
    [rp.clientId],
  )
  expect([await statusOf(assert(rp, one)), await statusOf(assert(rp, two))]).toEqual([401, 200])
})

test('keys that an app publishes are read seldom, a new one at once, and one that is gone ends within minutes', async () => {
  const [one, two] = [makeClientKey('ES256'), makeClientKey('ES256')]
  published = { status: 200, body: { keys: [one.publicJwk] } }
  const rp = await openTestRp(world, { tokenAuth: 'private_key_jwt', jwksUri })
  const { clock } = world.platform
  const before = asked
  for (let n = 0; n < 5; n++) expect(await statusOf(assert(rp, one))).toBe(200)
  expect(asked - before).toBe(1)
  published = { status: 200, body: { keys: [two.publicJwk] } }
  // Whoever makes names up has it read again no more than once in ten seconds.
  for (let n = 0; n < 5; n++) expect(await statusOf(assert(rp, makeClientKey('ES256')))).toBe(401)
  expect(asked - before).toBe(1)
  clock.advance(10_000)
  expect(await statusOf(assert(rp, two))).toBe(200)
  expect(await statusOf(assert(rp, one))).toBe(401)
  published = { status: 200, body: { keys: [one.publicJwk] } }
  clock.advance(4 * 60_000)
  expect(await statusOf(assert(rp, two))).toBe(200)
  clock.advance(60_001)
  expect(await statusOf(assert(rp, two))).toBe(401)
})

test('while the address is down the keys go on for an hour, and no longer', async () => {
  const key = makeClientKey('ES256')
  published = { status: 200, body: { keys: [key.publicJwk] } }
  const rp = await openTestRp(world, { tokenAuth: 'private_key_jwt', jwksUri: `${jwksUri}?down` })
  const { clock } = world.platform
  expect(await statusOf(assert(rp, key))).toBe(200)
  published = { status: 503, body: {} }
  clock.advance(30 * 60_000)
  expect(await statusOf(assert(rp, key))).toBe(200)
  expect(world.log.some((line) => line.includes('the keys of an app could not be read'))).toBe(true)
  clock.advance(30 * 60_000)
  expect(await statusOf(assert(rp, key))).toBe(401)
  published = { status: 200, body: { keys: [key.publicJwk] } }
  clock.advance(10_000)
  expect(await statusOf(assert(rp, key))).toBe(200)
})

test('what is published with a private key in it, is too long, or lies within the network, counts for nothing', async () => {
  const key = makeClientKey('ES256')
  const other = makeClientKey('ES256').privateKey.export({ format: 'jwk' })
  const ask = async (address: string) => {
    const rp = await openTestRp(world, { tokenAuth: 'private_key_jwt', jwksUri: address })
    return await statusOf(assert(rp, key))
  }
  published = { status: 200, body: { keys: [key.publicJwk, other] } }
  expect(await ask(`${jwksUri}?private`)).toBe(401)
  published = { status: 200, body: { keys: [key.publicJwk], more: 'x'.repeat(70_000) } }
  expect(await ask(`${jwksUri}?long`)).toBe(401)
  published = { status: 200, body: { keys: [key.publicJwk, { kty: 'EC', crv: 'P-384', x: 'a', y: 'b' }] } }
  expect(await ask(`${jwksUri}?others`)).toBe(200)
  const before = asked
  for (const address of ['http://169.254.169.254/keys', 'https://[::1]/keys', 'http://2852039166/keys'])
    expect([address, await ask(address)]).toEqual([address, 401])
  expect(asked).toBe(before)
  expect(world.log.join('')).not.toContain(other.d)
})

test('random words in place of an assertion are refused in the words of the protocol', async () => {
  const key = makeClientKey('ES256')
  const rp = await withKeys(key)
  const good = assert(rp, key)
  const [head = '', body = ''] = good.split('.')
  const words = [
    '',
    '.',
    '..',
    'a.b.c',
    head,
    `${head}.${body}`,
    `${head}.${body}.`,
    `${good}.x`,
    '\u0000',
    '😀'.repeat(50),
  ]
  words.push(signJwt(key, { sub: 7 }), signJwt(key, { sub: rp.clientId, iss: [], aud: {}, exp: -1, jti: {} }))
  for (const word of words) {
    const answer = await world.server.inject(askWith(word))
    expect([word.slice(0, 20), [400, 401].includes(answer.statusCode)]).toEqual([word.slice(0, 20), true])
  }
})
