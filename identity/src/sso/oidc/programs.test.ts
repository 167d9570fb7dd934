import type { AddressInfo } from 'node:net'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { createPrograms, type NewSecret, type Programs } from './programs.ts'
import { openRpWorld, openTestRp } from './testing-rp.ts'

let world: TestApp
let programs: Programs
let listening: string
let origin: string
beforeAll(async () => {
  world = await openRpWorld()
  origin = world.app.foundation.config.publicUrl.origin
  await world.server.listen({ port: 0, host: '127.0.0.1' })
  listening = `http://127.0.0.1:${(world.server.server.address() as AddressInfo).port}`
  programs = createPrograms(world.app.foundation)
})
afterAll(() => world.close())

const owner = { id: '0199d3a0-0000-7000-8000-00000000c0de', name: 'ServiceNow of Acme' }
const issue = async (): Promise<NewSecret[]> =>
  world.app.foundation.db.transaction((tx) => programs.issue(tx, { ...owner, scopes: ['desk.fulfil', 'desk.read'] }))

async function tokenOf(clientId: string, secret: string, scope: string): Promise<string> {
  const here: client.CustomFetch = (url, options) => fetch(url.replace(origin, listening), options as RequestInit)
  const options = { execute: [client.allowInsecureRequests], [client.customFetch]: here }
  const auth = client.ClientSecretBasic(secret)
  const config = await client.discovery(new URL('/oidc', origin), clientId, undefined, auth, options)
  return (await client.clientCredentialsGrant(config, { scope })).access_token
}

test('a program gets a token for its own scope and no other, and is known by it', async () => {
  const [fulfil, read] = await issue()
  const token = await tokenOf(fulfil?.clientId ?? '', fulfil?.secret.reveal() ?? '', 'desk.fulfil')
  expect(await programs.byToken(token)).toEqual({ clientId: fulfil?.clientId, ownerId: owner.id, scope: 'desk.fulfil' })
  await expect(tokenOf(read?.clientId ?? '', read?.secret.reveal() ?? '', 'desk.fulfil')).rejects.toBeDefined()
  expect(await programs.byToken('no token at all')).toBeNull()
})

test('a new secret ends the old one and every token given for it', async () => {
  const [before] = await issue()
  const token = await tokenOf(before?.clientId ?? '', before?.secret.reveal() ?? '', 'desk.fulfil')
  await issue()
  expect(await programs.byToken(token)).toBeNull()
  await expect(tokenOf(before?.clientId ?? '', before?.secret.reveal() ?? '', 'desk.fulfil')).rejects.toMatchObject({
    status: 401,
  })
})

test('an app of single sign-on that asks for the scope of a program opens nothing with it', async () => {
  const rp = await openTestRp(world)
  const token = await tokenOf(rp.clientId, rp.secret, 'desk.fulfil')
  expect(await programs.byToken(token)).toBeNull()
})

test('the token ends after ten minutes', async () => {
  const [fulfil] = await issue()
  const token = await tokenOf(fulfil?.clientId ?? '', fulfil?.secret.reveal() ?? '', 'desk.fulfil')
  world.platform.clock.advance(601_000)
  expect(await programs.byToken(token)).toBeNull()
})
