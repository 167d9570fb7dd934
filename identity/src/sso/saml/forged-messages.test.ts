import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { openTestApp, type TestApp } from '../../testing-app.ts'
import { pemOf } from './encrypt-assertion.ts'
import { algorithm, saml, samlp } from './names.ts'
import { readMetadata } from './read-metadata.ts'
import { redirectAddress } from './redirect-binding.ts'
import { type SigningKey, signatureOf, signed } from './sign-xml.ts'
import { messageId, spEntityId, testKey } from './testing-saml.ts'
import { openTestSp, setClock, signOn, type TestSp, visit } from './testing-sp.ts'
import { writeLogoutRequest } from './write-message.ts'

let world: TestApp
let sp: TestSp
let stranger: SigningKey
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
  sp = await openTestSp(world, { requestsSigned: true })
  stranger = await testKey('stranger')
})
afterAll(() => world.close())

const here = (path: string): string => new URL(path, world.app.foundation.config.publicUrl).href
const now = (): string => world.platform.clock.now().toISOString()

type Parts = { id?: string; issuer?: string; destination?: string; acs?: string; issued?: string; further?: string }
/** An AuthnRequest in canonical form, so that it can be signed as our own messages are. */
function authnRequest({
  id = messageId(),
  issuer = spEntityId,
  destination,
  acs,
  issued = now(),
  further = '',
}: Parts = {}) {
  const head =
    `<samlp:AuthnRequest xmlns:samlp="${samlp}"` +
    (acs === undefined ? '' : ` AssertionConsumerServiceURL="${acs}"`) +
    ` Destination="${destination ?? here('/saml/sso')}" ID="${id}" IssueInstant="${issued}" Version="2.0">` +
    `<saml:Issuer xmlns:saml="${saml}">${issuer}</saml:Issuer>`
  return { id, head, tail: `${further}</samlp:AuthnRequest>` }
}

const post = (xml: string, path = '/saml/sso', field = 'SAMLRequest') =>
  visit(world, path, null, { [field]: Buffer.from(xml).toString('base64') })
const pathOf = (address: string): string => new URL(address).pathname + new URL(address).search
const redirect = (xml: string, key: SigningKey, path = '/saml/sso') =>
  pathOf(redirectAddress(here(path), 'SAMLRequest', xml, null, key))

const refused = async (answer: Promise<{ status: number; location: string | null; text: string }>) => {
  const { status, location, text } = await answer
  expect(status, text).toBeGreaterThanOrEqual(400)
  expect(status, text).toBeLessThan(500)
  expect(location).toBeNull()
  expect(text).not.toMatch(/\.ts:\d|node_modules|xpath|SELECT|Error:/)
  return text
}

describe('a sign-on request', () => {
  test('is taken when it is signed by the app, in the address or in the form', async () => {
    const element = authnRequest()
    expect((await post(signed(element, sp.key))).status).toBe(303)
    const other = authnRequest()
    expect((await visit(world, redirect(other.head + other.tail, sp.key))).status).toBe(302)
  })

  test('is refused unsigned, signed by another key, or changed after signing', async () => {
    const element = authnRequest()
    await refused(post(element.head + element.tail))
    await refused(post(signed(authnRequest(), stranger)))
    await refused(post(signed(authnRequest(), sp.key).replace('Version="2.0"', 'ForceAuthn="true" Version="2.0"')))
    const { head, tail } = authnRequest()
    await refused(visit(world, redirect(head + tail, stranger)))
    await refused(
      visit(
        world,
        redirect(head + tail, sp.key)
          .replace(/RelayState=[^&]*/, '')
          .replace('SAMLRequest=', 'SAMLRequest=AA'),
      ),
    )
  })

  test('says for whom it was made where it is signed', async () => {
    const nowhere = ({ id, head, tail }: ReturnType<typeof authnRequest>) => ({
      ...{ id, tail },
      head: head.replace(/ Destination="[^"]*"/, ''),
    })
    await refused(post(signed(nowhere(authnRequest()), sp.key)))
    const { head, tail } = nowhere(authnRequest())
    expect(await refused(visit(world, redirect(head + tail, sp.key)))).toContain('made for another address')
    const loose = await openTestSp(world, { entityId: 'https://loose.example' })
    const unsigned = nowhere(authnRequest({ issuer: 'https://loose.example' }))
    expect((await post(unsigned.head + unsigned.tail)).status).toBe(303)
    expect(loose.settings.requestsSigned).toBe(false)
  })

  test('may not carry its own key: a certificate inside proves nothing', async () => {
    // The signature is sound by the certificate in its KeyInfo, which is the stranger's.
    const answer = await refused(post(signed(authnRequest(), stranger)))
    expect(answer).toContain('does not fit the certificate')
  })

  test('wrapped into another one is refused, wherever the signed original hides', async () => {
    const original = signed(authnRequest({ acs: 'https://sp.example/acs' }), sp.key)
    const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(original)?.[0] ?? ''
    const bare = original.replace(signature, '')
    const originalId = /ID="([^"]*)"/.exec(bare)?.[1] ?? ''
    const evil = (further: string, id = messageId()) => {
      const { head, tail } = authnRequest({ id, acs: 'https://evil.example/acs', further })
      return head + tail
    }
    const extensions = (inside: string) => `<samlp:Extensions>${inside}</samlp:Extensions>`
    const corpus = [
      evil(extensions(original)),
      evil(signature + extensions(bare)),
      evil(extensions(bare) + signature),
      evil(signature.replace('</ds:Signature>', `<ds:Object>${bare}</ds:Object></ds:Signature>`)),
      evil(signature + bare, originalId),
      evil(signature, originalId),
      evil(signature + extensions(bare.replaceAll(originalId, `${originalId}x`)), originalId),
      `<samlp:Wrap xmlns:samlp="${samlp}">${original}${evil('')}</samlp:Wrap>`,
      original.replace('</samlp:AuthnRequest>', `${signature}</samlp:AuthnRequest>`),
    ]
    for (const xml of corpus) await refused(post(xml))
    expect((await post(original)).status).toBe(303)
  })

  test('is refused with two elements of one ID, a comment in a value, or a document type', async () => {
    const twice = authnRequest({ further: '<samlp:Extensions ID="_a"><x ID="_a"></x></samlp:Extensions>' })
    await refused(post(signed(twice, sp.key)))
    await refused(post(signed(authnRequest({ issuer: `${spEntityId}<!-- -->.evil.example` }), sp.key)))
    const { head, tail } = authnRequest()
    for (const start of [
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
      '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
      '<?xml-stylesheet href="x"?>',
    ])
      expect(await refused(post(start + head + tail))).toMatch(/document type|processing instructions/)
  })

  test('is refused when it is signed with SHA-1 or with a key shared by everybody', async () => {
    const element = authnRequest()
    const weak = (signatureAlgorithm: string, digestAlgorithm: string) => {
      const signer = new SignedXml({
        privateKey: sp.key.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
        publicCert: pemOf(sp.key.certificate),
        signatureAlgorithm,
        canonicalizationAlgorithm: algorithm.exclusive,
      })
      signer.addReference({ xpath: '/*', digestAlgorithm, transforms: [algorithm.enveloped, algorithm.exclusive] })
      signer.computeSignature(element.head + element.tail, { prefix: 'ds' })
      return signer.getSignedXml()
    }
    expect(await refused(post(weak('http://www.w3.org/2000/09/xmldsig#rsa-sha1', algorithm.sha256)))).toContain(
      'too weak',
    )
    expect(await refused(post(weak(algorithm.rsaSha256, 'http://www.w3.org/2000/09/xmldsig#sha1')))).toContain(
      'too weak',
    )
    expect((await post(weak(algorithm.rsaSha256, algorithm.sha256))).status).toBe(303)
    const address = redirect(element.head + element.tail, sp.key)
    const sha1 = encodeURIComponent('http://www.w3.org/2000/09/xmldsig#rsa-sha1')
    for (const name of [sha1, '__proto__', 'constructor'])
      expect(await refused(visit(world, address.replace(/SigAlg=[^&]*/, `SigAlg=${name}`)))).toContain('too weak')
  })

  test('is refused a second time, too old, from the future, or made for somebody else', async () => {
    const element = signed(authnRequest(), sp.key)
    expect((await post(element)).status).toBe(303)
    expect(await refused(post(element))).toContain('used already')
    const at = (minutes: number) => new Date(world.platform.clock.now().getTime() + minutes * 60_000).toISOString()
    expect(await refused(post(signed(authnRequest({ issued: at(-7) }), sp.key)))).toContain('too old')
    expect(await refused(post(signed(authnRequest({ issued: at(3) }), sp.key)))).toContain('future')
    const elsewhere = authnRequest({ destination: 'https://other.example/saml/sso' })
    expect(await refused(post(signed(elsewhere, sp.key)))).toContain('another address')
  })

  test('never chooses where the answer goes', async () => {
    const evil = authnRequest({ acs: 'https://evil.example/acs' })
    expect(await refused(post(signed(evil, sp.key)))).toContain('not among those of the app')
    const close = authnRequest({ acs: 'https://sp.example/acs/../evil' })
    await refused(post(signed(close, sp.key)))
  })

  test('of an unknown app is refused by name of the cause, and nothing more', async () => {
    const answer = await refused(post(signed(authnRequest({ issuer: 'https://nobody.example' }), stranger)))
    expect(answer).toContain('entity ID is not known here')
  })

  test('that is huge, compressed into a bomb, or no message at all is a 4xx', async () => {
    const bomb = deflateRawSync(Buffer.alloc(30_000_000, 'a')).toString('base64')
    await refused(visit(world, `/saml/sso?SAMLRequest=${encodeURIComponent(bomb)}`))
    await refused(post(`<a>${'x'.repeat(260_000)}</a>`))
    await refused(visit(world, '/saml/sso'))
    await refused(visit(world, '/saml/sso?SAMLRequest=%00'))
    await refused(visit(world, '/saml/sso?SAMLRequest=a&SAMLRequest=b'))
    for (const tag of ['Response', 'LogoutRequest', 'ArtifactResolve'])
      await refused(post(`<samlp:${tag} xmlns:samlp="${samlp}" Version="2.0"/>`))
  })

  test('that is built to keep us busy is refused before it is read, whoever sends it', async () => {
    const nested = (elements: number) =>
      Array.from({ length: elements }, (_, n) => `<a xmlns:p${n}="u">`).join('') + '</a>'.repeat(elements)
    const deflated = (xml: string) => encodeURIComponent(deflateRawSync(xml).toString('base64'))
    const cpuMs = async (what: () => Promise<unknown>) => {
      const before = process.threadCpuUsage()
      await what()
      const { user, system } = process.threadCpuUsage(before)
      return (user + system) / 1000
    }
    // Of this thread alone; what else a first call does and a busy machine make it no more than this.
    const busyMs = 500
    // 11,000 elements, each with a prefix of its own, took two seconds; 1,400 fit into what is read of a message.
    for (const elements of [11_000, 1_400]) {
      const sent = [
        () => refused(post(nested(elements))),
        () => refused(post(nested(elements), '/saml/slo', 'SAMLResponse')),
        () => refused(visit(world, `/saml/sso?SAMLRequest=${deflated(nested(elements))}`)),
      ]
      for (const each of sent) expect(await cpuMs(each)).toBeLessThan(busyMs)
    }
    expect(await refused(post(nested(1_400)))).toContain('It is too large.')
    expect(await refused(post(`<a ${Array.from({ length: 2_500 }, (_, n) => `a${n}="1"`).join(' ')}/>`))).toContain(
      'It is too large.',
    )
    expect(await cpuMs(async () => expect(() => readMetadata(nested(11_000))).toThrow())).toBeLessThan(busyMs)
  })

  test('is taken so often in a minute from one network, and then later', async () => {
    const ask = (remoteAddress: string) =>
      world.server.inject({ method: 'GET', url: '/saml/sso?SAMLRequest=aaaa', remoteAddress })
    const now = world.platform.clock.now().getTime()
    const counter = ['sso.samlSignOn 198.51.101.1', new Date(now - (now % 60_000)), 599]
    await world.owner.query('insert into rate_counters (key, window_start, count) values ($1, $2, $3)', counter)
    expect((await ask('198.51.101.1')).statusCode).toBe(400)
    expect((await ask('198.51.101.1')).statusCode).toBe(429)
    expect((await ask('198.51.101.2')).statusCode).toBe(400)
    world.platform.clock.advance(60_000)
    expect((await ask('198.51.101.1')).statusCode).toBe(400)
  })
})

describe('a logout request', () => {
  const logout = (sessionIndex: string) =>
    writeLogoutRequest({
      id: messageId(),
      issuer: spEntityId,
      destination: here('/saml/slo'),
      issuedAt: world.platform.clock.now(),
      nameId: { format: 'f', value: 'molly@acme.example', spNameQualifier: null },
      sessionIndex,
      notOnOrAfter: new Date(world.platform.clock.now().getTime() + 60_000),
    })

  test('ends the session when the app signed it, and nobody’s when it did not', async () => {
    const molly = await world.signIn('molly')
    const page = await signOn(world, molly, await sp.request())
    const xml = Buffer.from(page.form?.fields.SAMLResponse ?? '', 'base64').toString()
    const index = /SessionIndex="([^"]*)"/.exec(xml)?.[1] ?? ''
    const isIn = async () =>
      (await world.server.inject({ url: '/api/session', headers: molly.headers })).json().person !== null

    const element = logout(index)
    await refused(post(element.head + element.tail, '/saml/slo'))
    await refused(post(signed(logout(index), stranger), '/saml/slo'))
    // A message of the app that anybody who signed on once has: a signed element inside an unsigned request.
    const own = signed({ id: '_own', head: '<x ID="_own">', tail: '</x>' }, sp.key)
    await refused(post(element.head + own + element.tail, '/saml/slo'))
    await refused(post(element.head + signatureOf('<x></x>', element.id, sp.key) + element.tail, '/saml/slo'))
    expect(await isIn()).toBe(true)

    const answer = await post(signed(logout(index), sp.key), '/saml/slo')
    expect(answer.location).toMatch(/^https:\/\/sp\.example\/slo\?SAMLResponse=.*&Signature=/)
    expect(await isIn()).toBe(false)
  })
})

test('no random input gives a fault of ours', async () => {
  const anything = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.string().map((value) => Buffer.from(value).toString('base64')),
    fc.string().map((value) => deflateRawSync(value).toString('base64')),
    fc
      .constantFrom('<', '%', '\u0000', '[object Object]', '__proto__')
      .map((value) => Buffer.from(value).toString('base64')),
  )
  const query = fc.dictionary(
    fc.constantFrom(
      'SAMLRequest',
      'SAMLResponse',
      'RelayState',
      'SigAlg',
      'Signature',
      'SAMLEncoding',
      'x',
      '__proto__',
    ),
    anything,
  )
  let calls = 0
  await fc.assert(
    fc.asyncProperty(query, fc.constantFrom('/saml/sso', '/saml/slo'), fc.boolean(), async (values, path, isPost) => {
      const text = new URLSearchParams(values).toString()
      const remoteAddress = `198.51.100.${Math.floor(calls++ / 100)}`
      const { statusCode } = await world.server.inject(
        isPost
          ? {
              method: 'POST',
              url: path,
              payload: text,
              remoteAddress,
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            }
          : { method: 'GET', url: `${path}?${text}`, remoteAddress },
      )
      expect(statusCode).toBeGreaterThanOrEqual(400)
      expect(statusCode).toBeLessThan(500)
    }),
    { numRuns: 1500 },
  )
}, 120_000)
