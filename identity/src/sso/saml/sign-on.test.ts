import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing-app.ts'
import { formIn, openTestSp, setClock, signOn, type TestSp, visit } from './testing-sp.ts'

let world: TestApp
let sp: TestSp
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
  sp = await openTestSp(world)
})
afterAll(() => world.close())

const consume = async (sp: TestSp, fields: Record<string, string> | undefined) =>
  (await sp.saml.validatePostResponseAsync({ SAMLResponse: fields?.SAMLResponse ?? '' })).profile

test('molly is signed on to an app that asked for her, with what its administrator chose to tell', async () => {
  const molly = await world.signIn('molly')
  const page = await signOn(world, molly, await sp.request('where-she-was'))
  expect(page.form?.action).toBe('https://sp.example/acs')
  expect(page.form?.fields.RelayState).toBe('where-she-was')
  const profile = await consume(sp, page.form?.fields)
  expect(profile).toMatchObject({ nameID: 'molly@acme.example', email: 'molly@acme.example' })
  expect(profile?.attributes).toMatchObject({ displayName: 'molly Acme', groups: ['sales', 'staff'] })
})

test('a stranger signs in first, and the request waits for them', async () => {
  const received = await visit(world, await sp.request())
  expect(received.status).toBe(302)
  const asked = await visit(world, received.location ?? '')
  expect(asked.location).toBe(`/sign-in?continue=${received.location?.split('/').at(-1)}`)
  const answered = await visit(world, received.location ?? '', await world.signIn('molly'))
  expect((await consume(sp, answered.form?.fields))?.nameID).toBe('molly@acme.example')
})

test('a request is answered once', async () => {
  const molly = await world.signIn('molly')
  const received = await visit(world, await sp.request(), molly)
  expect((await visit(world, received.location ?? '', molly)).form).not.toBeNull()
  expect(await visit(world, received.location ?? '', molly)).toMatchObject({ status: 404, form: null })
})

test('somebody without access is refused here, even if the app would let them in', async () => {
  const page = await signOn(world, await world.signIn('leo'), await sp.request())
  expect(page).toMatchObject({ status: 403, form: null })
  expect(page.text).toContain('You have no access to this app now')
  expect(page.text).toContain('Reference for the people who look after it')
})

test('whoever is disabled gets no assertion from that moment on', async () => {
  const molly = await world.signIn('molly')
  const received = await visit(world, await sp.request(), molly)
  const { connector, ref } = await world.app.directory.connectorOf(world.app.foundation.db, molly.personId)
  await connector.accounts?.disable(ref)
  await world.app.directory.refresh(molly.personId)
  const page = await visit(world, received.location ?? '', molly)
  expect(page.form).toBeNull()
  expect(page.location).toMatch(/^\/sign-in/)
  await connector.accounts?.enable(ref)
  await world.app.directory.refresh(molly.personId)
})

test('an app that may show nothing to the person is told that nobody is signed in', async () => {
  const passive = await openTestSp(world, { entityId: 'https://passive.example' }, { passive: true })
  const received = await visit(world, await passive.request())
  const page = await visit(world, received.location ?? '')
  const xml = Buffer.from(page.form?.fields.SAMLResponse ?? '', 'base64').toString()
  expect(xml).toContain('urn:oasis:names:tc:SAML:2.0:status:NoPassive')
  expect(xml).not.toContain('Assertion')
})

test('an app that wants a fresh proof does not get an old one', async () => {
  const strict = await openTestSp(world, { entityId: 'https://strict.example' }, { forceAuthn: true })
  const before = await world.signIn('molly')
  world.platform.clock.advance(1000)
  const received = await visit(world, await strict.request(), before)
  expect((await visit(world, received.location ?? '', before)).location).toMatch(/\/sign-in\?continue=.*&again=1$/)
  world.platform.clock.advance(1000)
  const page = await visit(world, received.location ?? '', await world.signIn('molly'))
  expect(page.form).not.toBeNull()
})

test('the persistent name is opaque, stays, and is another one for each app', async () => {
  const names: (string | undefined)[] = []
  for (const entityId of ['https://one.example', 'https://two.example']) {
    const each = await openTestSp(world, { entityId, nameIdFormat: 'persistent' }, { identifierFormat: null })
    for (let turn = 0; turn < 2; turn++) {
      const page = await signOn(world, await world.signIn('molly'), await each.request())
      names.push((await consume(each, page.form?.fields))?.nameID)
    }
  }
  expect(names[0]).toMatch(/^[\w-]{27}$/)
  expect(names[1]).toBe(names[0])
  expect(names[3]).toBe(names[2])
  expect(names[2]).not.toBe(names[0])
})

test('an encrypted assertion is read by its app alone', async () => {
  const decryption = await openTestSp(world, { entityId: 'https://decoy.example' })
  const pem = decryption.key.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  const encryption = { certificate: decryption.key.certificate, keyWrap: 'rsa-oaep-mgf1p' as const }
  const sealed = await openTestSp(world, { entityId: 'https://sealed.example', encryption }, { decryptionPvk: pem })
  const page = await signOn(world, await world.signIn('molly'), await sealed.request())
  const xml = Buffer.from(page.form?.fields.SAMLResponse ?? '', 'base64').toString()
  expect(xml).not.toContain('molly')
  expect((await consume(sealed, page.form?.fields))?.nameID).toBe('molly@acme.example')
})

test('sign-on starts here only for apps that are opened for it, and only by our own page', async () => {
  const url = (id: string) => `/api/apps/${id}/saml/start`
  const molly = await world.signIn('molly')
  const start = (id: string, headers = molly.headers, body = {}) =>
    world.server.inject({ method: 'POST', url: url(id), headers, payload: body })
  expect((await start(sp.appId)).json().code).toBe('starts_at_app')
  const entityId = 'https://open.example'
  const open = await openTestSp(world, { entityId, idpInitiated: true, relayStates: ['home'] })
  expect((await start(open.appId, { cookie: molly.headers.cookie ?? '' })).json().code).toBe('csrf_failed')
  expect((await start(open.appId, molly.headers, { relayState: '//evil' })).statusCode).toBe(400)
  const { fields } = (await start(open.appId)).json() as { fields: { name: string; value: string }[] }
  const given = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  expect(given.RelayState).toBe('home')
  expect((await consume(open, given))?.nameID).toBe('molly@acme.example')
})

test('the tile of such an app starts here: by itself after a click on our page, by a button for whoever was led here', async () => {
  const molly = await world.signIn('molly')
  const entityId = 'https://tile.example'
  const open = await openTestSp(world, { entityId, idpInitiated: true, relayStates: ['home'] })
  const tile = (site: string) =>
    world.server.inject({ url: `/launch/${open.appId}`, headers: { ...molly.headers, 'sec-fetch-site': site } })
  const ours = await tile('same-origin')
  const foreign = await tile('cross-site')
  expect([ours.statusCode, ours.headers['cache-control'], ours.body.includes('<script')]).toEqual([
    200,
    'no-store',
    true,
  ])
  expect([foreign.statusCode, foreign.body.includes('<script'), foreign.body.includes('<button')]).toEqual([
    200,
    false,
    true,
  ])
  const token = /name="token" value="([^"]+)"/.exec(foreign.body)?.[1] ?? ''
  const send = (payload: string, headers: Record<string, string> = {}) =>
    world.server.inject({
      method: 'POST',
      url: `/launch/${open.appId}`,
      headers: {
        cookie: molly.headers.cookie ?? '',
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'text/html',
        origin: 'null',
        ...headers,
      },
      payload,
    })
  expect((await send(`token=${token}`, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await send('token=made-up')).statusCode).toBe(403)
  expect((await send('')).statusCode).toBe(400)
  const stranger = await send(`token=${token}`, { cookie: '' })
  expect([stranger.statusCode, stranger.body.includes('This page is out of date')]).toEqual([403, true])
  const leo = await world.signIn('leo')
  expect((await send(`token=${token}`, { cookie: leo.headers.cookie ?? '' })).statusCode).toBe(403)
  const form = formIn((await send(`token=${token}`, { 'sec-fetch-site': 'same-origin' })).body)
  expect(form?.fields.RelayState).toBe('home')
  expect((await consume(open, form?.fields))?.nameID).toBe('molly@acme.example')
  const { items } = (await world.server.inject({ url: '/api/my-apps', headers: molly.headers })).json()
  expect(items.find(({ app }: { app: { id: string } }) => app.id === open.appId).launch).toBe(`/launch/${open.appId}`)
})
