import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { pemOf } from './encrypt-assertion.ts'
import { algorithm } from './names.ts'
import { messageLimits, parseXml } from './parse-xml.ts'
import { type Signable, type SigningKey, signed, unsigned } from './sign-xml.ts'
import { assertionFacts, testKey } from './testing-saml.ts'
import { verifiedDocument } from './verify-signature.ts'
import { writeAssertion } from './write-assertion.ts'
import { success, writeLogoutRequest, writeResponse } from './write-message.ts'

let key: SigningKey
beforeAll(async () => {
  key = await testKey('idp')
})

/** The same element signed by a library that parses and canonicalises it. */
function bySecondOpinion(element: Signable): { digest: string; value: string; covered: string } {
  const signer = new SignedXml({
    privateKey: key.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicCert: pemOf(key.certificate),
    signatureAlgorithm: algorithm.rsaSha256,
    canonicalizationAlgorithm: algorithm.exclusive,
  })
  signer.addReference({
    xpath: '/*',
    digestAlgorithm: algorithm.sha256,
    transforms: [algorithm.enveloped, algorithm.exclusive],
  })
  const xml = unsigned(element)
  signer.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' },
  })
  const made = signer.getSignedXml()
  return { digest: between(made, 'DigestValue'), value: between(made, 'SignatureValue'), covered: made }
}

const between = (xml: string, name: string): string =>
  new RegExp(`<ds:${name}>([^<]*)</ds:${name}>`).exec(xml)?.[1] ?? 'nothing'

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'O\'Neil & "Søn" <b>',
    'عمر حداد',
    '🦊',
    ' \t\n\r ',
    ']]>',
    '&amp;',
    '<!-- x -->',
    '\u0000\u0001',
    'a\u0085b\u2028c',
  ),
)
const anyAttributes = fc.array(
  fc.record({ name: words, nameFormat: words, values: fc.array(words, { maxLength: 4 }) }),
  { maxLength: 5 },
)

test('whatever the names and values, the signature is byte for byte that of a library that canonicalises', () => {
  const facts = fc.record({
    attributes: anyAttributes,
    nameId: fc.record({ format: words, value: words, spNameQualifier: fc.option(words) }),
    inResponseTo: fc.option(words),
    audience: words,
    recipient: words,
    issuer: words,
  })
  fc.assert(
    fc.property(facts, (given) => {
      const element = writeAssertion(assertionFacts(given))
      const second = bySecondOpinion(element)
      const ours = signed(element, key)
      expect(between(ours, 'DigestValue')).toBe(second.digest)
      expect(between(ours, 'SignatureValue')).toBe(second.value)
    }),
    { numRuns: 200 },
  )
})

test('a response signed over a signed assertion, and a logout request, are canonical too', () => {
  const assertion = signed(writeAssertion(assertionFacts()), key)
  const envelope = { id: '_r', issuer: 'https://idp', destination: 'https://sp?a=1&b="2"', issuedAt: new Date() }
  const nameId = { format: 'f', value: 'v', spNameQualifier: null }
  for (const element of [
    writeResponse({ ...envelope, inResponseTo: '_q', status: success, assertion }),
    writeResponse({ ...envelope, status: { code: 'c', detail: 'd', message: 'a < b' }, assertion: '' }),
    writeLogoutRequest({ ...envelope, nameId, sessionIndex: '_s', notOnOrAfter: new Date() }),
  ]) {
    const ours = signed(element, key)
    // The signature inside the assertion comes first in the text: ours is the first of the element itself.
    const second = bySecondOpinion(element)
    expect(between(ours, 'DigestValue')).toBe(second.digest)
    expect(() =>
      verifiedDocument(unsigned(element), parseXml(unsigned(element), messageLimits), [key.certificate]),
    ).toThrow()
  }
})
