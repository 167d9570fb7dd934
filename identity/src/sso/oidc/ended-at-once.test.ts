import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller, TestApp } from '../../testing-app.ts'
import { follow, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

/** A session is ended: nothing that apps hold of it opens anything from that moment on. No job runs in these tests. */
let world: TestApp
let rp: TestRp
let rpClient: RpClient
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
  rp = await openTestRp(world, { requirePkce: false })
})
afterAll(() => world?.close())

async function signOut(caller: Caller): Promise<void> {
  const answer = await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: caller.headers })
  expect(answer.statusCode).toBe(200)
}

test('an access token reads nothing of its person, and is told to be none', async () => {
  const molly = await world.signIn('molly')
  const elsewhere = await world.signIn('molly')
  const { config, tokens } = await rpClient.signOn(rp, molly)
  const other = await rpClient.signOn(rp, elsewhere)
  const token = tokens?.access_token ?? ''
  const sub = tokens?.claims()?.sub ?? ''
  expect(await client.fetchUserInfo(config, token, sub)).toMatchObject({ sub })
  expect((await client.tokenIntrospection(config, token)).active).toBe(true)
  await signOut(molly)
  await expect(client.fetchUserInfo(config, token, sub)).rejects.toMatchObject({ status: 401 })
  expect(await client.tokenIntrospection(config, token)).toEqual({ active: false })
  // What hangs on another session of theirs goes on.
  expect(await client.fetchUserInfo(config, other.tokens?.access_token ?? '', sub)).toMatchObject({ sub })
})

test('a code gives no tokens', async () => {
  const molly = await world.signIn('molly')
  const config = await rpClient.configure(rp)
  const asked = { redirect_uri: redirectUri, scope: 'openid offline_access', prompt: 'consent' }
  const cookies = new Map<string, string>()
  const codeOf = async () => {
    const { location } = await follow(world, client.buildAuthorizationUrl(config, asked).href, molly, cookies)
    return location ?? new URL('http://none')
  }
  expect((await client.authorizationCodeGrant(config, await codeOf())).refresh_token).toEqual(expect.any(String))
  const code = await codeOf()
  await signOut(molly)
  await expect(client.authorizationCodeGrant(config, code)).rejects.toMatchObject({ error: 'invalid_grant' })
})

test('once its session is over by its time alone, what an app holds goes on', async () => {
  const { config, tokens } = await rpClient.signOn(rp, await world.signIn('molly'))
  await world.owner.query('update sessions set expires_at = $1 where ended_at is null', [world.platform.clock.now()])
  expect((await client.tokenIntrospection(config, tokens?.access_token ?? '')).active).toBe(true)
})
