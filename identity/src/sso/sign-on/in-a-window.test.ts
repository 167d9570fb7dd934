import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing-app.ts'

/** Apps that open their sign-on in a window of its own hear the answer from it, as long as no page cuts it off. */
let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world?.close())

/** Of what waits. */
const id = '01890a5d-ac96-774b-bcce-b302099a8057'

const policyOf = async (url: string) =>
  (await world.server.inject({ url, headers: { accept: 'text/html' } })).headers['cross-origin-opener-policy']

test('no page between an app and its answer cuts the window off from who opened it', async () => {
  for (const url of ['/oidc/auth?client_id=x', '/oidc/session/end', '/oidc/interaction/x', '/saml/sso', '/continue/x'])
    expect([url, await policyOf(url)]).toEqual([url, 'unsafe-none'])
  for (const url of [`/sign-in?continue=${id}`, `/confirm?app=x&continue=${id}`, `/enrol?continue=${id}&again=1`])
    expect([url, await policyOf(url)]).toEqual([url, 'unsafe-none'])
})

test('all others do', async () => {
  for (const url of [
    '/',
    '/apps',
    '/sign-in-elsewhere',
    '/sign-in',
    `/sign-in?x=continue=${id}`,
    // Nothing waits under these.
    '/sign-in?continue=x',
    '/sign-in?x=1&continue=',
    `/sign-in?continue=${id}0`,
    '/confirm?app=x',
    '/enrol',
    '/api/session',
    '/oidcs',
  ])
    expect([url, await policyOf(url)]).toEqual([url, 'same-origin'])
})
