import { type Apache, type Reserved, reserveApache, startApache } from '@hallpass/counterparts/apache'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { openTestRp } from '../oidc/testing-rp.ts'
import { newSettings, suggestSettings } from '../saml/from-metadata.ts'
import { readMetadata } from '../saml/read-metadata.ts'
import { findSamlApp, saveSamlApp } from '../saml/store-saml.ts'
import { openTestSp, type TestSp } from '../saml/testing-sp.ts'
import { openListeningApp, walkAs } from './testing-walk.ts'

let world: TestApp & { origin: string }
let apache: Apache
let reserved: Reserved
let sp: TestSp
let origin: string
beforeAll(async () => {
  world = await openListeningApp()
  origin = world.origin
  reserved = await reserveApache()
  sp = await openTestSp(world, suggestSettings(readMetadata(reserved.spMetadata), newSettings))
  const rp = await openTestRp(world, { redirectUris: [reserved.redirectUri], signing: 'RS256' })
  const idpMetadata = await (await fetch(`${origin}/saml/metadata`)).text()
  apache = await startApache({
    ...reserved,
    saml: { idpMetadata },
    oidc: {
      discoveryUrl: `${origin}/oidc/.well-known/openid-configuration`,
      clientId: rp.clientId,
      clientSecret: rp.secret,
    },
  })
})
afterAll(async () => {
  await apache?.stop()
  await world?.close()
})

// Asked to sign somebody out, mellon looks for a session by their name: each test leaves none behind.
test('an administrator ends her session: the app forgets her without her browser having a part in it', async () => {
  const molly = await world.signIn('molly')
  const ivan = await world.signIn('ivan')
  const { open, cookiesOf } = walkAs(origin, molly)
  await open(`${apache.url}/saml/`)
  expect(await insideSaml(cookiesOf)).toBe(true)
  await world.server.inject({
    method: 'POST',
    url: `/api/people/${molly.personId}/sessions/end`,
    headers: { ...ivan.headers, 'content-type': 'application/json' },
    payload: { reason: 'her laptop was stolen' },
  })
  await world.platform.jobs.runUntilIdle()
  expect(await insideSaml(cookiesOf)).toBe(false)
  expect(await world.platform.jobs.inspect({ state: 'retrying' })).toEqual([])
  // What began in the second in which everything ended is over too.
  world.platform.clock.advance(1000)
})

test('mod_auth_mellon lets molly in by SAML, with her groups', async () => {
  const { open } = walkAs(origin, await world.signIn('molly'))
  const { url, response, text } = await open(`${apache.url}/saml/`)
  expect([url.pathname, response.status, text]).toEqual(['/saml/', 200, 'inside saml\n'])
  expect(response.headers.get('x-user')).toBe('molly@acme.example')
  expect(response.headers.get('x-groups')).toBe('sales;staff')
  await open(`${apache.url}/saml/endpoint/logout?ReturnTo=${encodeURIComponent(`${apache.url}/`)}`)
})

test('single logout from the app ends her session here, and the app forgets her', async () => {
  const molly = await world.signIn('molly')
  const { open } = walkAs(origin, molly)
  await open(`${apache.url}/saml/`)
  await open(`${apache.url}/saml/endpoint/logout?ReturnTo=${encodeURIComponent(`${apache.url}/`)}`)
  const session = await world.server.inject({ url: '/api/session', headers: molly.headers })
  expect(session.json().person).toBeNull()
  const { url } = await open(`${apache.url}/saml/`)
  expect(url.pathname).toBe('/sign-in')
})

test('signing out here takes her browser through an app that can be told in no other way, and back to us', async () => {
  const { db, clock } = world.app.foundation
  const app = await findSamlApp(db, sp.appId)
  if (!app) throw new Error('the app is not set up')
  const settings = { ...app.settings, soapLogoutUrl: null }
  await db.transaction((tx) => saveSamlApp(tx, { ...app, settings }, clock.now()))
  const molly = await world.signIn('molly')
  const { open, cookiesOf } = walkAs(origin, molly)
  await open(`${apache.url}/saml/`)
  const out = await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: molly.headers })
  expect(out.json().next).toMatch(/^\/saml\/sign-out\/[0-9a-f-]{36}$/)
  const { url } = await open(`${origin}${out.json().next}`)
  expect([url.origin, url.pathname]).toEqual([origin, '/sign-in'])
  expect(await insideSaml(cookiesOf)).toBe(false)
  // Gone on with a second time, by the back button, it leads nowhere else.
  expect((await open(`${origin}${out.json().next}`)).url.pathname).toBe('/sign-in')
})

/** Whether the app still lets this browser in by itself, without asking us. */
async function insideSaml(cookiesOf: (host: string) => Record<string, string>): Promise<boolean> {
  const cookies = Object.entries(cookiesOf(new URL(apache.url).host)).map(([name, value]) => `${name}=${value}`)
  const answer = await fetch(`${apache.url}/saml/`, { redirect: 'manual', headers: { cookie: cookies.join('; ') } })
  return answer.status === 200
}

test('mod_auth_openidc lets molly in by OpenID Connect, with her groups', async () => {
  const { open } = walkAs(origin, await world.signIn('molly'))
  const { response, text } = await open(`${apache.url}/oidc/`)
  expect([response.status, text]).toEqual([200, 'inside oidc\n'])
  expect(response.headers.get('x-user')).toMatch(/^[\w-]{27}/)
  expect(response.headers.get('x-mail')).toBe('molly@acme.example')
  expect(response.headers.get('x-groups')).toBe('sales')
  // Apps that never ask userinfo find the same in the ID token.
  const token = JSON.parse(response.headers.get('x-id-token') ?? '{}')
  expect(token).toMatchObject({ email: 'molly@acme.example', groups: ['sales'] })
})

test.each(['saml', 'oidc'])('leo, who has no such app, is stopped on the way to /%s', async (kind) => {
  const { response, text } = await walkAs(origin, await world.signIn('leo')).open(`${apache.url}/${kind}/`)
  expect(response.status).toBe(403)
  expect(text).toContain('You have no access to this app now')
})

test.each(['saml', 'oidc'])('a stranger on the way to /%s is asked to sign in', async (kind) => {
  const { url } = await walkAs(origin, null).open(`${apache.url}/${kind}/`)
  expect([url.origin, url.pathname]).toEqual([origin, '/sign-in'])
  expect(url.searchParams.get('continue')).toMatch(/^[0-9a-f-]{36}$/)
})
