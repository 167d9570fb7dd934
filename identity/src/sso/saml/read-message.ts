import type { Document, Element } from '@xmldom/xmldom'
import { malformedMessage } from './errors.ts'
import { saml, samlp } from './names.ts'
import { attributeOf, child, children, isTrue, textOf } from './parse-xml.ts'

type Envelope = { id: string; issuer: string; issuedAt: Date; destination: string | null }

export type AuthnRequest = Envelope & {
  kind: 'AuthnRequest'
  acsUrl: string | null
  acsIndex: number | null
  protocolBinding: string | null
  forceAuthn: boolean
  isPassive: boolean
  nameIdFormat: string | null
  /** Classes of authentication the app wants, and how ours is compared with them. */
  requestedContext: { comparison: string; classes: string[] } | null
}
export type LogoutRequest = Envelope & {
  kind: 'LogoutRequest'
  nameId: { value: string; format: string | null }
  sessionIndexes: string[]
  notOnOrAfter: Date | null
}
export type LogoutResponse = Envelope & { kind: 'LogoutResponse'; inResponseTo: string | null; statusCode: string }

export type Message = AuthnRequest | LogoutRequest | LogoutResponse

/** What a message says, by the shapes of saml-core §3.4 and §3.7; whether it may be believed is another question. */
export function readMessage(document: Document): Message {
  const root = document.documentElement
  if (!root || root.namespaceURI !== samlp) throw malformedMessage('It is not a SAML 2.0 message.')
  if (root.getAttribute('Version') !== '2.0') throw malformedMessage('Its version is not 2.0.')
  switch (root.localName) {
    case 'AuthnRequest':
      return authnRequest(root)
    case 'LogoutRequest':
      return logoutRequest(root)
    case 'LogoutResponse':
      return logoutResponse(root)
    default:
      throw malformedMessage('This kind of message is not answered here.')
  }
}

function authnRequest(root: Element): AuthnRequest {
  const policy = child(root, samlp, 'NameIDPolicy')
  const wanted = child(root, samlp, 'RequestedAuthnContext')
  const index = attributeOf(root, 'AssertionConsumerServiceIndex')
  if (index !== null && !/^\d{1,5}$/.test(index)) throw malformedMessage('AssertionConsumerServiceIndex is no number.')
  return {
    kind: 'AuthnRequest',
    ...envelope(root),
    acsUrl: attributeOf(root, 'AssertionConsumerServiceURL'),
    acsIndex: index === null ? null : Number(index),
    protocolBinding: attributeOf(root, 'ProtocolBinding'),
    forceAuthn: isTrue(attributeOf(root, 'ForceAuthn')),
    isPassive: isTrue(attributeOf(root, 'IsPassive')),
    nameIdFormat: policy && attributeOf(policy, 'Format'),
    requestedContext: wanted && {
      comparison: attributeOf(wanted, 'Comparison') ?? 'exact',
      classes: children(wanted, saml, 'AuthnContextClassRef').map((each) => textOf(each) ?? ''),
    },
  }
}

function logoutRequest(root: Element): LogoutRequest {
  const nameId = child(root, saml, 'NameID')
  const value = textOf(nameId)
  if (!nameId || value === null || value === '') throw malformedMessage('It does not say who is signed out.')
  return {
    kind: 'LogoutRequest',
    ...envelope(root),
    nameId: { value, format: attributeOf(nameId, 'Format') },
    sessionIndexes: children(root, samlp, 'SessionIndex').map((each) => textOf(each) ?? ''),
    notOnOrAfter: optionalTime(root, 'NotOnOrAfter'),
  }
}

function logoutResponse(root: Element): LogoutResponse {
  const status = child(root, samlp, 'Status')
  const code = status && child(status, samlp, 'StatusCode')
  return {
    kind: 'LogoutResponse',
    ...envelope(root),
    inResponseTo: attributeOf(root, 'InResponseTo'),
    statusCode: (code && attributeOf(code, 'Value')) ?? '',
  }
}

function envelope(root: Element): Envelope {
  const id = attributeOf(root, 'ID')
  const issuer = textOf(child(root, saml, 'Issuer'))
  const issuedAt = optionalTime(root, 'IssueInstant')
  if (id === null || !/^[A-Za-z_][\w.-]{0,255}$/.test(id)) throw malformedMessage('Its ID is missing or no name.')
  if (issuer === null || issuer === '') throw malformedMessage('It does not say who sends it.')
  if (issuedAt === null) throw malformedMessage('It does not say when it was made.')
  return { id, issuer, issuedAt, destination: attributeOf(root, 'Destination') }
}

function optionalTime(root: Element, name: string): Date | null {
  const value = attributeOf(root, name)
  if (value === null) return null
  const time = new Date(value)
  if (!/^\d{4}-\d\d-\d\dT/.test(value) || Number.isNaN(time.getTime())) throw malformedMessage(`${name} is no time.`)
  return time
}
