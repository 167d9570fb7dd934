import { inflateRawSync } from 'node:zlib'
import type { SamlSettings } from '@hallpass/contract/saml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, openTestApp, type TestApp } from '../../testing-app.ts'
import { openTestSp, setClock, signOn, type TestSp, visit } from './testing-sp.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
})
afterAll(() => world.close())

let apps = 0
const openSp = (changes: Partial<SamlSettings> = {}) =>
  openTestSp(world, { entityId: `https://sp-${++apps}.example`, ...changes }, { identifierFormat: null })

/** Signs on and answers what the app keeps of it. */
async function profileOf(sp: TestSp, caller: Caller) {
  const page = await signOn(world, caller, await sp.request())
  const { profile } = await sp.saml.validatePostResponseAsync({ SAMLResponse: page.form?.fields.SAMLResponse ?? '' })
  return profile as NonNullable<typeof profile>
}

/** What the app is answered when it signs out whom it knows like this. */
async function signOut(sp: TestSp, profile: Awaited<ReturnType<typeof profileOf>>): Promise<string[]> {
  const url = new URL(await sp.saml.getLogoutUrlAsync(profile, '', {}))
  const { location, text } = await visit(world, url.pathname + url.search)
  expect(location, text).toContain('SAMLResponse=')
  const answer = new URL(location ?? '').searchParams.get('SAMLResponse') ?? ''
  const xml = inflateRawSync(Buffer.from(answer, 'base64')).toString()
  return [...xml.matchAll(/StatusCode Value="[^"]*:([^":]+)"/g)].map(([, code = '']) => code)
}
const isIn = async ({ headers }: Caller): Promise<boolean> =>
  (await world.server.inject({ url: '/api/session', headers })).json().person !== null

test.each(['emailAddress', 'transient', 'persistent'] as const)(
  'signed on twice, an app signs out by what it kept of the first time: name %s',
  async (nameIdFormat) => {
    const sp = await openSp({ nameIdFormat })
    const [molly, elsewhere] = [await world.signIn('molly'), await world.signIn('molly')]
    const first = await profileOf(sp, molly)
    const second = await profileOf(sp, molly)
    const other = await profileOf(sp, elsewhere)
    expect([second.nameID, second.sessionIndex]).toEqual([first.nameID, first.sessionIndex])
    expect(other.sessionIndex).not.toBe(first.sessionIndex)
    expect(await signOut(sp, first)).toEqual(['Success'])
    expect([await isIn(molly), await isIn(elsewhere)]).toEqual([false, true])
  },
)

test('two tabs at once are one session of the app', async () => {
  const sp = await openSp()
  const molly = await world.signIn('molly')
  const [one, other] = await Promise.all([profileOf(sp, molly), profileOf(sp, molly)])
  expect(one.sessionIndex).toBe(other.sessionIndex)
})

test('an app that takes no sign-outs leaves the logout of another one partial', async () => {
  const [deaf, sp] = [await openSp({ slo: null }), await openSp()]
  const molly = await world.signIn('molly')
  await profileOf(deaf, molly)
  expect(await signOut(sp, await profileOf(sp, molly))).toEqual(['Success', 'PartialLogout'])
  expect(await isIn(molly)).toBe(false)
})

test('a name that the app was never told ends nothing, and it learns so', async () => {
  const sp = await openSp()
  const molly = await world.signIn('molly')
  const profile = await profileOf(sp, molly)
  const unknown = ['Requester', 'UnknownPrincipal']
  expect(await signOut(sp, { ...profile, nameID: 'nobody@acme.example' })).toEqual(unknown)
  expect(await signOut(sp, { ...profile, sessionIndex: '_made-up' })).toEqual(unknown)
  expect(await isIn(molly)).toBe(true)
})
