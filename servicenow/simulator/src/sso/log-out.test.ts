import { createSign, createVerify, X509Certificate } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { put } from '../seed/put.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { movableClock } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import { makeKey } from './testing-key.ts'
import { testProvider } from './testing-provider.ts'

const clock = movableClock({ start: new Date('2026-03-02T09:00:00Z') })
const idp = testProvider()
const own = makeKey()
const slo = 'https://idp.example/slo'
let simulator: Simulator
let provider: string
beforeAll(async () => {
  simulator = await startSimulator({ clock })
  const { records } = simulator
  put(records, 'sys_properties', 'mandatory', {
    name: 'glide.authenticate.multisso.test.connection.mandatory',
    value: 'false',
  })
  provider = put(records, 'saml2_update1_properties', 'idp', {
    name: 'Example',
    idp: idp.entityId,
    idp_authnrequest_url: 'https://idp.example/sso',
    active: 'true',
  })
  const certificate = put(records, 'sys_certificate', 'idp', { name: 'IdP', pem_certificate: idp.cert, active: 'true' })
  put(records, 'saml2_idp_certificate', 'idp', { idp: provider, certificate })
  const keyStore = put(records, 'sys_certificate', 'own', {
    ...{ name: 'Key store', pem_certificate: own.cert, private_key_pem: own.key, active: 'true' },
  })
  put(records, 'sys_properties', 'key store', { name: 'glide.authenticate.sso.saml2.keystore', value: keyStore })
})
afterAll(() => simulator.stop())
beforeEach(() => setProvider({ idp_logout_url: slo, sign_logout_request: 'true' }))

function setProvider(values: Record<string, string>): void {
  simulator.records.update('saml2_update1_properties', provider, values, system)
}

/** Molly comes from the identity provider, in a session of that number; her cookie. */
async function enter(sessionIndex: string): Promise<string> {
  const acs = `${simulator.url}/navpage.do`
  const answer = idp.answer(acs, simulator.url, { issuedAt: clock.now(), inResponseTo: null, sessionIndex })
  const body = new URLSearchParams({ SAMLResponse: Buffer.from(answer).toString('base64') })
  const { headers } = await fetch(acs, { method: 'POST', body, redirect: 'manual' })
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const isInside = async (cookie: string) =>
  (await (await fetch(`${simulator.url}/sp`, { headers: { cookie } })).text()).includes('Molly Byrne')

async function leave(cookie: string): Promise<URL> {
  const { headers } = await fetch(`${simulator.url}/logout.do`, { redirect: 'manual', headers: { cookie } })
  return new URL(headers.get('location') ?? '', simulator.url)
}

const messageIn = (url: URL, name: string) =>
  inflateRawSync(Buffer.from(url.searchParams.get(name) ?? '', 'base64')).toString()

function isSignedBy(url: URL, certificate: string): boolean {
  const [content = '', signature = ''] = url.search.slice(1).split('&Signature=')
  const bytes = Buffer.from(decodeURIComponent(signature), 'base64')
  return createVerify('sha256').update(content).verify(new X509Certificate(certificate).publicKey, bytes)
}

type Asked = { sessionIndex?: string; key?: string; issuer?: string; until?: string; destination?: string }
async function askFromProvider(options: Asked = {}) {
  const { sessionIndex, key = idp.key, issuer = idp.entityId, until = '2026-03-02T09:05:00Z' } = options
  const destination = options.destination ?? `${simulator.url}/navpage.do`
  const index = sessionIndex ? `<samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex>` : ''
  const xml = `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_l1" Version="2.0" IssueInstant="${clock.now().toISOString()}" NotOnOrAfter="${until}" Destination="${destination}"><saml:Issuer>${issuer}</saml:Issuer><saml:NameID>molly</saml:NameID>${index}</samlp:LogoutRequest>`
  const parts = new URLSearchParams({
    SAMLRequest: deflateRawSync(xml).toString('base64'),
    RelayState: 'r1',
    SigAlg: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  })
  parts.set('Signature', createSign('sha256').update(parts.toString()).sign(key, 'base64'))
  const answer = await fetch(`${simulator.url}/navpage.do?${parts}`, { redirect: 'manual' })
  return { status: answer.status, location: answer.headers.get('location') }
}

test('whoever signs out here is sent to the provider that let them in, with what it called them, signed', async () => {
  const cookie = await enter('_s1')
  const to = await leave(cookie)
  expect(to.origin + to.pathname).toBe(slo)
  const xml = messageIn(to, 'SAMLRequest')
  expect(xml).toContain('<saml:NameID>molly</saml:NameID><samlp:SessionIndex>_s1</samlp:SessionIndex>')
  expect(xml).toContain(`<saml:Issuer>${simulator.url}</saml:Issuer>`)
  expect(isSignedBy(to, own.cert)).toBe(true)
  expect(await isInside(cookie)).toBe(false)
  const done = await fetch(`${simulator.url}/external_logout_complete.do`)
  expect(await done.text()).toContain('You are signed out.')
})

test('the request is unsigned where the form does not say so, and there is none without an address', async () => {
  setProvider({ sign_logout_request: 'false' })
  expect((await leave(await enter('_s2'))).searchParams.has('Signature')).toBe(false)
  setProvider({ idp_logout_url: '' })
  expect((await leave(await enter('_s3'))).pathname).toBe('/login.do')
})

test('a provider that signs somebody out ends the session it opened, and gets a signed answer', async () => {
  const [one, other] = [await enter('_a'), await enter('_b')]
  const { status, location } = await askFromProvider({ sessionIndex: '_a' })
  expect(status).toBe(303)
  const to = new URL(location ?? '')
  expect([to.origin + to.pathname, to.searchParams.get('RelayState')]).toEqual([slo, 'r1'])
  expect(messageIn(to, 'SAMLResponse')).toContain('InResponseTo="_l1"')
  expect(isSignedBy(to, own.cert)).toBe(true)
  expect([await isInside(one), await isInside(other)]).toEqual([false, true])
  await askFromProvider()
  expect(await isInside(other)).toBe(false)
})

test.each([
  ['somebody else signed it', { key: own.key }],
  ['its issuer is unknown', { issuer: 'https://other.example' }],
  ['it is too old', { until: '2026-03-02T08:50:00Z' }],
  ['it is meant for another', { destination: 'https://other.example/navpage.do' }],
])('nobody is signed out when %s', async (_title, options) => {
  const cookie = await enter('_c')
  expect((await askFromProvider(options)).status).toBe(403)
  expect(await isInside(cookie)).toBe(true)
})

test('the metadata names where sign-outs and answers to them go, and the certificate they are signed with', async () => {
  const answer = await fetch(`${simulator.url}/sso_metadata.do?glide_sso_id=${provider}`)
  const xml = await answer.text()
  expect(xml).toContain(
    `Location="${simulator.url}/navpage.do" ResponseLocation="${simulator.url}/external_logout_complete.do"`,
  )
  expect(xml).toContain(own.cert.replace(/-----[^-]+-----|\s/g, ''))
})
