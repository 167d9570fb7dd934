import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller, TestApp } from '../../testing-app.ts'
import { sessionCookie } from '../cookies.ts'
import { startSession } from '../start-session.ts'
import type { AssuranceMethod } from '../types.ts'
import { follow, openRpWorld, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'

let world: TestApp
let rp: TestRp
beforeAll(async () => {
  world = await openRpWorld()
  rp = await openTestRp(world, { requirePkce: false })
})
afterAll(() => world?.close())

/** A session of Molly's in which she has shown these. */
async function mollyWith(methods: AssuranceMethod[]): Promise<Caller> {
  const { app } = world
  const { db } = app.foundation
  const personId = world.id.molly
  const { epoch } = await app.credentials.validity(db, personId)
  const actor = { kind: 'person', personId } as const
  const input = { personId, epoch, methods, address: '127.0.0.1', userAgent: 'test', actor }
  const { sessionId, cookie } = await db.transaction((tx) => startSession(app.sso.deps, tx, input))
  return { personId, sessionId, headers: { cookie: `${sessionCookie}=${cookie.reveal()}` } }
}

/** What the app is told in the ID token, or the error it gets; `cookies` are those of the browser. */
async function told(caller: Caller, cookies: Map<string, string>, further: Record<string, string> = {}) {
  const query = {
    client_id: rp.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    ...further,
  }
  const { location } = await follow(world, `/oidc/auth?${new URLSearchParams(query)}`, caller, cookies)
  const code = location?.searchParams.get('code')
  if (!code) return { error: location?.searchParams.get('error') ?? location?.pathname }
  const answer = await world.server.inject({
    method: 'POST',
    url: '/oidc/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${rp.clientId}:${rp.secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }).toString(),
  })
  const { acr, amr, auth_time } = JSON.parse(
    Buffer.from(String(answer.json().id_token).split('.')[1] ?? '', 'base64url').toString(),
  )
  return { acr, amr, auth_time }
}

const one = { acr: 'urn:hallpass:acr:one', amr: ['pwd'] }
const two = { acr: 'urn:hallpass:acr:two', amr: ['mfa', 'otp', 'pwd'] }

test('an app is told what was shown by now, not what the first app was told', async () => {
  const cookies = new Map<string, string>()
  const first = await told(await mollyWith(['password']), cookies)
  expect(first).toMatchObject(one)
  world.platform.clock.advance(5000)
  const second = await told(await mollyWith(['password', 'otp']), cookies)
  expect(second).toMatchObject(two)
  expect(second.auth_time).toBeGreaterThan(first.auth_time)
  expect(await told(await mollyWith(['password', 'otp']), cookies, { acr_values: two.acr })).toMatchObject(two)
})

test('a later sign-in with less is not passed off as the earlier one with more', async () => {
  const cookies = new Map<string, string>()
  expect(await told(await mollyWith(['password', 'otp']), cookies)).toMatchObject(two)
  world.platform.clock.advance(5000)
  const lesser = await mollyWith(['password'])
  expect(await told(lesser, cookies, { prompt: 'none' })).toEqual({ error: 'interaction_required' })
  expect(await told(lesser, cookies)).toMatchObject(one)
})

test('an app that may show nothing gets an answer while what it was told still holds', async () => {
  const cookies = new Map<string, string>()
  const molly = await mollyWith(['password'])
  expect(await told(molly, cookies)).toMatchObject(one)
  expect(await told(molly, cookies, { prompt: 'none' })).toMatchObject(one)
  world.platform.clock.advance(5000)
  expect(await told(await mollyWith(['password', 'otp']), cookies, { prompt: 'none' })).toMatchObject(one)
})
