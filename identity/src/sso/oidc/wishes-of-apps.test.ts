import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller, TestApp } from '../../testing-app.ts'
import { follow, letIn, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'
import { putRules } from './testing-rules.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

/** What an app asks for beside the sign-on itself: more proof, a certain person, a token that outlives the session. */
let world: TestApp
let rp: TestRp
let rpClient: RpClient
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
  rp = await openTestRp(world, { requirePkce: false })
  await letIn(world, rp, world.id.leo)
})
afterAll(() => world?.close())

const asked = (further: Record<string, string>) => {
  const query = { client_id: rp.clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid' }
  return `/oidc/auth?${new URLSearchParams({ ...query, ...further })}`
}
const two = { acr_values: 'urn:hallpass:acr:two' }

async function tokensAt(location: URL | null) {
  const config = await rpClient.configure(rp)
  if (!location) throw new Error('sent nowhere')
  return await client.authorizationCodeGrant(config, location)
}

test('whoever has no second factor comes to an app that wishes for one, which is told the truth', async () => {
  const { location } = await follow(world, asked(two), await world.signIn('leo'))
  expect((await tokensAt(location)).claims()?.acr).toBe('urn:hallpass:acr:one')
})

test('whoever has one is asked for it, and gets on with another proof', async () => {
  await putRules(world, [])
  const { ids, clock } = world.app.foundation
  const held = [ids.next(), world.id.molly, 'totp', 'Phone', clock.now()]
  await world.owner.query(
    'insert into factors (id, person_id, kind, name, created_at) values ($1, $2, $3, $4, $5)',
    held,
  )
  const cookies = new Map<string, string>()
  const molly = await world.signIn('molly')
  world.platform.clock.advance(1000)
  const stopped = await follow(world, asked(two), molly, cookies)
  expect(stopped.location?.pathname).toBe('/confirm')
  const pendingId = stopped.location?.searchParams.get('continue')
  const payload = { appId: rp.appId, continue: pendingId }
  const choices = await world.server.inject({
    method: 'POST',
    url: '/api/session/confirm/start',
    headers: molly.headers,
    payload,
  })
  expect(choices.json()).toMatchObject({
    password: false,
    offers: expect.arrayContaining([expect.objectContaining({ kind: 'totp' })]),
  })
  const again = `/continue/${stopped.location?.searchParams.get('continue')}`
  expect((await follow(world, again, molly, cookies)).location?.pathname).toBe('/confirm')
  world.platform.clock.advance(1000)
  const proofs = JSON.stringify([{ method: 'password', at: world.platform.clock.now().toISOString() }])
  await world.owner.query('update sessions set proofs = $1 where id = $2', [proofs, molly.sessionId])
  const { location } = await follow(world, again, molly, cookies)
  expect((await tokensAt(location)).claims()?.acr).toBe('urn:hallpass:acr:one')
})

test('an app that means somebody by an ID token of before is told of nobody else', async () => {
  const { tokens } = await rpClient.signOn(rp, await world.signIn('molly'))
  const hint = { id_token_hint: tokens?.id_token ?? '' }
  const errorOf = async (caller: Caller) =>
    (await follow(world, asked(hint), caller)).location?.searchParams.get('error') ?? null
  expect(await errorOf(await world.signIn('leo'))).toBe('login_required')
  expect(await errorOf(await world.signIn('molly'))).toBe(null)
})

test('a refresh token is given to whoever asks for it: consent, which nobody is asked for, need not be named', async () => {
  const { location } = await follow(world, asked({ scope: 'openid offline_access' }), await world.signIn('molly'))
  expect((await tokensAt(location)).refresh_token).toEqual(expect.any(String))
  const bare = await follow(world, asked({}), await world.signIn('molly'))
  expect((await tokensAt(bare.location)).refresh_token).toBeUndefined()
})

test('no step of a sign-on keeps the cookie of the session that it began in', async () => {
  // Before the app asks, by the machine's clock, which the library goes by.
  world.platform.clock.advance(-60_000)
  const molly = await world.signIn('molly')
  const cookies = new Map<string, string>()
  await follow(world, asked({}), molly, cookies)
  expect((await follow(world, asked({ prompt: 'login' }), molly, cookies)).location?.pathname).toBe('/sign-in')
  const { rows } = await world.owner.query("select payload from oidc_records where kind = 'Interaction'")
  expect(rows.some(({ payload }) => payload.session?.uid)).toBe(true)
  expect(JSON.stringify(rows)).not.toContain(cookies.get('hallpass-oidc') ?? 'no cookie')
})

test('whom the app expects fills in the name, known here or not, and nothing that could not be typed', async () => {
  const nameAt = async (hint: string, caller: Caller | null = null) =>
    (await follow(world, asked({ login_hint: hint, prompt: 'login' }), caller)).location?.searchParams.get('login')
  expect(await nameAt('molly@acme.example')).toBe('molly@acme.example')
  expect(await nameAt('nobody&again=1')).toBe('nobody&again=1')
  for (const hint of ['a\nb', '\u202enimda', 'x'.repeat(321)]) expect(await nameAt(hint)).toBe(null)
  const molly = await world.signIn('molly')
  world.platform.clock.advance(2000)
  expect(await nameAt('molly', molly)).toBe('molly')
})

test('an app that asks which account is meant has its person asked, once, and somebody who signs in for it has said so', async () => {
  const cookies = new Map<string, string>()
  const molly = await world.signIn('molly')
  const choice = asked({ prompt: 'select_account' })
  const stopped = await follow(world, choice, molly, cookies)
  expect([stopped.location?.pathname, stopped.location?.searchParams.get('choose')]).toEqual(['/sign-in', '1'])
  const again = (location: URL | null) => `/continue/${location?.searchParams.get('continue')}`
  const { location } = await follow(world, again(stopped.location), molly, cookies)
  expect((await tokensAt(location)).claims()?.sub).toEqual(expect.any(String))

  const strangers = new Map<string, string>()
  const unknown = await follow(world, choice, null, strangers)
  expect([unknown.location?.pathname, unknown.location?.searchParams.get('choose')]).toEqual(['/sign-in', null])
  const back = await follow(world, again(unknown.location), await world.signIn('molly'), strangers)
  expect(back.location?.searchParams.get('code')).toEqual(expect.any(String))

  // It takes no wish for a new proof away.
  const both = new Map<string, string>()
  world.platform.clock.advance(2000)
  const first = await follow(world, asked({ prompt: 'login select_account' }), molly, both)
  const second = await follow(world, again(first.location), molly, both)
  expect([first, second].map((each) => each.location?.searchParams.get('again'))).toEqual([null, '1'])
})
