import type { OidcSettings } from '@hallpass/contract/oidc'
import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller, openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { openTestRp, redirectUri, type TestRp } from '../oidc/testing-rp.ts'
import { openRpClient, type RpClient } from '../oidc/testing-sign-on.ts'
import { tryPolicy } from '../try-policy.ts'

/** How an app signs people on is changed in sight, and nobody makes themselves somebody else there (security C.19). */
let world: TestApp
let rpClient: RpClient
let ivan: Caller
let diana: Caller
let rp: TestRp
let isSecondThere = false
beforeAll(async () => {
  world = await openTestApp()
  world.platform.clock.advance(Date.now() - world.platform.clock.now().getTime())
  rpClient = await openRpClient(world)
})
afterAll(() => world?.close())
beforeEach(async () => {
  rp = await openTestRp(world, {}, { signOn: 'https://rp.example/' })
  for (const personId of [world.id.ivan, world.id.diana]) await grant(personId, rp.roleId)
  if (isSecondThere) await renew()
})

async function grant(personId: string, roleId: string) {
  const { access, foundation } = world.app
  const evidence = { source: 'operator' as const, approvals: [] }
  const input = { personId, roleId, requestId: null, reason: 'test', durationDays: null, evidence }
  await foundation.db.transaction(async (tx) =>
    access.startGrant(tx, (await access.grantRole(tx, input, operator)).grantId),
  )
}
async function renew() {
  ivan = await world.signIn('ivan')
  diana = await world.signIn('diana')
}

async function call(caller: Caller, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, payload?: object) {
  const url = `/api/apps/${rp.appId}/${path}`
  const headers = { ...caller.headers, ...(payload ? { 'content-type': 'application/json' } : {}) }
  const answer = await world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  expect([path, answer.statusCode < 300, answer.body]).toEqual([path, true, expect.any(String)])
  return answer.body === '' ? null : answer.json()
}
async function save(caller: Caller, changes: Partial<OidcSettings>) {
  const { version, settings } = await call(caller, 'GET', 'oidc')
  await call(caller, 'PUT', 'oidc', { version, settings: { ...settings, ...changes } })
}
async function mails() {
  await world.platform.jobs.runUntilIdle()
  return world.platform.mailbox.splice(0).filter(({ kind }) => kind === 'app_sign_on_changed')
}
const launch = (caller: Caller, language = 'en') =>
  world.server.inject({
    url: `/launch/${rp.appId}`,
    headers: { ...caller.headers, accept: 'text/html', 'accept-language': language },
  })
const asBoss = { claims: [{ name: 'email' as const, value: 'diana@acme.example' }] }

test('where there is no other administrator, whoever says who people are waits for a day', async () => {
  ivan = await world.signIn('ivan')
  await mails()
  await save(ivan, asBoss)
  const [mail] = await mails()
  expect(mail?.text).toContain('ivan Acme is not signed on there for a day.')
  expect((await launch(ivan)).statusCode).toBe(403)
  world.platform.clock.advance(23 * 3_600_000)
  await world.platform.jobs.runSweep('sso.settle-sole-author')
  ivan = await world.signIn('ivan')
  expect((await launch(ivan)).statusCode).toBe(403)
  world.platform.clock.advance(2 * 3_600_000)
  await world.platform.jobs.runSweep('sso.settle-sole-author')
  ivan = await world.signIn('ivan')
  expect((await launch(ivan)).statusCode).toBe(302)
})

test('each change is told to every administrator, in words and without a secret', async () => {
  const roleId = await world.app.foundation.db.transaction((tx) => world.app.access.productRoleId(tx, 'admin'))
  await grant(world.id.diana, roleId)
  isSecondThere = true
  await renew()
  await mails()
  const saml = (await call(ivan, 'GET', 'saml')).suggested ?? {
    entityId: `https://${rp.clientId}.example`,
    acs: [{ url: 'https://rp.example/acs', index: 0, isDefault: true }],
    slo: null,
    soapLogoutUrl: null,
    nameIdFormat: 'persistent',
    nameId: '',
    attributes: [],
    sign: 'both',
    encryption: null,
    requestsSigned: false,
    signingCertificates: [],
    idpInitiated: false,
    relayStates: [],
    clockSkewSeconds: 60,
    sessionMinutes: null,
  }
  const signals = { endpoint: 'https://rp.example/events', audience: 'app', subject: 'email', enabled: true }
  const { secret } = await call(ivan, 'POST', 'oidc/secret?keepHours=0')
  const told: [string, () => Promise<unknown>][] = [
    ['how', () => save(ivan, { refreshTokens: false })],
    ['no longer works', () => call(ivan, 'POST', 'oidc/secret?keepHours=0')],
    ['goes on beside it', () => call(ivan, 'POST', 'oidc/secret?keepHours=1')],
    ['ended the client secret before', () => call(ivan, 'DELETE', 'oidc/secret/before')],
    ['by SAML', () => call(ivan, 'PUT', 'saml', { version: 0, settings: saml })],
    ['removed how', () => call(ivan, 'DELETE', 'saml')],
    [
      'sessions ended',
      () => call(ivan, 'PUT', 'signals', { version: 0, settings: signals, authorization: 'Bearer s' }),
    ],
    ['removed where', () => call(ivan, 'DELETE', 'signals')],
    ['removed how', () => call(ivan, 'DELETE', 'oidc')],
  ]
  await mails()
  for (const [words, change] of told) {
    await change()
    const sent = await mails()
    expect([words, sent.map(({ to }) => to).sort()]).toEqual([words, ['diana@acme.example', 'ivan@acme.example']])
    expect(sent[0]?.text).toContain(words)
    expect(sent[0]?.text).not.toMatch(new RegExp(`Bearer s|${secret}|is not signed on`))
  }
})

test('the first secret of an app ended none before it', async () => {
  await world.owner.query('update oidc_clients set secret_hash = null where app_id = $1', [rp.appId])
  await call(ivan, 'POST', 'oidc/secret')
  expect((await mails())[0]?.text).toContain('made the first client secret')
})

test('its author, and nobody else, waits until another administrator saves what they set', async () => {
  await save(ivan, asBoss)
  expect((await mails())[0]?.text).toContain('is not signed on there until another administrator saves these settings')
  const [held, heldDe] = [await launch(ivan), await launch(ivan, 'de')]
  expect([held.statusCode, held.body]).toEqual([403, expect.stringContaining('another administrator has to save')])
  const tried = await tryPolicy(world.app.sso.deps, { personId: world.id.ivan, appId: rp.appId, address: '192.0.2.1' })
  expect(tried).toMatchObject({ outcome: 'deny', said: { code: 'own_change' }, rule: null, demand: null })
  expect(heldDe.body).toContain('muss jemand anderes aus der Administration')
  const { rows } = await world.owner.query(
    "select body->'after' as after from audit_entries where body->>'action' = 'app.refused'",
  )
  expect(rows.at(-1)?.after).toEqual({ because: 'own_change' })
  expect((await rpClient.signOn(rp, ivan).catch(() => ({ tokens: null }))).tokens).toBeNull()
  expect((await launch(await world.signIn('molly'))).statusCode).toBe(302)
  await save(ivan, { refreshTokens: true })
  expect((await launch(ivan)).statusCode).toBe(403)
  await save(diana, {})
  expect((await launch(ivan)).statusCode).toBe(302)
  expect((await launch(diana)).statusCode).toBe(302)
})

test('what the app holds of the author ends with such a change', async () => {
  const { config, tokens } = await rpClient.signOn(rp, ivan)
  await save(ivan, asBoss)
  const read = client.fetchUserInfo(config, tokens?.access_token ?? '', tokens?.claims()?.sub ?? '')
  await expect(read).rejects.toThrow()
  await expect(client.refreshTokenGrant(config, tokens?.refresh_token ?? '')).rejects.toThrow()
})

test('nor does a token refresh that outlived the session it came of', async () => {
  const { config, tokens } = await rpClient.signOn(rp, ivan)
  await world.owner.query('delete from oidc_participants where person_id = $1', [world.id.ivan])
  await save(ivan, asBoss)
  const refresh = () => client.refreshTokenGrant(config, tokens?.refresh_token ?? '')
  await expect(refresh()).rejects.toThrow()
  await save(diana, {})
  expect((await refresh()).access_token).toEqual(expect.any(String))
})

test('who only names people by their own values, or takes back what they set, waits for nobody', async () => {
  const own = (value: string) => ({ claims: [{ name: 'email' as const, value }] })
  await save(ivan, { ...own('{login|lower}@acme.example'), redirectUris: [redirectUri, 'https://rp.example/two'] })
  expect((await launch(ivan)).statusCode).toBe(302)
  for (const value of ['d{login|suffix:x}', 'admin,{login}', '{mail|prefix:ceo}']) {
    await save(ivan, own(value))
    expect([value, (await launch(ivan)).statusCode]).toEqual([value, 403])
  }
  await save(ivan, own('{login} {mail|upper}'))
  expect((await launch(ivan)).statusCode).toBe(302)
})

test.each(['entitlements', 'groups', 'title', 'department', 'displayName'])(
  'who lets an app know people by their %s, which administrators write, waits',
  async (fact) => {
    await save(ivan, { claims: [{ name: 'groups', value: `{${fact}}` }] })
    expect((await launch(ivan)).statusCode).toBe(302)
    await save(ivan, { claims: [{ name: 'email', value: `{${fact}}` }] })
    expect((await launch(ivan)).statusCode).toBe(403)
  },
)

test('nor is anybody somebody else by a role, in an app that knows people by what roles give', async () => {
  const change = async (caller: Caller, entitlements: string[]) => {
    const url = `/api/roles/${rp.roleId}`
    const { version } = (await world.server.inject({ url, headers: caller.headers })).json()
    const payload = { version, apps: [{ appId: rp.appId, entitlements }] }
    const answer = await world.server.inject({ method: 'PATCH', url, headers: caller.headers, payload })
    expect(answer.statusCode).toBe(200)
  }
  await mails()
  await change(ivan, ['one@acme.example'])
  expect([await mails(), (await launch(ivan)).statusCode]).toEqual([[], 302])
  await save(ivan, { claims: [{ name: 'email', value: '{entitlements}' }] })
  await save(diana, {})
  expect((await launch(ivan)).statusCode).toBe(302)
  await mails()
  await change(ivan, ['diana@acme.example'])
  const [mail] = await mails()
  expect(mail?.text).toMatch(/changed what a role gives in .*is not signed on there until another administrator/)
  expect([(await launch(ivan)).statusCode, (await launch(diana)).statusCode]).toEqual([403, 302])
  await save(diana, {})
  expect((await launch(ivan)).statusCode).toBe(302)
  const payload = { name: `As ${rp.appId}`, apps: [{ appId: rp.appId, entitlements: ['diana@acme.example'] }] }
  const made = await world.server.inject({ method: 'POST', url: '/api/roles', headers: ivan.headers, payload })
  expect([made.statusCode, (await launch(ivan)).statusCode]).toEqual([201, 403])
})

test('saved again as it is while its author waits, the mail says that they still do', async () => {
  await save(ivan, asBoss)
  await mails()
  await save(ivan, { refreshTokens: false })
  expect((await mails())[0]?.text).toContain('is not signed on there until another administrator')
})

test('an app that is taken down and set up anew is no way around it', async () => {
  await save(ivan, asBoss)
  const { settings } = await call(ivan, 'GET', 'oidc')
  await call(ivan, 'DELETE', 'oidc')
  await call(ivan, 'PUT', 'oidc', { version: 0, settings })
  expect((await launch(ivan)).statusCode).toBe(403)
})
