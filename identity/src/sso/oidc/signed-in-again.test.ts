import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller, TestApp } from '../../testing-app.ts'
import { sessionCookie } from '../cookies.ts'
import { enter } from '../enter.ts'
import { joinSession, participantsOf } from '../saml/store-saml.ts'
import { follow, letIn, openTestRp, redirectUri, setClock, type TestRp } from './testing-rp.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

/** Signing in over a session that is open in the same browser: what becomes of the apps that were signed on to from it. */
let world: TestApp
let rp: TestRp
let rpClient: RpClient
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
  rp = await openTestRp(world)
  await letIn(world, rp, world.id.leo)
})
afterAll(() => world?.close())

/** Gives a right password in the browser of `before`. */
async function signInOver(before: Caller, login: 'molly' | 'leo'): Promise<Caller> {
  const { db, clock } = world.app.foundation
  const personId = world.id[login]
  const { epoch } = await world.app.credentials.validity(db, personId)
  const proofs = [{ method: 'password' as const, at: clock.now() }]
  const door = { address: '127.0.0.1', requestId: 'test', userAgent: 'test', device: undefined, before }
  const entered = await enter(world.app.sso.deps, { personId, epoch, proofs }, door)
  if (entered.kind !== 'signed_in') throw new Error(entered.kind)
  const headers = { cookie: `${sessionCookie}=${entered.cookie.reveal()}` }
  const session = (await world.server.inject({ url: '/api/session', headers })).json()
  return { personId, sessionId: session.sessionId, headers: { ...headers, 'x-csrf-token': session.csrfToken } }
}

const endOf = async (sessionId: string) => {
  const { rows } = await world.owner.query(
    "select body->'actor'->>'personId' as by, body->'after' as after from audit_entries where action = 'session.ended' and body->'subjects'->>'sessionId' = $1",
    [sessionId],
  )
  return rows
}

const isActive = async (config: client.Configuration, token = '') =>
  (await client.tokenIntrospection(config, token)).active

test('the same person goes on: what apps hold stays, and ends with the session that is theirs now', async () => {
  const before = await world.signIn('molly')
  const { config, tokens } = await rpClient.signOn(rp, before)
  const { db, clock } = world.app.foundation
  const saml = { appId: rp.appId, nameId: 'molly', nameIdFormat: 'f', sessionIndex: 'i' }
  await db.transaction((tx) => joinSession(tx, { sessionId: before.sessionId, ...saml }, clock.now()))
  const after = await signInOver(before, 'molly')
  await world.platform.jobs.runUntilIdle()
  expect(await endOf(before.sessionId)).toEqual([{ by: world.id.molly, after: { because: 'signed_in_again' } }])
  const renewed = await client.refreshTokenGrant(config, tokens?.refresh_token ?? '')
  expect(await isActive(config, renewed.access_token)).toBe(true)
  expect(await participantsOf(db, after.sessionId)).toEqual([{ sessionId: after.sessionId, ...saml }])
  await db.withTables<{ saml_participants: { session_id: string } }>().deleteFrom('saml_participants').execute()

  await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: after.headers })
  await world.platform.jobs.runUntilIdle()
  expect(await isActive(config, renewed.access_token)).toBe(false)
})

test('somebody else at the same browser ends what the one before had', async () => {
  const before = await world.signIn('molly')
  const { config, tokens } = await rpClient.signOn(rp, before)
  expect(await isActive(config, tokens?.access_token)).toBe(true)
  await signInOver(before, 'leo')
  await world.platform.jobs.runUntilIdle()
  expect(await endOf(before.sessionId)).toEqual([{ by: world.id.leo, after: { because: 'signed_in_again' } }])
  expect(await isActive(config, tokens?.access_token)).toBe(false)
  await expect(client.refreshTokenGrant(config, tokens?.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test.each([
  { login: 'molly', hear: 'have heard' },
  { login: 'leo', hear: 'have heard' },
  { login: 'leo', hear: 'are yet to hear' },
] as const)(
  'in the middle of a sign-on that wants a new proof, $login signs in and comes to the app, when apps $hear of it',
  async ({ login, hear }) => {
    const app = login === 'leo' ? rp : await openTestRp(world)
    const config = await rpClient.configure(app)
    setClock(world, -5000)
    const before = await world.signIn('molly')
    setClock(world)
    const cookies = new Map<string, string>()
    const verifier = client.randomPKCECodeVerifier()
    const asked = {
      redirect_uri: redirectUri,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }
    await follow(world, client.buildAuthorizationUrl(config, asked).href, before, cookies)
    const stopped = await follow(
      world,
      client.buildAuthorizationUrl(config, { ...asked, prompt: 'login' }).href,
      before,
      cookies,
    )
    expect(stopped.location?.pathname).toBe('/sign-in')
    setClock(world)
    const after = await signInOver(before, login)
    if (hear === 'have heard') await world.platform.jobs.runUntilIdle()
    const back = await follow(world, `/continue/${stopped.location?.searchParams.get('continue')}`, after, cookies)
    expect(back.text).toBe('')
    const tokens = await client.authorizationCodeGrant(config, back.location ?? new URL('http://none'), {
      pkceCodeVerifier: verifier,
    })
    expect(tokens.claims()?.sub).toBeDefined()
    const session = await world.server.inject({ url: '/api/session', headers: after.headers })
    expect(session.json().person?.id).toBe(world.id[login])
  },
)
