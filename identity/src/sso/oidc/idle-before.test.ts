import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller, TestApp } from '../../testing-app.ts'
import { follow, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'
import { putRules } from './testing-rules.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

/** Somebody works in an app until their session here has gone idle, and signs in anew in the same browser. */
let world: TestApp
let rp: TestRp
let other: TestRp
let rpClient: RpClient
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
  rp = await openTestRp(world, { requirePkce: false })
  other = await openTestRp(world, { requirePkce: false })
})
afterAll(() => world?.close())

const hours = 3_600_000
const asked = { redirect_uri: redirectUri, scope: 'openid offline_access', prompt: 'consent' }

async function browser() {
  const cookies = new Map<string, string>()
  const signOn = async (caller: Caller, app = rp) => {
    const config = await rpClient.configure(app)
    const { location } = await follow(world, client.buildAuthorizationUrl(config, asked).href, caller, cookies)
    const tokens = await client.authorizationCodeGrant(config, location ?? new URL('http://none'))
    const isActive = async () => (await client.tokenIntrospection(config, tokens.access_token)).active
    return { isActive, refresh: () => client.refreshTokenGrant(config, tokens.refresh_token ?? '') }
  }
  return { signOn }
}

/** Nine hours later, as far as this session is concerned. */
async function goIdle({ sessionId, headers }: Caller): Promise<void> {
  const ago = new Date(world.platform.clock.now().getTime() - 9 * hours)
  const proofs = JSON.stringify([{ method: 'password', at: ago.toISOString() }])
  await world.owner.query(
    'update sessions set last_seen_at = $2, started_at = $2, assured_at = $2, proofs = $3 where id = $1',
    [sessionId, ago, proofs],
  )
  const session = await world.server.inject({ url: '/api/session', headers: { cookie: headers.cookie ?? '' } })
  expect(session.json().person).toBeNull()
}

async function signOut({ headers }: Caller): Promise<void> {
  const answer = await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers })
  expect(answer.statusCode).toBe(200)
}

test('what they show now is what a refresh is judged by', async () => {
  await putRules(world, [{ when: { appIds: [rp.appId] }, demand: { maxAgeMinutes: 60 } }])
  const { signOn } = await browser()
  const before = await world.signIn('molly')
  await signOn(before)
  await goIdle(before)
  const { refresh } = await signOn(await world.signIn('molly'))
  expect(await refresh()).toMatchObject({ access_token: expect.any(String), id_token: expect.any(String) })
  await putRules(world, [])
})

test('signing out ends at once what apps hold, of the session before as well; no job has run', async () => {
  const { signOn } = await browser()
  const before = await world.signIn('molly')
  const elsewhere = await signOn(before, other)
  const first = await signOn(before)
  await goIdle(before)
  expect(await first.isActive()).toBe(true)
  const now = await world.signIn('molly')
  const second = await signOn(now)
  const held = [first, second, elsewhere]
  for (const { isActive } of held) expect(await isActive()).toBe(true)
  await signOut(now)
  for (const { isActive, refresh } of held) {
    expect(await isActive()).toBe(false)
    await expect(refresh()).rejects.toMatchObject({ error: 'invalid_grant' })
  }
})

test('a grant that hangs on both, from before one took the other over, is that of the newest', async () => {
  const { signOn } = await browser()
  const before = await world.signIn('molly')
  await signOn(before)
  await goIdle(before)
  const now = await world.signIn('molly')
  const { isActive } = await signOn(now)
  await world.owner.query(
    `insert into oidc_participants select $2, client_id, provider_session, sid, person_id, grant_id, signed_on_at
       from oidc_participants where session_id = $1`,
    [now.sessionId, before.sessionId],
  )
  expect(await isActive()).toBe(true)
  await signOut(now)
  expect(await isActive()).toBe(false)
})
