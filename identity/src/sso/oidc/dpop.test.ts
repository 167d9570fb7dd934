import { createHash, randomUUID } from 'node:crypto'
import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { createPrograms } from './programs.ts'
import { makeClientKey, signJwt, type TestClientKey } from './testing-keys.ts'
import { follow, openRpWorld, openTestRp, redirectUri, setClock, type TestRp } from './testing-rp.ts'
import { openRpClient, type RpClient } from './testing-sign-on.ts'

let world: TestApp
let configure: RpClient['configure']
let origin: string
beforeAll(async () => {
  world = await openRpWorld()
  ;({ configure } = await openRpClient(world))
  origin = world.app.foundation.config.publicUrl.origin
})
beforeEach(() => setClock(world))
afterAll(() => world?.close())

const newHandle = async (config: client.Configuration) =>
  client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'))

/** Signs molly on with code and PKCE; every token is asked for with a proof of `DPoP`. */
async function signOn(config: client.Configuration, options: client.DPoPOptions) {
  const verifier = client.randomPKCECodeVerifier()
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(options.DPoP ? { dpop_jkt: await options.DPoP.calculateThumbprint() } : {}),
  })
  const { location } = await follow(world, address.href, await world.signIn('molly'))
  const checks = { pkceCodeVerifier: verifier }
  return await client.authorizationCodeGrant(config, location ?? new URL(origin), checks, undefined, options)
}

/** A proof as an app makes it (RFC 9449 §4.2), but for what is changed. */
function proofOf(key: TestClientKey, path: string, changes: object = {}): string {
  const { kid: _kid, ...jwk } = key.publicJwk
  const usual = { htm: 'POST', htu: `${origin}${path}`, iat: Math.floor(Date.now() / 1000), jti: randomUUID() }
  return signJwt(key, { ...usual, ...changes }, { typ: 'dpop+jwt', jwk, kid: undefined })
}

function askFor(
  { clientId, secret }: TestRp,
  proof: string | undefined,
  { server }: Pick<TestApp, 'server'> = world,
  scope?: string,
) {
  const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`
  return server.inject({
    method: 'POST',
    url: '/oidc/token',
    headers: {
      authorization,
      'content-type': 'application/x-www-form-urlencoded',
      ...(proof === undefined ? {} : { dpop: proof }),
    },
    payload: `grant_type=client_credentials${scope === undefined ? '' : `&scope=${scope}`}`,
  })
}

test('a token that was asked for with a proof opens with a proof of the same key, and with nothing else', async () => {
  const rp = await openTestRp(world)
  const config = await configure(rp)
  const [own, stranger] = [await newHandle(config), await newHandle(config)]
  const tokens = await signOn(config, { DPoP: own })
  expect(tokens.token_type).toBe('dpop')
  const sub = tokens.claims()?.sub ?? ''
  const read = (options?: client.DPoPOptions) => client.fetchUserInfo(config, tokens.access_token, sub, options)
  expect(await read({ DPoP: own })).toMatchObject({ email: 'molly@acme.example' })
  await expect(read({ DPoP: stranger })).rejects.toBeDefined()
  const asBearer = await world.server.inject({
    url: '/oidc/me',
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  expect([asBearer.statusCode, asBearer.headers['www-authenticate']]).toEqual([
    401,
    expect.stringContaining('invalid_token'),
  ])
  const seen = await client.tokenIntrospection(config, tokens.access_token)
  expect(seen).toMatchObject({ active: true, token_type: 'DPoP', cnf: { jkt: await own.calculateThumbprint() } })
})

test('a code that was asked for with a key is given to nobody without it', async () => {
  const rp = await openTestRp(world)
  const config = await configure(rp)
  const [own, stranger] = [await newHandle(config), await newHandle(config)]
  const verifier = client.randomPKCECodeVerifier()
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    dpop_jkt: await own.calculateThumbprint(),
  })
  const { location } = await follow(world, address.href, await world.signIn('molly'))
  const checks = { pkceCodeVerifier: verifier }
  const exchange = (DPoP: client.DPoPHandle) =>
    client.authorizationCodeGrant(config, location ?? new URL(origin), checks, undefined, { DPoP })
  await expect(exchange(stranger)).rejects.toMatchObject({ error: 'invalid_grant' })
})

test('the refresh token of an app without a secret is bound to its key', async () => {
  const rp = await openTestRp(world, { tokenAuth: 'none', clientCredentials: false })
  const config = await configure(rp, client.None())
  const [own, stranger] = [await newHandle(config), await newHandle(config)]
  const tokens = await signOn(config, { DPoP: own })
  const refresh = (options?: client.DPoPOptions) =>
    client.refreshTokenGrant(config, tokens.refresh_token ?? '', undefined, options)
  await expect(refresh()).rejects.toMatchObject({ error: 'invalid_grant' })
  await expect(refresh({ DPoP: stranger })).rejects.toMatchObject({ error: 'invalid_grant' })
  const fresh = await refresh({ DPoP: own })
  expect([fresh.token_type, fresh.refresh_token === tokens.refresh_token]).toEqual(['dpop', false])
})

test('an app that is set so gets no token without a proof, and the others get theirs as ever', async () => {
  const rp = await openTestRp(world, { requireDpop: true })
  const config = await configure(rp)
  await expect(client.clientCredentialsGrant(config)).rejects.toMatchObject({ error: 'invalid_grant' })
  await expect(signOn(config, {})).rejects.toBeDefined()
  const own = await newHandle(config)
  expect((await client.clientCredentialsGrant(config, {}, { DPoP: own })).token_type).toBe('dpop')
  const other = await configure(await openTestRp(world))
  expect((await client.clientCredentialsGrant(other)).token_type).toBe('bearer')
})

test('a proof carries a nonce of ours, which any node takes', async () => {
  const rp = await openTestRp(world)
  const key = makeClientKey('ES256')
  const refused = await askFor(rp, proofOf(key, '/oidc/token'))
  expect([refused.statusCode, refused.json().error]).toEqual([400, 'use_dpop_nonce'])
  const nonce = String(refused.headers['dpop-nonce'])
  const other = await world.anotherNode()
  const taken = await askFor(rp, proofOf(key, '/oidc/token', { nonce }), other)
  expect([taken.statusCode, taken.json().token_type]).toEqual([200, 'DPoP'])
  const invented = await askFor(rp, proofOf(key, '/oidc/token', { nonce: 'invented' }))
  expect([invented.statusCode, invented.json().error]).toEqual([400, 'use_dpop_nonce'])
})

test('a proof opens once, however many ask on two nodes at one instant', async () => {
  const rp = await openTestRp(world)
  const key = makeClientKey('ES256')
  const other = await world.anotherNode()
  const nonce = String((await askFor(rp, proofOf(key, '/oidc/token'))).headers['dpop-nonce'])
  const proof = proofOf(key, '/oidc/token', { nonce })
  const all = await Promise.all(Array.from({ length: 10 }, (_, at) => askFor(rp, proof, at % 2 ? other : world)))
  expect(all.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  const refused = all.find(({ statusCode }) => statusCode !== 200)
  expect([refused?.statusCode, refused?.json().error]).toEqual([400, 'invalid_grant'])
  // Of a clock that is ahead: it holds longer than the time after which others are forgotten.
  const token = all.find(({ statusCode }) => statusCode === 200)?.json().access_token
  expect(token).toBeDefined()
  const { rows } = await world.owner.query(
    `select max(expires_at) as until from oidc_records where kind = 'ReplayDetection'`,
  )
  expect(rows[0].until.getTime()).toBeGreaterThan(Date.now() + 590_000)
})

test('a proof that was made for another place, another moment or another token is none', async () => {
  const rp = await openTestRp(world)
  const key = makeClientKey('ES256')
  const nonce = String((await askFor(rp, proofOf(key, '/oidc/token'))).headers['dpop-nonce'])
  const now = Math.floor(Date.now() / 1000)
  const wrong: Record<string, string> = {
    'another method': proofOf(key, '/oidc/token', { nonce, htm: 'GET' }),
    'another address': proofOf(key, '/oidc/me', { nonce }),
    'without a name': proofOf(key, '/oidc/token', { nonce, jti: undefined }),
    'without a moment': proofOf(key, '/oidc/token', { nonce, iat: undefined }),
    'another signature': `${proofOf(key, '/oidc/token', { nonce }).split('.').slice(0, 2).join('.')}.AAAA`,
    'no proof': 'x',
  }
  for (const [what, proof] of Object.entries(wrong)) {
    const { statusCode, body } = await askFor(rp, proof)
    expect([what, statusCode, JSON.parse(body).error]).toEqual([what, 400, 'invalid_dpop_proof'])
  }
  const bound = (await askFor(rp, proofOf(key, '/oidc/token', { nonce }))).json().access_token
  const read = async (claims: object) => {
    const proof = proofOf(key, '/oidc/me', { htm: 'GET', ...claims })
    const headers = { authorization: `DPoP ${bound}`, dpop: proof }
    return (await world.server.inject({ url: '/oidc/me', headers })).json().error
  }
  const ath = createHash('sha256').update(bound).digest('base64url')
  expect(await read({})).toBe('invalid_dpop_proof')
  expect(await read({ ath, iat: now - 400 })).toBe('use_dpop_nonce')
  expect(await read({ ath: createHash('sha256').update('x').digest('base64url') })).toBe('invalid_dpop_proof')
})

test('a token of a program that is bound to a key opens none of our own doors', async () => {
  const programs = createPrograms(world.app.foundation)
  const owner = { id: randomUUID(), name: 'ServiceNow of Acme', scopes: ['desk.read'] as const }
  const [made] = await world.app.foundation.db.transaction((tx) => programs.issue(tx, owner))
  const rp = { clientId: made?.clientId ?? '', secret: made?.secret.reveal() ?? '' } as TestRp
  const key = makeClientKey('ES256')
  const ask = (proof?: string) => askFor(rp, proof, world, 'desk.read')
  const nonce = String((await ask(proofOf(key, '/oidc/token'))).headers['dpop-nonce'])
  const bound = (await ask(proofOf(key, '/oidc/token', { nonce }))).json()
  expect(bound.token_type).toBe('DPoP')
  expect(await programs.byToken(bound.access_token)).toBeNull()
  const plain = (await ask()).json()
  expect(await programs.byToken(plain.access_token)).toMatchObject({ scope: 'desk.read' })
})

test('a browser may read the nonce from another site, and none of it where the app is not of that site', async () => {
  const rp = await openTestRp(world, { tokenAuth: 'none', clientCredentials: false })
  const ask = (site: string) =>
    world.server.inject({
      method: 'POST',
      url: '/oidc/token',
      headers: {
        origin: site,
        'content-type': 'application/x-www-form-urlencoded',
        dpop: proofOf(makeClientKey('ES256'), '/oidc/token'),
      },
      payload: `grant_type=refresh_token&refresh_token=x&client_id=${rp.clientId}`,
    })
  const own = await ask('https://rp.example')
  expect(String(own.headers['access-control-expose-headers']).toLowerCase()).toContain('dpop-nonce')
  expect((await ask('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined()
})
