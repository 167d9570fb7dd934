/** Points of RFC 9700 that no other test of this folder is about (docs/rfc-9700.md). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { follow, openRpWorld, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'

let world: TestApp
beforeAll(async () => {
  world = await openRpWorld()
})
afterAll(() => world?.close())

const authorize = (rp: TestRp, further: Record<string, string> = {}) =>
  `/oidc/auth?${new URLSearchParams({ client_id: rp.clientId, response_type: 'code', scope: 'openid', redirect_uri: redirectUri, ...further })}`
const post = ({ clientId, secret }: TestRp, form: Record<string, string>, path = '/oidc/token') =>
  world.server.inject({
    method: 'POST',
    url: path,
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(form).toString(),
  })

test('a code that was asked for without a challenge is not given for a verifier (4.8.2)', async () => {
  const rp = await openTestRp(world, { requirePkce: false })
  const { location } = await follow(world, authorize(rp), await world.signIn('molly'))
  const form = {
    grant_type: 'authorization_code',
    code: location?.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
  }
  const refused = await post(rp, { ...form, code_verifier: 'v'.repeat(43) })
  expect([refused.statusCode, refused.json().error]).toEqual([400, 'invalid_grant'])
})

test('every answer to a browser names us (4.4), and is a 303 (4.12) that no other site reads (2.6)', async () => {
  const rp = await openTestRp(world, { requirePkce: false })
  const { headers: cookies } = await world.signIn('molly')
  const { location } = await follow(world, authorize(rp), await world.signIn('molly'))
  expect(location?.searchParams.get('iss')).toBe(`${world.app.foundation.config.publicUrl.origin}/oidc`)
  const asked = await world.server.inject({
    url: authorize(rp),
    headers: { ...cookies, origin: 'https://rp.example', accept: 'text/html' },
  })
  expect([asked.statusCode, asked.headers['access-control-allow-origin']]).toEqual([303, undefined])
  expect(asked.headers['referrer-policy']).toBe('no-referrer')
})

test('an address that is not of the app is nowhere to be sent to, whatever is wrong besides (4.11)', async () => {
  const rp = await openTestRp(world)
  for (const redirect of [
    `${redirectUri}/`,
    `${redirectUri}?a=b`,
    'https://rp.example.evil/callback',
    'https://evil.example',
  ])
    for (const wrong of [{}, { response_type: 'token' }, { prompt: 'none' }]) {
      const url = authorize(rp, { redirect_uri: redirect, ...wrong })
      const answer = await world.server.inject({ url, headers: { accept: 'text/html' } })
      expect([redirect, answer.statusCode, answer.headers.location]).toEqual([redirect, 400, undefined])
    }
})

test('a token in an address is refused (4.3.2), and one in an app’s own name is of no person (4.15)', async () => {
  const rp = await openTestRp(world)
  const { access_token: token } = (await post(rp, { grant_type: 'client_credentials' })).json()
  const read = await world.server.inject(`/oidc/me?access_token=${token}`)
  expect([read.statusCode, read.json().error]).toEqual([400, 'invalid_request'])
  const seen = (await post(rp, { token }, '/oidc/token/introspection')).json()
  expect([seen.active, seen.client_id, seen.sub]).toEqual([true, rp.clientId, undefined])
})

test('windows are sent no messages (4.17), and nothing is given for a password (2.4)', async () => {
  const discovery = (await world.server.inject('/oidc/.well-known/openid-configuration')).json()
  expect(discovery.response_modes_supported.toSorted()).toEqual(['form_post', 'fragment', 'query'])
  expect(discovery.dpop_signing_alg_values_supported.toSorted()).toEqual(['ES256', 'Ed25519', 'EdDSA'])
  const rp = await openTestRp(world)
  const refused = await post(rp, { grant_type: 'password', username: 'molly', password: 'x' })
  expect([refused.statusCode, refused.json().error]).toEqual([400, 'unsupported_grant_type'])
})
