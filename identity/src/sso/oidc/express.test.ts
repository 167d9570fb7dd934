import { type ExpressApp, expressAppAddresses, startExpressApp } from '@hallpass/counterparts/express-app'
import { freePort } from '@hallpass/counterparts/free-port'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../testing-app.ts'
import { openListeningApp, type Walk, walkAs } from '../sign-on/testing-walk.ts'
import { openTestRp } from './testing-rp.ts'

let world: Awaited<ReturnType<typeof openListeningApp>>
let app: ExpressApp
beforeAll(async () => {
  world = await openListeningApp()
  const port = await freePort()
  const { redirectUri, postLogoutRedirectUri, backchannelLogoutUri } = expressAppAddresses(port)
  const rp = await openTestRp(world, {
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [postLogoutRedirectUri],
    backchannelLogoutUri,
    signing: 'RS256',
    // The library sends no challenge unless it is told to keep one (its own check is the nonce).
    requirePkce: false,
  })
  app = await startExpressApp({ port, issuer: `${world.origin}/oidc`, clientId: rp.clientId, clientSecret: rp.secret })
})
afterAll(async () => {
  await app?.stop()
  await world?.close()
})

async function signedOn(): Promise<{ molly: Caller; walk: Walk }> {
  const molly = await world.signIn('molly')
  const walk = walkAs(world.origin, molly)
  await walk.open(app.loginUrl)
  return { molly, walk }
}
const userIn = async (walk: Walk) => JSON.parse((await walk.open(`${app.url}/`)).text).user
const isSignedIn = async (caller: Caller) =>
  (await world.server.inject({ url: '/api/session', headers: caller.headers })).json().person !== null

test('molly signs on to an Express app, which checks her ID token and reads who she is', async () => {
  const { walk } = await signedOn()
  expect(await userIn(walk)).toMatchObject({ email: 'molly@acme.example', groups: ['sales'] })
})

test('signing out of the app signs her out here as well, once she says so, and brings her back to the app', async () => {
  const { molly, walk } = await signedOn()
  const asked = await walk.open(app.logoutUrl)
  expect([asked.url.pathname, asked.response.status]).toEqual(['/oidc/session/end', 200])
  expect(asked.text).toContain('The app asks to sign you out here as well.')
  expect(await userIn(walk)).toBeNull()
  expect(await isSignedIn(molly)).toBe(true)
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)?.[1] ?? ''
  const logout = /value="([^"]+)" name="logout"/.exec(asked.text)?.[1] ?? ''
  const back = await walk.open(`${world.origin}/oidc/session/end/confirm`, { xsrf, logout })
  expect(back.url.href).toBe(`${app.url}/`)
  expect(await isSignedIn(molly)).toBe(false)
  const { rows } = await world.owner.query(
    `select p.value from audit_entries e join audit_personal p on p.entry_id = e.id
     where e.body->>'action' = 'session.ended' and e.body->'subjects'->>'sessionId' = $1 and p.name like '%address%'`,
    [molly.sessionId],
  )
  expect(rows).toEqual([{ value: '127.0.0.1' }])
})

test('staying signed in leaves our session as it is', async () => {
  const { molly, walk } = await signedOn()
  const asked = await walk.open(app.logoutUrl)
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)?.[1] ?? ''
  await walk.open(`${world.origin}/oidc/session/end/confirm`, { xsrf })
  expect(await isSignedIn(molly)).toBe(true)
})

test('a link from anywhere signs nobody out: whoever is signed in here is asked, whether or not an app was opened', async () => {
  const molly = await world.signIn('molly')
  const walk = walkAs(world.origin, molly)
  const asked = await walk.open(`${world.origin}/oidc/session/end`)
  expect([asked.url.pathname, asked.response.status]).toEqual(['/oidc/session/end', 200])
  expect(await isSignedIn(molly)).toBe(true)
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)?.[1] ?? ''
  // The word that the library sends by itself.
  await walk.open(`${world.origin}/oidc/session/end/confirm`, { xsrf, logout: 'yes' })
  expect(await isSignedIn(molly)).toBe(true)
  const again = await walk.open(`${world.origin}/oidc/session/end`)
  const form = { xsrf: /name="xsrf" value="([^"]+)"/.exec(again.text)?.[1] ?? '', logout: 'here' }
  await walk.open(`${world.origin}/oidc/session/end/confirm`, form)
  expect(await isSignedIn(molly)).toBe(false)
})

test('when her session here ends, the app believes the logout token and lets her in no more', async () => {
  const { molly, walk } = await signedOn()
  await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: molly.headers })
  await world.platform.jobs.runUntilIdle()
  expect(await userIn(walk)).toBeNull()
})

test('pages that send a form by themselves may run the script that does it', async () => {
  const page = await fetch(`${world.origin}/oidc/session/end`)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(await page.text()).toContain('document.forms[0].submit()')
  expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'/)
})
