import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, openTestApp, type TestApp } from '../../testing-app.ts'
import { openTestRp, redirectUri, type TestRp } from '../oidc/testing-rp.ts'
import { openTestSp, setClock, type TestSp } from '../saml/testing-sp.ts'

/**
 * The addresses that browsers and apps speak protocols to, which the walk over the contract calls with samples alone: what
 * each answers when all is well, to bad input, to a stranger, to somebody who may not, and about what is not there.
 * A stranger in a browser is sent to sign in where a program would get 401.
 */
let world: TestApp
let sp: TestSp
let unknownSp: TestSp
let rp: TestRp
let molly: Caller
let leo: Caller
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
  sp = await openTestSp(world)
  unknownSp = await openTestSp(world, { entityId: 'https://known.example' }, { issuer: 'https://unknown.example' })
  rp = await openTestRp(world, { requirePkce: false })
  molly = await world.signIn('molly')
  leo = await world.signIn('leo')
})
afterAll(() => world?.close())

type Call = { caller?: Caller; form?: Record<string, string>; headers?: Record<string, string> }
async function call(url: string, { caller, form, headers = {} }: Call = {}) {
  const answer = await world.server.inject({
    method: form ? 'POST' : 'GET',
    url,
    headers: {
      accept: 'text/html',
      ...(caller ? { cookie: caller.headers.cookie ?? '' } : {}),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...headers,
    },
    ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
  })
  return { status: answer.statusCode, location: String(answer.headers.location ?? ''), text: answer.body }
}
const statusOf = async (url: string, options?: Call) => (await call(url, options)).status
const nowhere = '01900000-0000-7000-8000-000000000000'

const without = (url: string, name: string): string => {
  const { pathname, searchParams } = new URL(url, 'https://x.example')
  searchParams.delete(name)
  return `${pathname}?${searchParams}`
}
const posted = (url: string) => ({
  SAMLRequest: new URL(url, 'https://x.example').searchParams.get('SAMLRequest') ?? '',
})
const logout = async (from: TestSp) => {
  const profile = { issuer: '', nameID: 'nobody', nameIDFormat: 'unspecified', sessionIndex: '_x' }
  const url = new URL(await from.saml.getLogoutUrlAsync(profile, '', {}))
  return url.pathname + url.search
}

test('sign-on of SAML, in the address and in a form', async () => {
  expect(await call(await sp.request())).toMatchObject({
    status: 302,
    location: expect.stringMatching(/^\/continue\//),
  })
  expect(await statusOf('/saml/sso')).toBe(400)
  expect(await statusOf('/saml/sso?SAMLRequest=none')).toBe(400)
  expect(await statusOf((await sp.request()).replace(/Signature=.{10}/, 'Signature=AAAAAAAAAA'))).toBe(403)
  expect(await statusOf(await unknownSp.request())).toBe(404)
  expect(await statusOf('/saml/sso', { form: {} })).toBe(400)
  // What an address carries is deflated, and no message in a form.
  expect(await statusOf('/saml/sso', { form: posted(await sp.request()) })).toBe(400)
})

test('going on with a sign-on', async () => {
  const { location } = await call(await sp.request())
  const id = location.split('/').at(-1)
  expect(await call(location)).toMatchObject({ status: 302, location: `/sign-in?continue=${id}` })
  expect(await statusOf(location, { caller: leo })).toBe(403)
  expect(await statusOf(location, { caller: molly })).toBe(200)
  expect(await statusOf(location, { caller: molly })).toBe(404)
  expect(await statusOf(`/continue/${nowhere}`)).toBe(404)
  expect(await statusOf('/continue/none')).toBe(400)
})

test('single logout', async () => {
  expect(await statusOf(await logout(sp))).toBe(302)
  expect(await statusOf('/saml/slo')).toBe(400)
  expect(await statusOf(without(await logout(sp), 'Signature'))).toBe(403)
  expect(await statusOf(await logout(unknownSp))).toBe(404)
  expect(await statusOf('/saml/slo', { form: { SAMLRequest: 'none' } })).toBe(400)
  expect(await call(`/saml/sign-out/${nowhere}`)).toMatchObject({ status: 302, location: '/sign-in' })
  expect(await statusOf('/saml/sign-out/none')).toBe(400)
})

test('the tile', async () => {
  const path = `/launch/${sp.appId}`
  expect(await call(path)).toMatchObject({ status: 302, location: `/sign-in?app=${sp.appId}` })
  expect(await call(path, { caller: molly })).toMatchObject({ status: 302, location: 'https://sp.example/' })
  expect(await statusOf(path, { caller: leo })).toBe(403)
  expect(await statusOf(`/launch/${nowhere}`, { caller: molly })).toBe(404)
  expect(await statusOf('/launch/none', { caller: molly })).toBe(400)
})

const basic = (secret: string) => ({
  authorization: `Basic ${Buffer.from(`${rp.clientId}:${secret}`).toString('base64')}`,
})
const asked = () => ({ client_id: rp.clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid' })

test('authorization of OpenID Connect, and the step that waits for its person', async () => {
  const url = (change: Record<string, string>) => `/oidc/auth?${new URLSearchParams({ ...asked(), ...change })}`
  const begun = await call(url({}), { caller: leo })
  expect(begun).toMatchObject({ status: 303, location: expect.stringMatching(/^\/oidc\/interaction\//) })
  expect(await statusOf(url({ client_id: 'unknown' }))).toBe(400)
  expect(await statusOf(url({ redirect_uri: 'https://elsewhere.example/' }))).toBe(400)
  expect(await statusOf('/oidc/auth')).toBe(400)
  expect(await statusOf('/oidc/auth/unknown')).toBe(400)
  expect(await statusOf('/oidc/interaction/unknown-unknown-unknown')).toBe(404)
  expect(await statusOf('/oidc/interaction/x')).toBe(400)
  expect(await statusOf('/oidc/nothing')).toBe(404)
})

test.each([
  ['/oidc/token', 200, { grant_type: 'client_credentials' }, { grant_type: 'password' }],
  ['/oidc/token/introspection', 200, { token: 'none' }, {}],
  ['/oidc/token/revocation', 200, { token: 'none' }, {}],
  ['/oidc/request', 201, { response_type: 'code', scope: 'openid', redirect_uri: redirectUri }, { scope: 'openid' }],
])('%s, which apps call with their secret', async (url, good, form, bad) => {
  const named = (fields: object) => ({ client_id: rp.clientId, ...fields }) as Record<string, string>
  expect(await statusOf(url, { form: named(form), headers: basic(rp.secret) })).toBe(good)
  expect(await statusOf(url, { form: named(bad), headers: basic(rp.secret) })).toBe(400)
  expect(await statusOf(url, { form: named(form), headers: basic('wrong') })).toBe(401)
  expect(await statusOf(url, { headers: basic(rp.secret) })).toBe(404)
})

test('userinfo, and signing out by the app', async () => {
  expect(await statusOf('/oidc/me')).toBe(401)
  expect(await statusOf('/oidc/me', { headers: { authorization: 'Bearer none' } })).toBe(401)
  const twice = { form: { access_token: 'none' }, headers: { authorization: 'Bearer none' } }
  expect(await statusOf('/oidc/me', twice)).toBe(400)
  expect(await statusOf('/oidc/session/end')).toBe(200)
  expect(await statusOf('/oidc/session/end?id_token_hint=none')).toBe(400)
})

test.each([
  ...['/saml/metadata', '/saml/send.js', '/saml/page.css', '/.well-known/ssf-configuration'],
  ...['/oidc/.well-known/openid-configuration', '/oidc/jwks'],
])('%s is there for everybody', async (url) => {
  expect(await statusOf(url)).toBe(200)
})

test('none of it was a fault of ours', () => {
  expect(world.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
})
