import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing-app.ts'
import { follow, openTestRp, redirectUri } from './testing-rp.ts'

/** Apps that send the browser here by a form, as Core §3.1.2.1 and RP-Initiated Logout §2 let them. */
let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world.close())

const post = (form: Record<string, string>, url = '/oidc/auth') =>
  world.server.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: String(new URLSearchParams(form)),
  })

test('a form from another site, which brings no cookies, goes on by its address, where they are', async () => {
  const rp = await openTestRp(world, { requirePkce: false })
  const asked = { client_id: rp.clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid' }
  const sent = await post({ ...asked, state: 'a b&c=d' })
  expect(sent.statusCode).toBe(303)
  expect(sent.headers['cache-control']).toBe('no-store')
  const { location } = await follow(world, String(sent.headers.location), await world.signIn('molly'))
  expect(location?.searchParams.get('code')).toMatch(/./)
  expect(location?.searchParams.get('state')).toBe('a b&c=d')
})

test('a sign-out sent by a form is asked about as one by address, of whoever is signed in', async () => {
  const rp = await openTestRp(world)
  const sent = await post({ client_id: rp.clientId, state: 'a b' }, '/oidc/session/end')
  expect([sent.statusCode, sent.headers.location]).toEqual([
    303,
    `/oidc/session/end?client_id=${rp.clientId}&state=a+b`,
  ])
  const page = await world.server.inject({ url: String(sent.headers.location) })
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')])
})

test('what it sends stays within our address, and one that is too long is refused in words', async () => {
  const sent = await post({ '//evil.example/': '#' })
  expect(sent.headers.location).toBe('/oidc/auth?%2F%2Fevil.example%2F=%23')
  const other = { method: 'POST', url: '/oidc/auth', payload: { client_id: 'none' } } as const
  expect((await world.server.inject(other)).headers.location).toBe('/oidc/auth?')
  const refused = await post({ state: 'x'.repeat(9000) })
  expect(refused.statusCode).toBe(413)
  expect(refused.headers['content-type']).toContain('text/html')
})
