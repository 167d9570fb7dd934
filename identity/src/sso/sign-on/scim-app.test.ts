import { freePort } from '@hallpass/counterparts/free-port'
import { type ScimApp, scimAppAddresses, startScimApp } from '@hallpass/counterparts/scim-app'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { openTestRp, type TestRp } from '../oidc/testing-rp.ts'
import { openListeningApp, walkAs } from './testing-walk.ts'

let world: Awaited<ReturnType<typeof openListeningApp>>
let app: ScimApp
let rp: TestRp
beforeAll(async () => {
  world = await openListeningApp()
  const port = await freePort()
  const { signInUrl, redirectUri } = scimAppAddresses(port)
  rp = await openTestRp(world, { redirectUris: [redirectUri], signing: 'RS256' }, { signOn: signInUrl })
  const client = { clientId: rp.clientId, clientSecret: rp.secret }
  app = await startScimApp({ port, title: 'Sales', signOn: { issuer: `${world.origin}/oidc`, ...client } })
  await world.app.provisioning.putConnection(
    {
      appId: rp.appId,
      kind: 'scim',
      baseUrl: app.baseUrl,
      token: app.token,
      userName: 'mail',
      entitlementsAs: ['groups'],
      ratePerSecond: 100,
      parallel: 2,
    },
    operator,
  )
  await world.platform.jobs.runUntilIdle()
})
afterAll(async () => {
  await app?.stop()
  await world?.close()
})

const launch = () => `${world.origin}/launch/${rp.appId}`

test('the account that SCIM made is the one that molly’s tile opens, in an app nobody here wrote', async () => {
  expect(await app.users()).toMatchObject([{ userName: 'molly@acme.example', active: true, groups: ['sales'] }])
  const { url, response, text } = await walkAs(world.origin, await world.signIn('molly')).open(launch())
  expect([url.origin, url.pathname, response.status]).toEqual([app.url, '/welcome', 200])
  expect(text).toContain('Welcome, <bdi>molly Acme</bdi>')
  expect(text).toContain('Your rights: sales')
  expect(await app.users()).toHaveLength(1)
})

test('a bookmark of the app leads a stranger to our sign-in, and nobody in', async () => {
  const { url } = await walkAs(world.origin, null).open(app.signInUrl)
  expect([url.origin, url.pathname]).toEqual([world.origin, '/sign-in'])
})

test('leo, who was never given the app, is stopped here whatever the app would do', async () => {
  const { url, response } = await walkAs(world.origin, await world.signIn('leo')).open(app.signInUrl)
  expect([url.origin, response.status]).toEqual([world.origin, 403])
})

test('once her grant ended, the tile leads nowhere and the account in the app is off', async () => {
  const { db } = world.app.foundation
  const molly = await world.signIn('molly')
  await db.transaction((tx) => world.app.access.endGrant(tx, rp.grantId, 'revoked', operator))
  await world.platform.jobs.runUntilIdle()
  expect((await walkAs(world.origin, molly).open(launch())).response.status).toBe(403)
  expect(await app.users()).toMatchObject([{ active: false }])
})
