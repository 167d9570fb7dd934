import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'
import type { Provider } from './providers.ts'

const assertionNs = 'urn:oasis:names:tc:SAML:2.0:assertion'
const protocolNs = 'urn:oasis:names:tc:SAML:2.0:protocol'
const signatureNs = 'http://www.w3.org/2000/09/xmldsig#'

export type Subject = {
  nameId: string
  nameIdFormat: string
  sessionIndex: string
  attributes: Readonly<Record<string, readonly string[]>>
  assertionId: string
  expiresAt: number
  authnContext: string
}

export type Verdict = { subject: Subject } | { refused: string }

/** Whoever claims to have sent it, and the request it says it answers; nothing of it is trusted yet. */
export function claimsOf(xml: string): { issuer: string; inResponseTo: string } | null {
  const document = parse(xml)
  const root = document?.documentElement
  if (root?.localName !== 'Response' || root.namespaceURI !== protocolNs) return null
  return { issuer: text(child(root, assertionNs, 'Issuer')), inResponseTo: root.getAttribute('InResponseTo') ?? '' }
}

/**
 * Checks a response to the letter and reads the person out of what was signed, and of nothing else: the signature is
 * over the Response or the Assertion that holds it, by a known certificate; status, issuer, destination, audience,
 * recipient, request and both ends of time are as they must be. `requestId` is '' where nothing was asked for.
 */
export function verifyResponse(xml: string, provider: Provider, requestId: string, now: Date): Verdict {
  const document = parse(xml)
  const root = document?.documentElement
  if (!document || !root || root.localName !== 'Response' || root.namespaceURI !== protocolNs)
    return refused('It is no SAML response')
  if (hasRepeatedIds(document)) return refused('An ID is used twice')
  const status = child(child(root, protocolNs, 'Status'), protocolNs, 'StatusCode')?.getAttribute('Value')
  if (status !== 'urn:oasis:names:tc:SAML:2.0:status:Success') return refused(`The status is ${status}`)
  if (root.getElementsByTagNameNS(assertionNs, 'EncryptedAssertion').length > 0)
    return refused('Encrypted assertions are not simulated')
  const destination = root.getAttribute('Destination')
  if (destination && destination !== provider.acsUrl) return refused('The destination is another')
  const assertion = signedAssertion(xml, root, provider)
  if (typeof assertion === 'string') return refused(assertion)
  const responseTo = root.getAttribute('InResponseTo') ?? ''
  if (responseTo !== requestId) return refused('It answers another request')
  return readAssertion(assertion, provider, requestId, now)
}

function signedAssertion(xml: string, root: Element, provider: Provider): Element | string {
  const assertions = children(root, assertionNs, 'Assertion')
  const [assertion] = assertions
  if (!assertion || assertions.length > 1) return 'There is not exactly one assertion'
  for (const holder of [root, assertion]) {
    const signatures = children(holder, signatureNs, 'Signature')
    const [signature] = signatures
    if (!signature) continue
    if (signatures.length > 1) return 'There is more than one signature'
    const signed = verifiedContent(xml, holder, signature, provider.certificates)
    if (!signed) return 'The signature is wrong'
    const content = parse(signed)?.documentElement
    if (!content) return 'The signed part cannot be read'
    if (content.localName === 'Assertion') return content
    const inner = children(content, assertionNs, 'Assertion')
    return inner.length === 1 && inner[0] ? inner[0] : 'There is not exactly one signed assertion'
  }
  return 'Nothing is signed'
}

/** The canonical text a signature covers, if it is right and covers the element that holds it as a whole. */
function verifiedContent(
  xml: string,
  holder: Element,
  signature: Element,
  certificates: readonly string[],
): string | null {
  for (const publicCert of certificates) {
    const check = new SignedXml({ publicCert, getCertFromKeyInfo: () => null })
    try {
      // xml-crypto's types are of the DOM of browsers; the nodes are those of @xmldom/xmldom.
      check.loadSignature(signature as never)
      if (!check.checkSignature(xml)) continue
    } catch {
      continue
    }
    const references = check.getReferences()
    const [content] = check.getSignedReferences()
    const isWhole = references.length === 1 && references[0]?.uri === `#${holder.getAttribute('ID')}`
    if (isWhole && content && /sha(256|384|512)/i.test(check.signatureAlgorithm ?? '')) return content
  }
  return null
}

function readAssertion(assertion: Element, provider: Provider, requestId: string, now: Date): Verdict {
  const skew = provider.clockSkewSeconds * 1000
  const at = now.getTime()
  if (text(child(assertion, assertionNs, 'Issuer')) !== provider.entityId) return refused('The issuer is another')
  const conditions = child(assertion, assertionNs, 'Conditions')
  if (!conditions) return refused('There are no conditions')
  if (!isWithin(conditions, at, skew)) return refused('It is too early or too late')
  const audiences = [...conditions.getElementsByTagNameNS(assertionNs, 'Audience')].map(text)
  if (!audiences.includes(provider.audience)) return refused('The audience is another')
  const subject = child(assertion, assertionNs, 'Subject')
  const confirmation = children(subject, assertionNs, 'SubjectConfirmation').find(
    (one) => one.getAttribute('Method') === 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
  )
  const data = child(confirmation ?? null, assertionNs, 'SubjectConfirmationData')
  if (!data) return refused('The subject is not confirmed')
  if (data.getAttribute('Recipient') !== provider.acsUrl) return refused('The recipient is another')
  if ((data.getAttribute('InResponseTo') ?? '') !== requestId) return refused('The subject answers another request')
  const expiresAt = Date.parse(data.getAttribute('NotOnOrAfter') ?? '')
  if (!(expiresAt + skew > at)) return refused('The confirmation is over')
  const name = child(subject, assertionNs, 'NameID')
  const nameId = text(name)
  const assertionId = assertion.getAttribute('ID') ?? ''
  if (nameId === '' || assertionId === '') return refused('It names nobody')
  const context = text(assertion.getElementsByTagNameNS(assertionNs, 'AuthnContextClassRef')[0] ?? null)
  if (provider.authnContext && context !== provider.authnContext) return refused('The way of signing in is another')
  return {
    subject: {
      nameId,
      nameIdFormat: name?.getAttribute('Format') ?? '',
      sessionIndex: child(assertion, assertionNs, 'AuthnStatement')?.getAttribute('SessionIndex') ?? '',
      attributes: attributesOf(assertion),
      assertionId,
      expiresAt: expiresAt + skew,
      authnContext: context,
    },
  }
}

function attributesOf(assertion: Element): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const attribute of assertion.getElementsByTagNameNS(assertionNs, 'Attribute'))
    found[attribute.getAttribute('Name') ?? ''] = children(attribute, assertionNs, 'AttributeValue').map(text)
  return found
}

function isWithin(conditions: Element, at: number, skew: number): boolean {
  const from = conditions.getAttribute('NotBefore')
  const until = conditions.getAttribute('NotOnOrAfter')
  if (from && !(Date.parse(from) - skew <= at)) return false
  return !until || Date.parse(until) + skew > at
}

function parse(xml: string): Document | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null
  try {
    const faults: string[] = []
    const onError = (level: string) => {
      if (level !== 'warning') faults.push(level)
    }
    const document = new DOMParser({ onError }).parseFromString(xml, 'text/xml')
    return faults.length === 0 ? document : null
  } catch {
    return null
  }
}

function hasRepeatedIds(document: Document): boolean {
  const ids = [...document.getElementsByTagName('*')].map((element) => element.getAttribute('ID')).filter((id) => id)
  return new Set(ids).size !== ids.length
}

function children(parent: Element | null, namespace: string, name: string): Element[] {
  if (!parent) return []
  return [...parent.childNodes].filter(
    (node): node is Element =>
      node.nodeType === 1 && (node as Element).localName === name && (node as Element).namespaceURI === namespace,
  )
}

function child(parent: Element | null, namespace: string, name: string): Element | null {
  return children(parent, namespace, name)[0] ?? null
}

function text(element: Element | null): string {
  if (!element) return ''
  // A comment inside a name would split it for one reader and not for another.
  return [...element.childNodes].every((node) => node.nodeType === 3 || node.nodeType === 4)
    ? (element.textContent ?? '').trim()
    : ''
}

function refused(why: string): Verdict {
  return { refused: why }
}
