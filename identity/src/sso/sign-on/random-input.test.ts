import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing-app.ts'
import { assertionOf, makeClientKey, signJwt } from '../oidc/testing-keys.ts'
import { openTestRp, redirectUri, type TestRp } from '../oidc/testing-rp.ts'
import { ds, saml, samlp } from '../saml/names.ts'
import { redirectAddress } from '../saml/redirect-binding.ts'
import { signed } from '../saml/sign-xml.ts'
import { spEntityId } from '../saml/testing-saml.ts'
import { openTestSp, setClock, type TestSp } from '../saml/testing-sp.ts'

/**
 * Whatever is sent to the doors of single sign-on, none answers as if it were our fault. Some thousand inputs in each run
 * of the tests, as many as wanted by `HALLPASS_RANDOM_INPUTS` (see CONTRIBUTING.md); several are under way at once, as on
 * any day, so that the time goes into answering and not into waiting.
 */
const inputs = Number(process.env.HALLPASS_RANDOM_INPUTS ?? 10_000)
const atOnce = 16
const patience = 30_000 + inputs * 60

/** Sends a share of all inputs, each of them different. */
async function sendAll<T>(part: number, input: fc.Arbitrary<T>, send: (input: T) => Promise<void>): Promise<void> {
  const together = fc.array(input, { minLength: atOnce, maxLength: atOnce })
  const all = fc.asyncProperty(together, async (batch) => void (await Promise.all(batch.map(send))))
  await fc.assert(all, { numRuns: Math.ceil((inputs * part) / atOnce) })
}

let world: TestApp
let sp: TestSp
let rp: TestRp
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
  sp = await openTestSp(world)
  rp = await openTestRp(world)
})
afterAll(() => world?.close())

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\u2028',
    '%',
    '%zz',
    '%00',
    '..',
    '-1',
    '0',
    '1e999',
    'null',
    'true',
    'NaN',
    '__proto__',
  ),
  fc.constantFrom(
    'a'.repeat(3000),
    '\ud800',
    '\u202e',
    '"',
    "'",
    '<',
    '&',
    ']]>',
    '<!--',
    '../../etc/passwd',
    '{{7*7}}',
  ),
)
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: odd })

// SAML: XML by a grammar that is right in most places and wrong in some.
const xmlText = oddText.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'))
const now = () => world.platform.clock.now().toISOString()
const attribute = fc.tuple(
  fc.constantFrom(
    ...['ID', 'Version', 'IssueInstant', 'Destination', 'AssertionConsumerServiceURL', 'AssertionConsumerServiceIndex'],
    ...[
      'ForceAuthn',
      'IsPassive',
      'ProtocolBinding',
      'InResponseTo',
      'NotOnOrAfter',
      'xmlns',
      'xmlns:saml',
      'id',
      'a:b',
    ],
  ),
  fc.oneof(
    fc.constantFrom(
      '_a1',
      '2.0',
      '1',
      'true',
      '99999',
      'https://sp.example/acs',
      '1970-01-01T00:00:00Z',
      '+292278994-08-17T07:12:55Z',
    ),
    xmlText,
  ),
)
const element = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    xmlText,
    fc.constantFrom('<!-- c -->', '<![CDATA[x]]>', '<?pi x?>', '&undefined;', '&#0;', '&#x10FFFF;', '</samlp:x>', '<a'),
    fc
      .tuple(
        fc.constantFrom(
          ...['saml:Issuer', 'saml:NameID', 'samlp:NameIDPolicy', 'samlp:RequestedAuthnContext', 'samlp:SessionIndex'],
          ...[
            'saml:AuthnContextClassRef',
            'samlp:Status',
            'samlp:StatusCode',
            'ds:Signature',
            'samlp:AuthnRequest',
            'x',
          ],
          ...['ds:SignedInfo', 'ds:Reference', 'ds:Transforms', 'ds:SignatureValue', 'ds:DigestValue', 'ds:KeyInfo'],
        ),
        fc.array(attribute, { maxLength: 3 }),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, attributes, inner]) => `<${name}${written(attributes)}>${inner.join('')}</${name}>`),
  ),
})).node
const written = (pairs: [string, string][]): string => pairs.map(([name, value]) => ` ${name}="${value}"`).join('')

const message = fc
  .record({
    kind: mostly(
      fc.constantFrom('AuthnRequest', 'LogoutRequest', 'LogoutResponse'),
      fc.constantFrom('Response', 'ArtifactResolve', 'x'),
    ),
    usual: fc.boolean(),
    attributes: fc.array(attribute, { maxLength: 4 }),
    issuer: mostly(fc.constant(spEntityId), xmlText),
    inner: fc.array(element, { maxLength: 5 }),
    id: fc.uuid(),
    start: mostly(
      fc.constant(''),
      fc.constantFrom('<?xml version="1.0"?>', '\ufeff', '<!DOCTYPE x [<!ENTITY a "b">]>', '<x/>'),
    ),
  })
  .map(({ kind, usual, attributes, issuer, inner, id, start }) => {
    const fixed = usual ? ` ID="_${id}" IssueInstant="${now()}" Version="2.0"` : ''
    const own = usual ? attributes.filter(([name]) => !['ID', 'IssueInstant', 'Version'].includes(name)) : attributes
    const spaces = `xmlns:samlp="${samlp}" xmlns:saml="${saml}" xmlns:ds="${ds}"`
    const names = new Set<string>()
    const once = own.filter(([name]) => !names.has(name) && names.add(name))
    const head = `${start}<samlp:${kind} ${spaces}${fixed}${written(once)}><saml:Issuer>${issuer}</saml:Issuer>`
    return { id: `_${id}`, head, tail: `${inner.join('')}</samlp:${kind}>` }
  })

/** Sent whole, cut off, with bytes of another kind, or as something that is no message. */
const damage = fc.oneof(
  { weight: 6, arbitrary: fc.constant((text: string) => text) },
  { weight: 1, arbitrary: fc.nat(400).map((at) => (text: string) => text.slice(0, at)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(2000), oddText).map(
      ([at, odd]) =>
        (text: string) =>
          text.slice(0, at) + odd + text.slice(at + 1),
    ),
  },
  { weight: 1, arbitrary: oddText.map((odd) => () => odd) },
)

/** How often each status was answered: a door that only said "too many" would prove nothing. */
const answered = new Map<number, number>()

type Sent = { method: 'GET' | 'POST'; url: string; form?: string; headers?: Record<string, string> }
let calls = 0
/** One caller after the other, each with a few calls: what one network may ask in a minute is not the question here. */
const nextCaller = (): string => `198.51.${Math.floor(calls / 25_600) % 256}.${Math.floor(calls++ / 100) % 256}`
async function refusesWell({ method, url, form, headers = {} }: Sent): Promise<void> {
  const answer = await world.server.inject({
    method,
    url,
    remoteAddress: nextCaller(),
    headers: {
      accept: 'text/html',
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(form === undefined ? {} : { payload: form }),
  })
  answered.set(answer.statusCode, (answered.get(answer.statusCode) ?? 0) + 1)
  if (answer.statusCode >= 500) throw new Error(`${answer.statusCode} ${answer.body.slice(0, 300)}`)
  expect(answer.body).not.toMatch(/\.ts:\d|node_modules|at \w+ \(/)
}

const door = fc.constantFrom('/saml/sso', '/saml/slo')
const field = fc.constantFrom('SAMLRequest', 'SAMLResponse')

test(
  'SAML messages in forms, signed and unsigned',
  async () => {
    const form = fc.record({
      message,
      isSigned: fc.boolean(),
      damage,
      door,
      field,
      relayState: fc.option(oddText),
      inBase64: damage,
    })
    await sendAll(
      0.3,
      form,
      async ({ message: xml, isSigned, damage: hurt, door: path, field: name, relayState, inBase64 }) => {
        const text = hurt(isSigned ? signed(xml, sp.key) : xml.head + xml.tail)
        const fields = new URLSearchParams({ [name]: inBase64(Buffer.from(text).toString('base64')) })
        if (relayState !== null) fields.set('RelayState', relayState)
        await refusesWell({ method: 'POST', url: path, form: fields.toString() })
      },
    )
  },
  patience,
)

test(
  'SAML messages in addresses, with signatures that fit and that do not',
  async () => {
    const query = fc.record({
      message,
      damage,
      door,
      field,
      how: fc.constantFrom('signed', 'unsigned', 'odd'),
      odd: fc.array(
        fc.tuple(fc.constantFrom('SigAlg', 'Signature', 'RelayState', 'SAMLEncoding', 'x', 'SAMLRequest'), oddText),
        { maxLength: 4 },
      ),
      inQuery: damage,
    })
    await sendAll(0.3, query, async ({ message: xml, damage: hurt, door: path, field: name, how, odd, inQuery }) => {
      const text = hurt(xml.head + xml.tail)
      const plain = `https://x.example${path}?${name}=${encodeURIComponent(deflateRawSync(text).toString('base64'))}`
      const address =
        how === 'signed' ? redirectAddress(`https://x.example${path}`, name, text, 'state', sp.key) : plain
      const raw = odd.map(
        ([key, value]) => `&${key}=${/^[\x21-\x7e]*$/.test(value) ? value.replaceAll(/[#?\s]/g, '') : encoded(value)}`,
      )
      const url = inQuery(address.slice('https://x.example'.length)) + (how === 'odd' ? raw.join('') : '')
      await refusesWell({
        method: 'GET',
        url: url.startsWith(path) ? asciiOf(url) : plain.slice('https://x.example'.length),
      })
    })
  },
  patience,
)

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())
/** What a server of HTTP would let through at all. */
const asciiOf = (url: string): string => url.replaceAll(/[^\x21-\x7e]/g, (odd) => encoded(odd))

// OpenID Connect: parameters of the protocol, mostly usual, at each of its addresses.
const usualValues: Record<string, () => string[]> = {
  client_id: () => [rp.clientId],
  client_secret: () => [rp.secret],
  redirect_uri: () => [redirectUri],
  response_type: () => ['code', 'token', 'id_token', 'code id_token', 'none'],
  response_mode: () => ['query', 'form_post', 'fragment', 'web_message', 'jwt'],
  scope: () => ['openid', 'openid email', 'openid offline_access', 'openid profile groups'],
  code_challenge: () => ['A'.repeat(43)],
  code_challenge_method: () => ['S256', 'plain'],
  code_verifier: () => ['B'.repeat(43)],
  grant_type: () => [
    'authorization_code',
    'refresh_token',
    'client_credentials',
    'password',
    'urn:ietf:params:oauth:grant-type:device_code',
  ],
  code: () => ['made-up-code'],
  refresh_token: () => ['made-up-token'],
  token: () => ['made-up-token'],
  token_type_hint: () => ['access_token', 'refresh_token'],
  prompt: () => ['none', 'login', 'consent', 'login consent', 'select_account'],
  max_age: () => ['0', '60', '-1', '1e9'],
  acr_values: () => ['urn:hallpass:acr:two', 'phr', ''],
  id_token_hint: () => ['a.b.c', 'eyJhbGciOiJub25lIn0.e30.'],
  post_logout_redirect_uri: () => ['https://rp.example/'],
  request: () => ['eyJhbGciOiJub25lIn0.e30.'],
  request_uri: () => ['urn:ietf:params:oauth:request_uri:x', 'https://evil.example/r'],
  claims: () => ['{"id_token":{"acr":{"essential":true}}}', '{', '[]'],
  resource: () => ['https://api.example'],
  logout: () => ['yes'],
  xsrf: () => ['x'],
  state: () => ['s'],
  nonce: () => ['n'],
  ui_locales: () => ['de en'],
  login_hint: () => ['molly'],
  client_assertion: () => ['a.b.c', ...assertions],
  client_assertion_type: () => ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
}
/** What apps sign with keys of their own, each with something amiss but for the first. */
let assertions: string[]
let proofs: string[]
beforeAll(async () => {
  const key = makeClientKey('ES256')
  const keys = [key.publicJwk]
  const { clientId } = await openTestRp(world, { tokenAuth: 'private_key_jwt', jwks: { keys } })
  const issuer = `${world.app.foundation.config.publicUrl.origin}/oidc`
  const changed: object[] = [
    {},
    { aud: {} },
    { exp: -1 },
    { jti: ['x'] },
    { iss: null },
    { sub: '\u0000' },
    { nbf: 'x' },
  ]
  assertions = changed.map((changes) => assertionOf({ clientId, issuer }, key, changes))
  assertions.push(
    assertionOf({ clientId, issuer }, key, {}, { alg: 'none' }),
    assertionOf({ clientId, issuer }, key, {}, { kid: {} }),
  )
  const claims = { htm: 'POST', htu: `${issuer}/token`, iat: Math.floor(Date.now() / 1000), jti: 'x' }
  const odd: object[] = [{}, { htu: 'x' }, { iat: 'x' }, { jti: {} }, { nonce: 7 }, { ath: [] }, { nonce: 'x' }]
  const header = { typ: 'dpop+jwt', jwk: key.publicJwk }
  proofs = odd.map((changes) => signJwt(key, { ...claims, ...changes }, header))
  for (const jwk of [undefined, null, {}, { kty: 'oct', k: 'x' }, { kty: 'EC', crv: 'P-256', x: '', y: 7 }])
    proofs.push(signJwt(key, claims, { ...header, jwk }))
})

const parameter = fc
  .tuple(fc.constantFrom(...Object.keys(usualValues)), fc.nat(5), mostly(fc.constant(null as string | null), oddText))
  .map(([name, at, odd]) => ({ name, at, odd }))
const addresses = [
  'auth',
  'auth/made-up-id',
  'token',
  'request',
  'me',
  'jwks',
  'session/end',
  'session/end/confirm',
].concat([
  ...[
    'token/introspection',
    'token/revocation',
    'interaction/made-up-made-up-id',
    '.well-known/openid-configuration',
    'x',
  ],
])

test(
  'parameters of OpenID Connect at each of its addresses',
  async () => {
    const call = fc.record({
      address: fc.constantFrom(...addresses),
      method: fc.constantFrom('GET' as const, 'POST' as const),
      parameters: fc.array(parameter, { maxLength: 9 }),
      authorization: fc.constantFrom('none', 'right', 'wrong', 'odd', 'bearer', 'proof', 'oddProof'),
      odd: oddText,
      extra: fc.array(fc.tuple(oddText, oddText), { maxLength: 2 }),
    })
    await sendAll(0.4, call, async ({ address, method, parameters, authorization, odd, extra }) => {
      const fields = parameters.map(({ name, at, odd: instead }) => {
        const values = usualValues[name]?.() ?? []
        return `${name}=${encoded(instead ?? values[at % values.length] ?? '')}`
      })
      for (const [name, value] of extra) fields.push(`${encoded(name)}=${encoded(value)}`)
      const basic = (secret: string) => `Basic ${Buffer.from(`${rp.clientId}:${secret}`).toString('base64')}`
      const headers: Record<string, Record<string, string>> = {
        none: {},
        right: { authorization: basic(rp.secret) },
        wrong: { authorization: basic('wrong') },
        odd: { authorization: `Basic ${odd.replaceAll(/[^\x21-\x7e]/g, '')}` },
        bearer: { authorization: `Bearer ${encoded(odd)}` },
        proof: { authorization: `DPoP ${encoded(odd)}`, dpop: proofs[parameters.length % proofs.length] ?? '' },
        oddProof: { authorization: basic(rp.secret), dpop: `${encoded(odd)}.${encoded(odd)}.x` },
      }
      const query = fields.join('&')
      const url = `/oidc/${address}`
      const sent: Sent = method === 'GET' ? { method, url: `${url}?${query}` } : { method, url, form: query }
      await refusesWell({ ...sent, headers: headers[authorization] ?? {} })
    })
  },
  patience,
)

test('none of it was a fault of ours', () => {
  expect([200, 400, 404].filter((status) => !answered.has(status))).toEqual([])
  expect(answered.get(429)).toBeUndefined()
  expect(world.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
})
