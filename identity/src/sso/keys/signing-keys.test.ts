import type { SignOnKeys } from '@hallpass/contract/sign-on-keys'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { openTestSp, setClock } from '../saml/testing-sp.ts'
import { newSigningCertificate } from './certificate.ts'

let world: TestApp
let ivan: Caller
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
  ivan = await world.signIn('ivan')
})
afterAll(() => world?.close())

async function call(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, caller = ivan) {
  const answer = await world.server.inject({ method, url, headers: caller.headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

const keys = async (): Promise<SignOnKeys> => (await call('GET', '/api/sign-on-keys')).body
const idOf = (all: SignOnKeys, state: string, use = 'saml') =>
  all.items.filter((key) => key.use === use && key.state === state).map(({ id }) => id)
const rotate = (body: object, caller = ivan) => call('POST', '/api/sign-on-keys/rotate', body, caller)
const putBack = (use = 'saml') => call('POST', '/api/sign-on-keys/put-back', { use })

async function trail(action: string): Promise<Record<string, unknown>[]> {
  const { rows } = await world.owner.query(
    "select body -> 'after' as after from audit_entries where action = $1 order by at, seq",
    [action],
  )
  return rows.map((row) => row.after)
}

const mails = (kind: string) => world.platform.mailbox.filter((mail) => mail.kind === kind)

test('who sets an app up has the certificate in use; a later one is noted as it is given, and taken back', async () => {
  const app = await world.app.access.addApp({ name: 'Wiki', addresses: {} }, operator)
  const { body: suggested } = await call('POST', `/api/apps/${app.id}/saml/from-metadata`, {
    xml: `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://wiki.example"><SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><AssertionConsumerService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://wiki.example/acs"/></SPSSODescriptor></EntityDescriptor>`,
  })
  const settings = { ...suggested, nameId: '{login}' }
  expect((await call('PUT', `/api/apps/${app.id}/saml`, { version: 0, settings })).status).toBe(200)
  const before = await keys()
  const held = (all: SignOnKeys) => all.samlApps.find(({ id }) => id === app.id)?.holds.map(({ keyId }) => keyId)
  const [current] = idOf(before, 'current')
  const [next] = idOf(before, 'next')
  expect(held(before)).toEqual([current])
  const note = (isGiven: boolean) => call('PUT', `/api/apps/${app.id}/saml/certificate`, { keyId: next, isGiven })
  expect(held((await note(true)).body)).toEqual([current, next])
  await note(true)
  expect(held((await note(false)).body)).toEqual([current])
  expect(await trail('app.saml_certificate_noted')).toEqual([
    { keyId: next, isGiven: true },
    { keyId: next, isGiven: false },
  ])
  const unknown = { keyId: world.id.molly, isGiven: true }
  expect((await call('PUT', `/api/apps/${app.id}/saml/certificate`, unknown)).body.code).toBe('key_gone')
})

test('a rotation that came too early is put back, and what signs is what signed before', async () => {
  const before = await keys()
  const rotated = (await rotate({ use: 'saml', nextIds: idOf(before, 'next') })).body
  expect(idOf(rotated, 'current')).toEqual(idOf(before, 'next'))
  const back = (await putBack()).body
  expect([idOf(back, 'current'), idOf(back, 'next'), idOf(back, 'previous')]).toEqual([
    idOf(before, 'current'),
    idOf(before, 'next'),
    [],
  ])
  expect(await putBack()).toMatchObject({ status: 409, body: { code: 'no_key_before' } })
  await world.platform.jobs.runUntilIdle()
  expect(mails('sign_on_keys_changed')).toHaveLength(2)
  expect(mails('sign_on_keys_changed')[0]?.text).toContain('refuse everybody until they are')
})

test('two administrators who press at once move on by one', async () => {
  const nextIds = idOf(await keys(), 'next', 'oidc')
  const answers = await Promise.all([rotate({ use: 'oidc', nextIds }), rotate({ use: 'oidc', nextIds })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(idOf(await keys(), 'current', 'oidc').sort()).toEqual(nextIds.sort())
})

test('whoever proved long ago who they are moves no key', async () => {
  const caller = await world.signIn('ivan')
  world.platform.clock.advance(16 * 60_000)
  const refused = await rotate({ use: 'saml' }, caller)
  expect(refused).toMatchObject({ status: 401, body: { code: 'insufficient_user_authentication' } })
  ivan = await world.signIn('ivan')
})

test('a certificate that follows outlives the one that it follows', async () => {
  const { items } = await keys()
  const end = (state: string) =>
    Date.parse(items.find((key) => key.use === 'saml' && key.state === state)?.expiresAt ?? '')
  expect(end('next') - end('current')).toBeGreaterThan(365 * 86_400_000)
})

test('administrators are told once for each step before a certificate ends, ours or that of an app, all in one mail', async () => {
  const own = Date.parse(
    (await keys()).items.find((key) => key.use === 'saml' && key.state === 'current')?.expiresAt ?? '',
  )
  const day = 86_400_000
  const { clock, jobs } = world.platform
  const sweepAt = async (time: number) => {
    clock.advance(time - clock.now().getTime())
    await jobs.runSweep('sso.warn-of-certificates')
    await jobs.runUntilIdle()
    return mails('certificate_expiry').length
  }
  const theirs = await newSigningCertificate({
    commonName: 'sp',
    notBefore: new Date(own - 90 * day),
    notAfter: new Date(own + 10 * day),
    serialNumber: '02',
  })
  await openTestSp(world, { signingCertificates: [theirs.certificate] })
  expect(await sweepAt(own - 61 * day)).toBe(0)
  expect(await sweepAt(own - 59.5 * day)).toBe(1)
  const [mail] = mails('certificate_expiry')
  expect(mail).toMatchObject({ to: 'ivan@acme.example', subject: 'A certificate of single sign-on ends in 60 days' })
  expect(mail?.text).toContain('/admin/sign-on?tab=keys')
  expect(await sweepAt(own - 59 * day)).toBe(1)
  // The service stood still past a step: the nearest one only.
  expect(await sweepAt(own - 13.5 * day)).toBe(2)
  const both = mails('certificate_expiry')[1]
  expect(both?.subject).toBe('Certificates of single sign-on end, the first in 14 days')
  expect(both?.text).toMatch(/signs people on to SAML apps ends on .*, in 14 days/)
  expect(both?.text).toMatch(/SAML app .*: the certificate that checks what the app signs ends on .*, in 24 days/)
  expect(await sweepAt(own - 6.5 * day)).toBe(3)
  expect(await sweepAt(own - 0.5 * day)).toBe(4)
  expect(mails('certificate_expiry')[3]?.subject).toContain('the first in 1 day')
  expect(await sweepAt(own + day)).toBe(4)
  expect((await trail('certificate.expiry_told')).map(({ days }) => days)).toEqual([60, 14, 30, 7, 1, 14])
})

test('a certificate that follows and would end within a year is made anew', async () => {
  ivan = await world.signIn('ivan')
  const before = await keys()
  const [next] = idOf(before, 'next')
  const end = Date.parse(before.items.find(({ id }) => id === next)?.expiresAt ?? '')
  const { clock, jobs } = world.platform
  clock.advance(end - 300 * 86_400_000 - clock.now().getTime())
  ivan = await world.signIn('ivan')
  const appId = before.samlApps[0]?.id
  const note = (isGiven: boolean) => call('PUT', `/api/apps/${appId}/saml/certificate`, { keyId: next, isGiven })
  expect((await note(true)).status).toBe(200)
  await jobs.runSweep('sso.warn-of-certificates')
  expect(idOf(await keys(), 'next'), 'an app has it').toContain(next)
  await note(false)
  await jobs.runSweep('sso.warn-of-certificates')
  const after = await keys()
  expect(idOf(after, 'next')).not.toContain(next)
  expect(idOf(after, 'current')).toEqual(idOf(before, 'current'))
  expect(await trail('sign_on_keys.next_renewed')).toHaveLength(1)
})

test('keys that could not be read for a moment keep nobody from signing on after it', async () => {
  ivan = await world.signIn('ivan')
  const published = async () => (await world.server.inject('/oidc/jwks')).statusCode
  expect((await rotate({ use: 'oidc' })).status).toBe(200)
  await world.owner.query('alter table sign_on_keys rename column sealed_key to out_of_reach')
  expect(await published()).toBe(500)
  await world.owner.query('alter table sign_on_keys rename column out_of_reach to sealed_key')
  expect(await published()).toBe(200)
})

test('a certificate that goes while it is noted is named as gone', async () => {
  const before = await keys()
  const [keyId] = idOf(before, 'next')
  await world.owner.query('begin')
  await world.owner.query('delete from sign_on_keys where id = $1', [keyId])
  const noting = call('PUT', `/api/apps/${before.samlApps[0]?.id}/saml/certificate`, { keyId, isGiven: true })
  const isWaiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  await expect.poll(async () => (await world.owner.query(isWaiting)).rows.length).toBe(1)
  await world.owner.query('commit')
  expect(await noting).toMatchObject({ status: 409, body: { code: 'key_gone' } })
})
