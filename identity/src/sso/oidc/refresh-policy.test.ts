import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { openTestRp, type TestRp } from './testing-rp.ts'
import { putRules } from './testing-rules.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

/** The sign-on policy at a refresh: what keeps somebody from opening an app keeps the app from tokens of theirs. */
let world: TestApp
let rp: TestRp
let rpClient: RpClient
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
  rp = await openTestRp(world)
})
afterAll(() => world?.close())
beforeEach(() => putRules(world, []))

async function signedOn() {
  const { config, tokens } = await rpClient.signOn(rp, await world.signIn('molly'))
  let token = tokens?.refresh_token ?? ''
  return async () => {
    try {
      const given = await client.refreshTokenGrant(config, token)
      token = given.refresh_token ?? ''
      return 'given'
    } catch (error) {
      return (error as { error?: string }).error
    }
  }
}
const ofApp = () => ({ appIds: [rp.appId] })

test('denied, an app gets nothing more, and goes on where it was once it is let in again', async () => {
  const refresh = await signedOn()
  expect(await refresh()).toBe('given')
  await putRules(world, [{ when: ofApp(), demand: { proof: 'deny' } }])
  expect(await refresh()).toBe('invalid_grant')
  await putRules(world, [])
  expect(await refresh()).toBe('given')
})

test('two proofs wanted where one was shown, or one that is younger, send the person back', async () => {
  const refresh = await signedOn()
  await putRules(world, [{ when: ofApp(), demand: { proof: 'two' } }])
  expect(await refresh()).toBe('invalid_grant')
  await putRules(world, [{ when: ofApp(), demand: { maxAgeMinutes: 5 } }])
  expect(await refresh()).toBe('given')
  world.platform.clock.advance(6 * 60_000)
  expect(await refresh()).toBe('invalid_grant')
})

test('the network is that in which the session began, not that of the app', async () => {
  const refresh = await signedOn()
  await putRules(world, [{ when: { ...ofApp(), notNetworks: ['127.0.0.0/8'] }, demand: { proof: 'deny' } }])
  expect(await refresh()).toBe('given')
  await putRules(world, [{ when: { ...ofApp(), networks: ['127.0.0.0/8'] }, demand: { proof: 'deny' } }])
  expect(await refresh()).toBe('invalid_grant')
})

test('after the session, only what denies the app anywhere is held against it', async () => {
  const refresh = await signedOn()
  world.platform.clock.advance(13 * 3_600_000)
  await putRules(world, [{ when: ofApp(), demand: { proof: 'two' } }])
  expect(await refresh()).toBe('given')
  const inside = { when: { ...ofApp(), networks: ['192.0.2.0/24'] }, demand: {} }
  const denied = { when: ofApp(), demand: { proof: 'deny' as const } }
  await putRules(world, [inside, denied])
  expect(await refresh()).toBe('given')
  await putRules(world, [denied])
  expect(await refresh()).toBe('invalid_grant')
})

test('a session that was ended takes its refresh tokens along at once, whatever the policy and before any job ran', async () => {
  await putRules(world, [])
  const molly = await world.signIn('molly')
  const { config, tokens } = await rpClient.signOn(rp, molly)
  const out = await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: molly.headers })
  expect(out.statusCode).toBe(200)
  const refreshed = client.refreshTokenGrant(config, tokens?.refresh_token ?? '')
  await expect(refreshed).rejects.toMatchObject({ error: 'invalid_grant' })
})
