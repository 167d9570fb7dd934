import { startTokenListener, type TokenListener } from '@hallpass/counterparts/token-listener'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { personDisabled } from '../../directory/module.ts'
import { type JobNode, startNode } from '../../platform/jobs/node.ts'
import { type Caller, operator } from '../../testing-app.ts'
import { openTestRp, redirectUri, type TestRp } from '../oidc/testing-rp.ts'
import { openTestSp, signOn } from '../saml/testing-sp.ts'
import { openListeningApp, walkAs } from './testing-walk.ts'

let world: Awaited<ReturnType<typeof openListeningApp>>
let listener: TokenListener
let rp: TestRp
let node: JobNode
beforeAll(async () => {
  world = await openListeningApp()
  const issuer = { logout: `${world.origin}/oidc`, events: world.origin }
  const audience = { logout: () => rp.clientId, events: 'https://app.example/signals' }
  listener = await startTokenListener({ jwksUrl: `${world.origin}/oidc/jwks`, issuer, audience })
  rp = await openTestRp(world, { backchannelLogoutUri: listener.logoutUri, requirePkce: false, signing: 'ES256' })
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const { jobs: engine, ids, place } = world.platform
  node = startNode({ engine, url: place.serviceUrl, ids, log, beatMs: 200, leaseMs: 5000 })
})
afterAll(async () => {
  await node?.stop()
  await listener?.stop()
  await world?.close()
})
beforeEach(() => put({ subject: 'iss_sub' }))

const own = (caller: Caller) => ({ ...caller.headers, 'content-type': 'application/json' })

async function put(changes: { subject: 'iss_sub' | 'email' }, appId = rp.appId): Promise<void> {
  const ivan = await world.signIn('ivan')
  const url = `/api/apps/${appId}/signals`
  const { version } = (await world.server.inject({ url, headers: ivan.headers })).json()
  const settings = { endpoint: listener.eventsUri, audience: 'https://app.example/signals', enabled: true, ...changes }
  const payload = { version, settings, authorization: 'Bearer of-the-receiver' }
  const answer = await world.server.inject({ method: 'PUT', url, headers: own(ivan), payload })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json().hasAuthorization).toBe(true)
  expect(answer.body).not.toContain('of-the-receiver')
}

/** Signed on to the app, as far as the code that the app gets. */
async function signedOn(): Promise<Caller> {
  const molly = await world.signIn('molly')
  const query = new URLSearchParams({
    ...{ client_id: rp.clientId, redirect_uri: redirectUri, scope: 'openid', response_type: 'code' },
  })
  await expect(walkAs(world.origin, molly).open(`${world.origin}/oidc/auth?${query}`)).rejects.toThrow()
  return molly
}

const revoked = 'https://schemas.openid.net/secevent/caep/event-type/session-revoked'
const logout = 'http://schemas.openid.net/event/backchannel-logout'

/** What the app hears of the next so many things, by kind. */
async function hear(count: number): Promise<Awaited<ReturnType<TokenListener['next']>>[]> {
  const found = []
  for (let n = 0; n < count; n++) found.push(await listener.next())
  return found.sort((a, b) => b.path.localeCompare(a.path))
}

test('signing out tells the app of that session within five seconds, by logout token and by signal', async () => {
  const molly = await signedOn()
  const began = Date.now()
  await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: molly.headers })
  const [token, signal] = await hear(2)
  expect(Math.max(token?.at ?? 0, signal?.at ?? 0) - began).toBeLessThan(5000)
  expect(token?.claims).toMatchObject({ sub: expect.stringMatching(/^[\w-]{27}$/), sid: expect.any(String) })
  expect(token?.claims.events).toEqual({ [logout]: {} })
  expect(signal?.authorization).toBe('Bearer of-the-receiver')
  const user = { format: 'iss_sub', iss: `${world.origin}/oidc`, sub: token?.claims.sub }
  const session = { format: 'opaque', id: token?.claims.sid }
  expect(signal?.claims.sub_id).toEqual({ format: 'complex', user, session })
  expect(signal?.claims.events[revoked]).toMatchObject({ initiating_entity: 'user' })
  expect(JSON.stringify([token?.claims, signal?.claims])).not.toContain(molly.personId)
})

test('signed out everywhere by an administrator: the app hears of the person as a whole, in seconds', async () => {
  const molly = await signedOn()
  const ivan = await world.signIn('ivan')
  const began = Date.now()
  const answer = await world.server.inject({
    method: 'POST',
    url: `/api/people/${molly.personId}/sessions/end`,
    headers: own(ivan),
    payload: { reason: 'her laptop was stolen' },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  // One session of hers, and all of her: by logout token and by signal each.
  const heard = await hear(4)
  expect(Math.max(...heard.map(({ at }) => at)) - began).toBeLessThan(5000)
  const users = heard.filter(({ claims }) => claims.sub_id && 'iss' in (claims.sub_id as object))
  expect(users.map(({ claims }) => claims.events[revoked])).toMatchObject([{ initiating_entity: 'admin' }])
  expect(heard.filter(({ path, claims }) => path === '/logout' && claims.sid === undefined)).toHaveLength(1)
})

test('disabled in the directory, the app hears of it in seconds, even when no session here is open', async () => {
  const molly = await signedOn()
  await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: molly.headers })
  await hear(2)
  await put({ subject: 'email' })
  const { db, events } = world.app.foundation
  const began = Date.now()
  await db.transaction((tx) => events.emit(tx, personDisabled, { personId: molly.personId, version: 1 }))
  const [token, signal] = await hear(2)
  expect(Math.max(token?.at ?? 0, signal?.at ?? 0) - began).toBeLessThan(5000)
  expect(token?.claims.sid).toBeUndefined()
  expect(signal?.claims.sub_id).toEqual({ format: 'email', email: 'molly@acme.example' })
  expect(signal?.claims.events[revoked]?.reason_admin).toEqual({ en: 'The person was disabled.' })
})

test('an app that fails at first is told again, of the same event', async () => {
  const molly = await signedOn()
  listener.failNext({ status: 503 }, { status: 500 })
  await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: molly.headers })
  const heard = await hear(2)
  expect(new Set(heard.map(({ path }) => path))).toEqual(new Set(['/logout', '/events']))
  expect(new Set(heard.map(({ claims }) => claims.jti)).size).toBe(2)
})

test('the app believed all of it: signed by a published key, for this app, of this issuer', () => {
  expect(listener.refused).toEqual([])
})

test('a verification event says how the receiver answers, and the last failure stays shown until it takes one', async () => {
  const ivan = await world.signIn('ivan')
  const url = `/api/apps/${rp.appId}/signals`
  const verify = async () =>
    (await world.server.inject({ method: 'POST', url: `${url}/verify`, headers: ivan.headers })).json()
  listener.failNext({ status: 400, body: { err: 'invalid_audience', description: 'not for me' } })
  const message = 'The receiver refused it: invalid_audience, not for me.'
  expect(await verify()).toEqual({ delivered: false, message })
  expect((await world.server.inject({ url, headers: ivan.headers })).json()).toMatchObject({ failure: message })
  expect(await verify()).toEqual({ delivered: true, message: 'The receiver took it.' })
  const [heard] = await hear(1)
  expect(heard?.claims.sub_id).toMatchObject({ format: 'opaque' })
  expect((await world.server.inject({ url, headers: ivan.headers })).json()).toMatchObject({ failure: null })
})

test('signals go nowhere else with the secret of before, and nowhere inside the network', async () => {
  const ivan = await world.signIn('ivan')
  const url = `/api/apps/${rp.appId}/signals`
  const { version, settings } = (await world.server.inject({ url, headers: ivan.headers })).json()
  const send = (endpoint: string, more: object = {}) =>
    world.server.inject({
      method: 'PUT',
      url,
      headers: own(ivan),
      payload: { version, settings: { ...settings, endpoint }, ...more },
    })
  const moved = await send('https://elsewhere.example/events')
  expect([moved.statusCode, moved.json().fields]).toMatchObject([400, [{ field: 'authorization' }]])
  const login = await send('https://a:b@elsewhere.example/events', { authorization: null })
  expect([login.statusCode, login.json().fields]).toMatchObject([400, [{ field: 'settings.endpoint' }]])
  expect((await send('http://169.254.169.254/latest', { authorization: null })).statusCode).toBe(200)
  const tried = await world.server.inject({ method: 'POST', url: `${url}/verify`, headers: ivan.headers })
  expect(tried.json()).toMatchObject({ delivered: false, message: expect.stringContaining('inside the network') })
})

test('receivers find out about us where they look (SSF 1.0)', async () => {
  const answer = await world.server.inject('/.well-known/ssf-configuration')
  expect(answer.json()).toMatchObject({
    issuer: world.origin,
    jwks_uri: `${world.origin}/oidc/jwks`,
    delivery_methods_supported: ['urn:ietf:rfc:8935'],
  })
})

test('access that ends is told as well, of the session of that app, and what it holds is gone; she stays signed in', async () => {
  const molly = await signedOn()
  const other = await openTestRp(world, { requirePkce: false })
  const query = { client_id: other.clientId, redirect_uri: redirectUri, scope: 'openid', response_type: 'code' }
  const elsewhere = `${world.origin}/oidc/auth?${new URLSearchParams(query)}`
  await expect(walkAs(world.origin, molly).open(elsewhere)).rejects.toThrow()
  const clientsOf = async () => {
    const sql = 'select client_id from oidc_participants where session_id = $1 order by signed_on_at'
    return (await world.owner.query<{ client_id: string }>(sql, [molly.sessionId])).rows.map((row) => row.client_id)
  }
  await expect.poll(clientsOf).toEqual([rp.clientId, other.clientId])
  await world.app.foundation.db.transaction((tx) => world.app.access.endGrant(tx, rp.grantId, 'revoked', operator))
  const [token, signal] = await hear(2)
  expect(token?.claims.sid).toEqual(expect.any(String))
  expect(signal?.claims.events[revoked]).toMatchObject({
    initiating_entity: 'policy',
    reason_admin: { en: 'The person may use this app no longer.' },
  })
  expect(await clientsOf()).toEqual([other.clientId])
  const session = await world.server.inject({ url: '/api/session', headers: molly.headers })
  expect(session.json().person?.id).toBe(molly.personId)
})

test('an app that signs on by SAML hears by signal of the session that ended, by the index it knows', async () => {
  const sp = await openTestSp(world, { entityId: 'https://hears.example', slo: null })
  await put({ subject: 'email' }, sp.appId)
  const molly = await world.signIn('molly')
  const xml = Buffer.from((await signOn(world, molly, await sp.request())).form?.fields.SAMLResponse ?? '', 'base64')
  const index = /SessionIndex="([^"]*)"/.exec(xml.toString())?.[1]
  await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: own(molly), payload: {} })
  const [signal] = await hear(1)
  expect(signal?.claims).toMatchObject({
    events: { [revoked]: expect.anything() },
    sub_id: { user: { email: 'molly@acme.example' }, session: { id: index } },
  })
})
