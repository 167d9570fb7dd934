import type { AddressInfo } from 'node:net'
import { type Apache, type Reserved, reserveApache, startApache } from '@hallpass/counterparts/apache'
import { freePort } from '@hallpass/counterparts/free-port'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, openTestApp, type TestApp } from '../../testing-app.ts'
import { openTestRp } from '../oidc/testing-rp.ts'
import { newSettings, suggestSettings } from '../saml/from-metadata.ts'
import { readMetadata } from '../saml/read-metadata.ts'
import { openTestSp } from '../saml/testing-sp.ts'

let world: TestApp
let apache: Apache
let reserved: Reserved
let origin: string
beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  world = await openTestApp({ HALLPASS_PUBLIC_URL: origin })
  world.platform.clock.advance(Date.now() - world.platform.clock.now().getTime())
  await world.server.listen({ port, host: '127.0.0.1' })
  expect((world.server.server.address() as AddressInfo).port).toBe(port)
  reserved = await reserveApache()
  await openTestSp(world, suggestSettings(readMetadata(reserved.spMetadata), newSettings))
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

/** A browser without a window: keeps cookies per host, follows redirects, sends the forms that pages send by themselves. */
function browser(caller: Caller | null) {
  const cookies = new Map<string, string>()
  const key = (url: URL, name: string) => `${url.host} ${name}`
  return async function open(address: string): Promise<{ url: URL; response: Response; text: string }> {
    let url = new URL(address)
    let body: URLSearchParams | undefined
    for (let hop = 0; hop < 15; hop++) {
      const own = [...cookies].filter(([name]) => name.startsWith(`${url.host} `))
      const sent = own.map(([name, value]) => `${name.split(' ')[1]}=${value}`)
      // A form from another site carries no cookies of ours: SameSite=Lax.
      if (caller && url.origin === origin && !body) sent.push(caller.headers.cookie ?? '')
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: sent.join('; '), accept: 'text/html' },
        ...(body ? { method: 'POST', body } : {}),
      })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        cookies.set(key(url, pair.slice(0, pair.indexOf('='))), pair.slice(pair.indexOf('=') + 1))
      }
      const to = response.headers.get('location')
      const text = await response.text()
      body = undefined
      if (to !== null) {
        url = new URL(to, url)
        continue
      }
      const action = /<form method="post" action="([^"]*)" id="to-app"/.exec(text)?.[1]
      if (action === undefined) return { url, response, text }
      const inputs = [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
      body = new URLSearchParams(
        Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')])),
      )
      url = new URL(action.replaceAll('&amp;', '&'))
    }
    throw new Error('sent round in circles')
  }
}

test('mod_auth_mellon lets molly in by SAML, with her groups', async () => {
  const open = browser(await world.signIn('molly'))
  const { url, response, text } = await open(`${apache.url}/saml/`)
  expect([url.pathname, response.status, text]).toEqual(['/saml/', 200, 'inside saml\n'])
  expect(response.headers.get('x-user')).toBe('molly@acme.example')
  expect(response.headers.get('x-groups')).toBe('sales;staff')
})

test('single logout from the app ends her session here, and the app forgets her', async () => {
  const molly = await world.signIn('molly')
  const open = browser(molly)
  await open(`${apache.url}/saml/`)
  await open(`${apache.url}/saml/endpoint/logout?ReturnTo=${encodeURIComponent(`${apache.url}/`)}`)
  const session = await world.server.inject({ url: '/api/session', headers: molly.headers })
  expect(session.json().person).toBeNull()
  const { url } = await open(`${apache.url}/saml/`)
  expect(url.pathname).toBe('/sign-in')
})

test('mod_auth_openidc lets molly in by OpenID Connect, with her groups', async () => {
  const open = browser(await world.signIn('molly'))
  const { response, text } = await open(`${apache.url}/oidc/`)
  expect([response.status, text]).toEqual([200, 'inside oidc\n'])
  expect(response.headers.get('x-user')).toMatch(/^[\w-]{27}/)
  expect(response.headers.get('x-mail')).toBe('molly@acme.example')
  expect(response.headers.get('x-groups')).toBe('sales')
})

test.each(['saml', 'oidc'])('leo, who has no such app, is stopped on the way to /%s', async (kind) => {
  const { response, text } = await browser(await world.signIn('leo'))(`${apache.url}/${kind}/`)
  expect(response.status).toBe(403)
  expect(text).toContain('You have no access to this app now')
})

test.each(['saml', 'oidc'])('a stranger on the way to /%s is asked to sign in', async (kind) => {
  const { url } = await browser(null)(`${apache.url}/${kind}/`)
  expect([url.origin, url.pathname]).toEqual([origin, '/sign-in'])
  expect(url.searchParams.get('continue')).toMatch(/^[0-9a-f-]{36}$/)
})
