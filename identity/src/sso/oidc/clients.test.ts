import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { follow, openTestRp, redirectUri } from './testing-rp.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

let world: TestApp
let origin: string
let configure: RpClient['configure']
let signOn: RpClient['signOn']
beforeAll(async () => {
  const opened = await openSignOnWorld()
  world = opened.world
  origin = world.app.foundation.config.publicUrl.origin
  ;({ configure, signOn } = opened.rpClient)
})
afterAll(() => world.close())

test('molly is signed on by code and PKCE, and the app reads who she is', async () => {
  const rp = await openTestRp(world)
  const { config, tokens } = await signOn(rp, await world.signIn('molly'))
  const claims = tokens?.claims()
  expect(claims).toMatchObject({ iss: `${origin}/oidc`, aud: rp.clientId })
  expect(claims?.sub).toMatch(/^[\w-]{27}$/)
  const info = await client.fetchUserInfo(config, tokens?.access_token ?? '', claims?.sub ?? '')
  expect(info).toMatchObject({ email: 'molly@acme.example', email_verified: true, groups: ['sales'] })
})

test('the ID token says what the scopes carry, for apps that read nothing else', async () => {
  const rp = await openTestRp(world)
  const molly = await world.signIn('molly')
  const { tokens } = await signOn(rp, molly)
  expect(tokens?.claims()).toMatchObject({ name: 'molly Acme', email: 'molly@acme.example', groups: ['sales'] })
  const plain = (await signOn(rp, molly, { scope: 'openid' })).tokens?.claims()
  expect([plain?.email, plain?.groups, plain?.name]).toEqual([undefined, undefined, undefined])
  const renewed = await client.refreshTokenGrant(await configure(rp), tokens?.refresh_token ?? '')
  expect(renewed.claims()).toMatchObject({ groups: ['sales'] })
})

test('claims of its own are told to an app whatever it asks for, and standard ones only for their scope', async () => {
  const claims = [
    { name: 'department' as const, value: '{login|upper}' },
    { name: 'email' as const, value: '{login}@elsewhere.example' },
  ]
  const rp = await openTestRp(world, { claims })
  const molly = await world.signIn('molly')
  const { config, tokens } = await signOn(rp, molly, { scope: 'openid' })
  const said = tokens?.claims()
  expect([said?.department, said?.email]).toEqual(['MOLLY', undefined])
  const info = await client.fetchUserInfo(config, tokens?.access_token ?? '', said?.sub ?? '')
  expect([info.department, info.email]).toEqual(['MOLLY', undefined])
  const more = await signOn(rp, molly, { scope: 'openid email' })
  expect(more.tokens?.claims()).toMatchObject({ department: 'MOLLY', email: 'molly@elsewhere.example' })
})

test('an app may leave all but the name to userinfo', async () => {
  const rp = await openTestRp(world, { idTokenClaims: false, claims: [{ name: 'title', value: '{login}' }] })
  const { config, tokens } = await signOn(rp, await world.signIn('molly'))
  const said = tokens?.claims()
  expect([said?.email, said?.groups, said?.title]).toEqual([undefined, undefined, undefined])
  expect(said?.acr).toBeDefined()
  const info = await client.fetchUserInfo(config, tokens?.access_token ?? '', said?.sub ?? '')
  expect(info).toMatchObject({ email: 'molly@acme.example', groups: ['sales'], title: 'molly' })
})

test('a list too long for a token is pointed to, and read at userinfo', async () => {
  const entitlements = Array.from({ length: 101 }, (_, at) => `group-${at}`)
  const rp = await openTestRp(world, {}, {}, entitlements)
  const { config, tokens } = await signOn(rp, await world.signIn('molly'))
  const said = tokens?.claims()
  expect(said?.groups).toBeUndefined()
  expect(said).toMatchObject({
    email: 'molly@acme.example',
    _claim_names: { groups: 'userinfo' },
    _claim_sources: { userinfo: { endpoint: `${origin}/oidc/me` } },
  })
  const info = await client.fetchUserInfo(config, tokens?.access_token ?? '', said?.sub ?? '')
  expect(info.groups).toHaveLength(101)
})

test('keys of both kinds sign, and a rotation breaks no client', async () => {
  for (const signing of ['RS256', 'ES256'] as const) {
    const rp = await openTestRp(world, { signing })
    const before = await signOn(rp, await world.signIn('molly'))
    expect(before.tokens?.claims()?.sub).toBeDefined()
    const { db } = world.app.foundation
    await db.transaction((tx) => world.app.signOn.deps.signOnKeys.rotate(tx, 'oidc'))
    const after = await signOn(rp, await world.signIn('molly'))
    expect(after.tokens?.claims()?.sub).toBe(before.tokens?.claims()?.sub)
    // Its key is still published: an ID token of before is still checked.
    const info = await client.fetchUserInfo(
      before.config,
      before.tokens?.access_token ?? '',
      before.tokens?.claims()?.sub ?? '',
    )
    expect(info.sub).toBe(before.tokens?.claims()?.sub)
  }
})

test('a refresh token works once; used again, all that came of it ends', async () => {
  const rp = await openTestRp(world)
  const { config, tokens } = await signOn(rp, await world.signIn('molly'))
  const first = tokens?.refresh_token ?? 'none'
  const second = await client.refreshTokenGrant(config, first)
  expect(second.refresh_token).not.toBe(first)
  await expect(client.refreshTokenGrant(config, first)).rejects.toMatchObject({ error: 'invalid_grant' })
  await expect(client.refreshTokenGrant(config, second.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  const seen = await client.tokenIntrospection(config, second.access_token)
  expect(seen.active).toBe(false)
})

test('a program gets a token in its own name, reads it, and takes it back', async () => {
  const rp = await openTestRp(world)
  const config = await configure(rp)
  const { access_token: token } = await client.clientCredentialsGrant(config)
  expect((await client.tokenIntrospection(config, token)).active).toBe(true)
  const other = await configure(await openTestRp(world))
  expect((await client.tokenIntrospection(other, token)).active).toBe(false)
  await client.tokenRevocation(config, token)
  expect((await client.tokenIntrospection(config, token)).active).toBe(false)
})

test('a request may be pushed beforehand, and must be where the app says so', async () => {
  const rp = await openTestRp(world, { requirePushedRequests: true })
  const config = await configure(rp)
  const verifier = client.randomPKCECodeVerifier()
  const parameters = {
    redirect_uri: redirectUri,
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  const molly = await world.signIn('molly')
  const pushed = await client.buildAuthorizationUrlWithPAR(config, parameters)
  const { location } = await follow(world, pushed.href, molly)
  const tokens = await client.authorizationCodeGrant(config, location ?? new URL(origin), {
    pkceCodeVerifier: verifier,
  })
  expect(tokens.claims()?.sub).toBeDefined()
  const plain = await follow(world, client.buildAuthorizationUrl(config, parameters).href, molly)
  expect(plain.location?.searchParams.get('code') ?? null).toBeNull()
})

test('an app on a device keeps no secret and proves itself by PKCE alone', async () => {
  const rp = await openTestRp(world, { tokenAuth: 'none', clientCredentials: false })
  const { tokens } = await signOn(rp, await world.signIn('molly'), {}, client.None())
  expect(tokens?.claims()?.sub).toBeDefined()
  await expect(client.clientCredentialsGrant(await configure(rp, client.None()))).rejects.toBeDefined()
})

test('a wrong secret opens nothing', async () => {
  const rp = await openTestRp(world)
  const config = await configure(rp, client.ClientSecretBasic('not the secret of this app'))
  await expect(client.clientCredentialsGrant(config)).rejects.toMatchObject({ status: 401 })
})

test('somebody without the app gets no code, whatever the app would do', async () => {
  const rp = await openTestRp(world)
  const { location, tokens } = await signOn(rp, await world.signIn('leo'))
  expect([location, tokens]).toEqual([null, null])
})

test('a stranger is asked to sign in, and comes back to where the app waits', async () => {
  const rp = await openTestRp(world)
  const config = await configure(rp)
  const verifier = client.randomPKCECodeVerifier()
  const challenge = await client.calculatePKCECodeChallenge(verifier)
  const parameters = {
    redirect_uri: redirectUri,
    scope: 'openid',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }
  const cookies = new Map<string, string>()
  const asked = await follow(world, client.buildAuthorizationUrl(config, parameters).href, null, cookies)
  expect(asked.location?.pathname).toBe('/sign-in')
  const id = asked.location?.searchParams.get('continue')
  const back = await follow(world, `/continue/${id}`, await world.signIn('molly'), cookies)
  const tokens = await client.authorizationCodeGrant(config, back.location ?? new URL(origin), {
    pkceCodeVerifier: verifier,
  })
  expect(tokens.claims()?.sub).toBeDefined()
})

test('when the session ends, so does all that the app holds', async () => {
  const rp = await openTestRp(world)
  const molly = await world.signIn('molly')
  const { config, tokens } = await signOn(rp, molly)
  await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: molly.headers })
  await world.platform.jobs.runUntilIdle()
  expect((await client.tokenIntrospection(config, tokens?.access_token ?? '')).active).toBe(false)
  await expect(client.refreshTokenGrant(config, tokens?.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test('when access to the app ends, its tokens tell nothing more at once', async () => {
  const rp = await openTestRp(world)
  const { config, tokens } = await signOn(rp, await world.signIn('molly'))
  const { db } = world.app.foundation
  await db.transaction((tx) => world.app.access.endGrant(tx, rp.grantId, 'revoked', { kind: 'operator', name: 'test' }))
  expect((await client.tokenIntrospection(config, tokens?.access_token ?? '')).active).toBe(false)
  const sub = tokens?.claims()?.sub ?? ''
  await expect(client.fetchUserInfo(config, tokens?.access_token ?? '', sub)).rejects.toBeDefined()
  await expect(client.refreshTokenGrant(config, tokens?.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test('nothing in the tables opens a door: neither tokens nor secrets are kept as they are', async () => {
  const rp = await openTestRp(world)
  const { tokens } = await signOn(rp, await world.signIn('molly'))
  const { rows } = await world.owner.query('select payload::text as text from oidc_records')
  const clients = await world.owner.query('select settings::text as text from oidc_clients')
  const all = [...rows, ...clients.rows].map((row) => row.text).join()
  for (const secret of [tokens?.access_token, tokens?.refresh_token, rp.secret]) expect(all).not.toContain(secret)
})

test('a name of a client that none can have is unknown, and no fault of ours', async () => {
  const query = 'response_type=code&scope=openid&redirect_uri=https%3A%2F%2Frp.example%2Fcallback'
  for (const id of ['%00', 'a%00b', '%F0%9F%98%80', '..%2F..', 'x'.repeat(5000)]) {
    const asked = await world.server.inject({
      url: `/oidc/auth?client_id=${id}&${query}`,
      headers: { accept: 'text/html' },
    })
    expect([id.slice(0, 9), asked.statusCode]).toEqual([id.slice(0, 9), 400])
    const told = await world.server.inject({
      method: 'POST',
      url: '/oidc/token',
      headers: {
        authorization: `Basic ${Buffer.from(`${id}:secret`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'grant_type=client_credentials',
    })
    expect([400, 401]).toContain(told.statusCode)
  }
})
