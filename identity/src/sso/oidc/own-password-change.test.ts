import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, password, type TestApp } from '../../testing-app.ts'
import { openTestRp, setClock, type TestRp } from './testing-rp.ts'
import { openRpClient, type RpClient } from './testing-sign-on.ts'

let world: TestApp
let rp: TestRp
let rpClient: RpClient
beforeAll(async () => {
  world = await openTestApp()
  rpClient = await openRpClient(world)
  rp = await openTestRp(world)
})
afterAll(() => world?.close())

test('apps open from the session in which its person changed their password, and are told of that proof', async () => {
  setClock(world, -60_000)
  const molly = await world.signIn('molly')
  expect((await rpClient.signOn(rp, molly)).tokens).not.toBeNull()
  setClock(world, -30_000)
  const headers = { ...molly.headers, 'content-type': 'application/json' }
  const payload = { oldPassword: password, newPassword: 'a lantern over seven bridges' }
  const changed = await world.server.inject({ method: 'POST', url: '/api/password/change', headers, payload })
  expect(changed.statusCode).toBe(204)
  const changedAt = world.platform.clock.now().getTime() / 1000
  setClock(world)
  const { tokens } = await rpClient.signOn(rp, molly)
  expect(tokens?.claims()?.auth_time).toBe(Math.ceil(changedAt))
  const session = (await world.server.inject({ url: '/api/session', headers: molly.headers })).json()
  expect(Date.parse(session.assurance.at) / 1000).toBe(Math.ceil(changedAt))
})
