import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openListeningApp } from '../sign-on/testing-walk.ts'
import { follow, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'

let world: Awaited<ReturnType<typeof openListeningApp>>
let server: oauth.AuthorizationServer
/** Plain http is for this machine alone; the library wants to be told. */
const here = { [oauth.allowInsecureRequests]: true }
beforeAll(async () => {
  world = await openListeningApp()
  const issuer = new URL(`${world.origin}/oidc`)
  server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, here))
})
afterAll(() => world?.close())

type Signed = Awaited<ReturnType<typeof signOn>>

/** Pushed request, code with PKCE, and the ID token checked in all that the specification asks for, its signature included. */
async function signOn(rp: TestRp) {
  const client: oauth.Client = { client_id: rp.clientId, id_token_signed_response_alg: 'ES256' }
  const auth = oauth.ClientSecretBasic(rp.secret)
  const verifier = oauth.generateRandomCodeVerifier()
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()]
  const parameters = new URLSearchParams({
    client_id: rp.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email offline_access',
    prompt: 'consent',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  const answer = await oauth.pushedAuthorizationRequest(server, client, auth, parameters, here)
  const { request_uri } = await oauth.processPushedAuthorizationResponse(server, client, answer)
  const start = new URL(server.authorization_endpoint ?? '')
  start.search = new URLSearchParams({ client_id: rp.clientId, request_uri }).toString()
  const { location } = await follow(world, start.href, await world.signIn('molly'))
  const callback = oauth.validateAuthResponse(server, client, location ?? new URL('https://nowhere.example'), state)
  const exchange = () =>
    oauth.authorizationCodeGrantRequest(server, client, auth, callback, redirectUri, verifier, here)
  const response = await exchange()
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  await oauth.validateApplicationLevelSignature(server, response, here)
  return { client, auth, tokens, exchange }
}

test('it finds all that it needs in the discovery document, and no way that is worse than code and PKCE', () => {
  expect(server.response_types_supported).toEqual(['code'])
  expect(server.code_challenge_methods_supported).toEqual(['S256'])
  expect(server.grant_types_supported).not.toContain('password')
  expect(server.authorization_response_iss_parameter_supported).toBe(true)
  expect(server.backchannel_logout_session_supported).toBe(true)
})

test('the discovery document promises no way to prove itself that nobody can set up for an app', () => {
  const settable = ['client_secret_basic', 'client_secret_post', 'none', 'private_key_jwt']
  expect(server.token_endpoint_auth_methods_supported?.toSorted()).toEqual(settable)
})

let signed: Signed
test('molly is signed on by a pushed request, code and PKCE; the ID token holds in all its parts', async () => {
  signed = await signOn(await openTestRp(world, { requirePushedRequests: true }))
  expect(oauth.getValidatedIdTokenClaims(signed.tokens)).toMatchObject({
    acr: 'urn:hallpass:acr:one',
    amr: ['pwd'],
    auth_time: expect.any(Number),
  })
})

test('its userinfo is of the same person, and refused with a token that is not ours', async () => {
  const { client, tokens } = signed
  const sub = oauth.getValidatedIdTokenClaims(tokens)?.sub ?? ''
  const response = await oauth.userInfoRequest(server, client, tokens.access_token, here)
  expect(await oauth.processUserInfoResponse(server, client, sub, response)).toMatchObject({
    email: 'molly@acme.example',
  })
  const refused = await oauth.userInfoRequest(server, client, 'made-up', here)
  await expect(oauth.processUserInfoResponse(server, client, sub, refused)).rejects.toMatchObject({
    cause: [{ parameters: { error: 'invalid_token' } }],
  })
})

test('a refresh gives new tokens; what is revoked is inactive by introspection, and so is what came with it', async () => {
  const { client, auth, tokens } = signed
  const answer = await oauth.refreshTokenGrantRequest(server, client, auth, tokens.refresh_token ?? '', here)
  const fresh = await oauth.processRefreshTokenResponse(server, client, answer)
  expect(fresh.refresh_token).not.toBe(tokens.refresh_token)
  const isActive = async (token: string) => {
    const seen = await oauth.introspectionRequest(server, client, auth, token, here)
    return (await oauth.processIntrospectionResponse(server, client, seen)).active
  }
  expect(await isActive(fresh.access_token)).toBe(true)
  const revoked = await oauth.revocationRequest(server, client, auth, fresh.refresh_token ?? '', here)
  await oauth.processRevocationResponse(revoked)
  expect(await isActive(fresh.refresh_token ?? '')).toBe(false)
  expect(await isActive(fresh.access_token)).toBe(false)
})

test('a code works once; used again, the tokens that it gave end', async () => {
  const { client, auth, tokens, exchange } = await signOn(await openTestRp(world))
  const again = await exchange()
  await expect(oauth.processAuthorizationCodeResponse(server, client, again)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  const seen = await oauth.introspectionRequest(server, client, auth, tokens.access_token, here)
  expect((await oauth.processIntrospectionResponse(server, client, seen)).active).toBe(false)
})

test('a program gets a token in its own name by its secret, and none by another', async () => {
  const rp = await openTestRp(world, { tokenAuth: 'client_secret_post' })
  const client = { client_id: rp.clientId }
  const ask = (secret: string) =>
    oauth.clientCredentialsGrantRequest(server, client, oauth.ClientSecretPost(secret), new URLSearchParams(), here)
  const token = await oauth.processClientCredentialsResponse(server, client, await ask(rp.secret))
  expect(token).toMatchObject({ token_type: 'bearer', expires_in: 600 })
  await expect(oauth.processClientCredentialsResponse(server, client, await ask('wrong'))).rejects.toMatchObject({
    error: 'invalid_client',
  })
})
