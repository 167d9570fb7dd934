import { createVerify, X509Certificate } from 'node:crypto'
import { type Document, type Element, XMLSerializer } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'
import { Failure } from '../../platform/errors.ts'
import { pemOf } from './encrypt-assertion.ts'
import { untrustedMessage } from './errors.ts'
import { algorithm, ds } from './names.ts'
import { children, messageLimits, parseXml } from './parse-xml.ts'

const signatureAlgorithms = new Map([
  [algorithm.rsaSha256 as string, 'sha256'],
  [algorithm.rsaSha512 as string, 'sha512'],
])

/**
 * A signature of the HTTP-Redirect binding (saml-bindings §3.4.4.1), over the query exactly as it came: decoding and
 * encoding it again could give other bytes than those that were signed.
 *
 * @param rawQuery the part after `?`, untouched
 * @param certificates of the sender, from stored metadata only
 */
export function verifyRedirect(
  rawQuery: string,
  parameter: 'SAMLRequest' | 'SAMLResponse',
  certificates: readonly string[],
): void {
  const parts = rawQuery.split('&').map((part) => [part.split('=', 1)[0] ?? '', part] as const)
  const only = (name: string): string | null => {
    const found = parts.filter(([key]) => key === name)
    if (found.length > 1) throw untrustedMessage('A part of it comes twice.')
    return found[0]?.[1] ?? null
  }
  const [message, relayState, method, signature] = [parameter, 'RelayState', 'SigAlg', 'Signature'].map(only)
  if (!message || !method || !signature) throw untrustedMessage('It is not signed.')
  const digest = signatureAlgorithms.get(decode(method))
  if (digest === undefined) throw untrustedMessage('It is signed in a way that is too weak.')
  const content = [message, relayState, method].filter((part) => part !== null).join('&')
  const bytes = Buffer.from(decode(signature), 'base64')
  const isGenuine = certificates.some((certificate) => {
    const key = new X509Certificate(pemOf(certificate)).publicKey
    return key.asymmetricKeyType === 'rsa' && createVerify(digest).update(content).verify(key, bytes)
  })
  if (!isGenuine) throw untrustedMessage('Its signature does not fit the certificate that the app gave us.')
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part.slice(part.indexOf('=') + 1).replaceAll('+', ' '))
  } catch {
    throw untrustedMessage('A part of it is not encoded as addresses are.')
  }
}

/**
 * A signature inside a message (HTTP-POST). It must be the only one, a child of the root, over the whole root, made with
 * a key of the stored metadata; what is returned is read from the very bytes it covers, and nothing else is ever read.
 */
export function verifiedDocument(xml: string, document: Document, certificates: readonly string[]): Document {
  const root = document.documentElement as Element
  const all = Array.from(document.getElementsByTagNameNS(ds, 'Signature'))
  const [signature] = children(root, ds, 'Signature')
  if (!signature || all.length !== 1) throw untrustedMessage('It must carry one signature, over all of it.')
  for (const certificate of certificates) {
    const covered = coveredBy(xml, signature, certificate)
    if (covered === null) continue
    const inner = parseXml(covered, messageLimits)
    const seen = inner.documentElement
    const isRoot = seen?.localName === root.localName && seen?.namespaceURI === root.namespaceURI
    if (!isRoot || seen?.getAttribute('ID') !== root.getAttribute('ID'))
      throw untrustedMessage('Its signature covers another part of it.')
    return inner
  }
  throw untrustedMessage('Its signature does not fit the certificate that the app gave us.')
}

export function hasSignature(document: Document): boolean {
  return document.getElementsByTagNameNS(ds, 'Signature').length > 0
}

function coveredBy(xml: string, signature: Element, certificate: string): string | null {
  const verifier = new SignedXml({
    publicCert: pemOf(certificate),
    // A key that comes with the message proves nothing.
    getCertFromKeyInfo: () => null,
  })
  try {
    verifier.loadSignature(new XMLSerializer().serializeToString(signature))
    if (!isStrong(signature)) throw untrustedMessage('It is signed in a way that is too weak.')
    if (!verifier.checkSignature(xml)) return null
    const covered = verifier.getSignedReferences()
    return covered.length === 1 ? (covered[0] ?? null) : null
  } catch (error) {
    if (error instanceof Failure) throw error
    return null
  }
}

const strongDigests = new Set<string>([algorithm.sha256, algorithm.sha512])
const knownTransforms = new Set<string>([algorithm.enveloped, algorithm.exclusive])

/** RSA with SHA-2, SHA-2 digests, and no transform that could change what is covered. */
function isStrong(signature: Element): boolean {
  const used = (name: string): string[] =>
    Array.from(signature.getElementsByTagNameNS(ds, name)).map((each) => each.getAttribute('Algorithm') ?? '')
  const method = used('SignatureMethod')
  return (
    method.length === 1 &&
    method.every((each) => signatureAlgorithms.has(each)) &&
    used('DigestMethod').every((each) => strongDigests.has(each)) &&
    used('Transform').every((each) => knownTransforms.has(each)) &&
    used('CanonicalizationMethod').every((each) => each === algorithm.exclusive)
  )
}
