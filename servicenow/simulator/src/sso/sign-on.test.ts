import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visit } from '../portal/testing-visitor.ts'
import { caller } from '../rest/testing-caller.ts'
import { administrator } from '../seed/base-system.ts'
import { companyPassword } from '../seed/company.ts'
import { put } from '../seed/put.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { movableClock } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import { type AnswerOptions, testProvider } from './testing-provider.ts'

const clock = movableClock({ start: new Date('2026-03-02T09:00:00Z') })
const idp = testProvider()
let simulator: Simulator
let provider: string
beforeAll(async () => {
  simulator = await startSimulator({ clock })
  const { records } = simulator
  provider = put(records, 'saml2_update1_properties', 'idp', {
    name: 'Example',
    idp: idp.entityId,
    idp_authnrequest_url: 'https://idp.example/sso?x=1',
  })
  const certificate = put(records, 'sys_certificate', 'idp', { name: 'IdP', pem_certificate: idp.cert, active: 'true' })
  put(records, 'saml2_idp_certificate', 'idp', { idp: provider, certificate })
})
afterAll(() => simulator.stop())

const acs = () => `${simulator.url}/navpage.do`

async function begin(path: string, cookie = '') {
  const answer = await fetch(`${simulator.url}${path}`, { redirect: 'manual', headers: { cookie } })
  return {
    status: answer.status,
    ...(answer.headers.get('location')?.startsWith('https://idp.example')
      ? idp.readRequest(answer.headers.get('location') ?? '')
      : { id: '', xml: '', relayState: '' }),
  }
}

async function send(xml: string, relayState = '') {
  const body = new URLSearchParams({ SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: relayState })
  const answer = await fetch(acs(), { method: 'POST', body, redirect: 'manual' })
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    text: await answer.text(),
  }
}

async function signedOn(options: Partial<AnswerOptions> = {}) {
  const { id } = await begin(`/login_with_sso.do?glide_sso_id=${provider}&next=/sp%3Fid=my_requests`)
  return send(idp.answer(acs(), simulator.url, { issuedAt: clock.now(), inResponseTo: id, ...options }))
}

test('an administrator adds, tests and activates one from its metadata, in the portal', async () => {
  const own = await startSimulator({ clock })
  const ivan = await visit(own.url, 'ivan', companyPassword)
  const page = '/sp?id=identity_providers'
  expect((await ivan.send(page, { do: 'add', name: 'Acme SSO', metadata: '<x/>' })).status).toBe(400)
  expect((await ivan.send(page, { do: 'add', name: 'Acme SSO', metadata: idp.metadata })).text).toContain(idp.entityId)
  const id = own.records.find('saml2_update1_properties', 'name=Acme SSO')[0]?.sys_id ?? ''
  expect((await ivan.send(page, { do: 'activate', sys_id: id })).text).toContain('Test the connection')
  const request = idp.readRequest(await ivan.whereTo(`/sso_test_connection.do?glide_sso_id=${id}`))
  const answer = idp.answer(`${own.url}/navpage.do`, own.url, { issuedAt: clock.now(), inResponseTo: request.id })
  const body = new URLSearchParams({ SAMLResponse: Buffer.from(answer).toString('base64') })
  expect(await (await fetch(`${own.url}/navpage.do`, { method: 'POST', body })).text()).toContain(
    'The connection works',
  )
  expect((await ivan.send(page, { do: 'activate', sys_id: id })).text).toContain('Make inactive')
  expect((await (await visit(own.url, 'molly', companyPassword)).go(page)).status).toBe(403)
  await own.stop()
})

describe('an identity provider', () => {
  test('is not made active before its connection was tested', async () => {
    const admin = caller(simulator.url, administrator.userName, administrator.password)
    const answer = await admin.patch(`/api/now/table/saml2_update1_properties/${provider}`, { active: 'true' })
    expect([answer.status, answer.body.error.detail]).toEqual([403, expect.stringContaining('Test the connection')])
  })

  test('is active once an administrator tested it with success', async () => {
    const { cookie } = simulator.sessions.open('6816f79cc0a8016401c5a33be04be441')
    const { id, xml } = await begin(`/sso_test_connection.do?glide_sso_id=${provider}`, `JSESSIONID=${cookie}`)
    expect(xml).toContain(`AssertionConsumerServiceURL="${acs()}"`)
    const page = await send(idp.answer(acs(), simulator.url, { issuedAt: clock.now(), inResponseTo: id }))
    expect(page.text).toContain('The connection works')
    expect(page.cookie).toBe('')
    const outcome = simulator.records.update('saml2_update1_properties', provider, { active: 'true' }, system)
    expect(outcome).toMatchObject({ row: { active: 'true' } })
    expect(await (await fetch(`${simulator.url}/sp/login`)).text()).toContain('Sign in with Example')
  })
})

describe('signing on', () => {
  test('leads to the page asked for, as the person the assertion names', async () => {
    const answer = await signedOn()
    expect([answer.status, answer.location]).toEqual([303, '/sp?id=my_requests'])
    const page = await fetch(`${simulator.url}/sp`, { headers: { cookie: answer.cookie } })
    expect(await page.text()).toContain('Molly Byrne')
  })

  test('works with the response signed as a whole, and without a request', async () => {
    expect((await signedOn({ sign: 'response' })).status).toBe(303)
    const unasked = await send(idp.answer(acs(), simulator.url, { issuedAt: clock.now(), inResponseTo: null }), '/sp')
    expect([unasked.status, unasked.location]).toEqual([303, '/sp'])
  })

  test.each([
    ['nothing is signed', { sign: 'none' as const }],
    ['somebody else signed', { key: idp.otherKey() }],
    ['the audience is another', { audience: 'https://other.example' }],
    ['the destination is another', { destination: 'https://other.example/navpage.do' }],
    ['the recipient is another', { recipient: 'https://other.example/navpage.do' }],
    ['the issuer is another', { issuer: 'https://other.example' }],
    ['it answers another request', { inResponseTo: 'SNCother' }],
    ['it is over', { issuedAt: new Date('2026-03-02T08:00:00Z') }],
    ['it is not valid yet', { issuedAt: new Date('2026-03-02T10:00:00Z') }],
    ['the sign-in failed there', { status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }],
    ['nobody here has that name', { nameId: 'nobody' }],
    ['a comment is to cut a longer name short', { nameId: 'molly<!-- -->.other' }],
  ])('is refused when %s', async (_title, options) => {
    const answer = await signedOn(options)
    expect([answer.status, answer.cookie]).toEqual([403, ''])
  })

  test('is refused when what is signed and what is read differ', async () => {
    const { id } = await begin(`/login_with_sso.do?glide_sso_id=${provider}`)
    const good = idp.answer(acs(), simulator.url, { issuedAt: clock.now(), inResponseTo: id })
    const evil = good.replace(
      /<saml:Assertion[\s\S]*<\/saml:Assertion>/,
      (assertion) =>
        `${assertion
          .replace('>molly<', '>ivan<')
          .replace(/ID="_a/, 'ID="_b')
          .replace(/<Signature[\s\S]*<\/Signature>/, '')}${assertion}`,
    )
    expect((await send(evil)).status).toBe(403)
    expect((await send(good.replace('>molly<', '>ivan<'))).status).toBe(403)
  })

  test('is refused the second time with the same assertion', async () => {
    const xml = idp.answer(acs(), simulator.url, { issuedAt: clock.now(), inResponseTo: null })
    expect((await send(xml)).status).toBe(303)
    expect((await send(xml)).status).toBe(403)
  })

  test('is refused for an account that is not active', async () => {
    const leo = simulator.records.find('sys_user', 'user_name=leo')[0]?.sys_id ?? ''
    simulator.records.update('sys_user', leo, { active: 'false' }, system)
    expect((await signedOn({ nameId: 'leo' })).status).toBe(403)
  })

  test('asks for a way of signing in where one is wanted, and takes no other', async () => {
    const wanted = 'https://refeds.org/profile/mfa'
    const set = (values: Record<string, string>) =>
      simulator.records.update('saml2_update1_properties', provider, values, system)
    set({ create_authn_context_class: 'true', authn_context_class_ref_method: wanted })
    const { xml } = await begin(`/login_with_sso.do?glide_sso_id=${provider}`)
    expect(xml).toContain(`<saml:AuthnContextClassRef>${wanted}</saml:AuthnContextClassRef>`)
    expect((await signedOn()).status).toBe(403)
    expect((await signedOn({ authnContext: wanted })).status).toBe(303)
    set({ create_authn_context_class: 'false' })
  })

  test('says why in the log, and not to whoever tries', async () => {
    expect((await signedOn({ audience: 'https://other.example' })).text).not.toContain('audience')
    expect(simulator.records.count('syslog', 'source=SAML2^message=The audience is another')).toBeGreaterThan(0)
  })
})
