import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller, TestApp } from '../../testing-app.ts'
import { tellClientTask } from './end-participants.ts'
import { follow, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

/** One session of ours that signed on to one app more than once: whatever ends it ends all that the app holds. */
let world: TestApp
let rpClient: RpClient
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
})
afterAll(() => world?.close())

type SignedOn = Awaited<ReturnType<RpClient['signOn']>>

const signOut = (caller: Caller) =>
  world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: caller.headers })

async function expectEnded({ config, tokens }: SignedOn): Promise<void> {
  expect((await client.tokenIntrospection(config, tokens?.access_token ?? '')).active).toBe(false)
  await expect(client.refreshTokenGrant(config, tokens?.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
}

/** The sessions of the app that jobs are to tell it of: it does not listen, so they wait. */
async function toldOf(): Promise<string[]> {
  await world.platform.jobs.runUntilIdle()
  const jobs = await world.platform.jobs.inspect()
  return jobs.filter(({ task }) => task === tellClientTask).map(({ payload }) => String(payload.sid))
}

test('two tabs that sign on at once: both end with the session, and the app is told of both', async () => {
  const rp = await openTestRp(world, { backchannelLogoutUri: 'https://rp.example/logout' })
  const molly = await world.signIn('molly')
  const tabs = await Promise.all([rpClient.signOn(rp, molly), rpClient.signOn(rp, molly)])
  await signOut(molly)
  const sids = tabs.map(({ tokens }) => String(tokens?.claims()?.sid))
  expect((await toldOf()).sort()).toEqual(sids.sort())
  for (const tab of tabs) await expectEnded(tab)
})

test('signed out from the app alone and on to it again: all of it ends with the session', async () => {
  const rp: TestRp = await openTestRp(world)
  const molly = await world.signIn('molly')
  const config = await rpClient.configure(rp)
  const cookies = new Map<string, string>()
  const signOn = async (): Promise<SignedOn> => {
    const verifier = client.randomPKCECodeVerifier()
    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid offline_access',
      prompt: 'consent',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const { location } = await follow(world, address.href, molly, cookies)
    const tokens = await client.authorizationCodeGrant(config, location ?? address, { pkceCodeVerifier: verifier })
    return { config, location, tokens }
  }
  const send = (method: 'GET' | 'POST', url: string, form?: Record<string, string>) =>
    world.server.inject({
      method,
      url,
      headers: {
        cookie: [molly.headers.cookie ?? '', ...[...cookies].map(([name, value]) => `${name}=${value}`)].join('; '),
        accept: 'text/html',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })

  const first = await signOn()
  const page = await send('GET', `/oidc/session/end?client_id=${rp.clientId}`)
  const xsrf = /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const stayed = await send('POST', '/oidc/session/end/confirm', { xsrf })
  for (const { name, value } of stayed.cookies) cookies.set(name, value)
  expect((await world.server.inject({ url: '/api/session', headers: molly.headers })).statusCode).toBe(200)
  const second = await signOn()
  await signOut(molly)
  await world.platform.jobs.runUntilIdle()
  await expectEnded(first)
  await expectEnded(second)
})
