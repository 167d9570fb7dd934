import { createSign, randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { SignOn } from '../auth/sessions.ts'
import { escapeXml } from '../rest/answer.ts'
import type { Service } from '../rest/service.ts'
import { type KeyStore, keyStoreOf } from './key-store.ts'
import { type Provider, providerById } from './providers.ts'

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const names =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0"'

/**
 * Where whoever signs out here goes on: to the provider that let them in, with a LogoutRequest in the address (KB0788164);
 * null for a local password, or where the provider has no such address. Signed with SHA-256 where the form says so.
 */
export function logoutAddress({ records, clock, sessions }: Service, cookie: string): string | null {
  const signOn = sessions.signOnOf(cookie)
  if (!signOn) return null
  const provider = providerById(records, signOn.providerId)
  if (!provider?.isActive || provider.logoutUrl === '') return null
  const id = `SNC${randomBytes(20).toString('hex')}`
  const xml = `<samlp:LogoutRequest ${names} ${head(provider, id, clock.now())}>${issuer(provider)}${nameOf(signOn)}</samlp:LogoutRequest>`
  return address(provider, 'SAMLRequest', xml, '', keyStoreOf(records))
}

/** The answer to a provider that began the sign-out. */
export function logoutAnswer(
  { records, clock }: Service,
  provider: Provider,
  asked: { id: string; relayState: string },
): string {
  const id = `SNC${randomBytes(20).toString('hex')}`
  const answering = `${head(provider, id, clock.now())} InResponseTo="${escapeXml(asked.id)}"`
  const status = `<samlp:Status><samlp:StatusCode Value="${success}"/></samlp:Status>`
  const xml = `<samlp:LogoutResponse ${names} ${answering}>${issuer(provider)}${status}</samlp:LogoutResponse>`
  return address(provider, 'SAMLResponse', xml, asked.relayState, keyStoreOf(records))
}

function head(provider: Provider, id: string, now: Date): string {
  return `ID="${id}" IssueInstant="${now.toISOString()}" Destination="${escapeXml(provider.logoutUrl)}"`
}

function issuer(provider: Provider): string {
  return `<saml:Issuer>${escapeXml(provider.issuer)}</saml:Issuer>`
}

function nameOf({ nameId, nameIdFormat, sessionIndex }: SignOn): string {
  const format = nameIdFormat ? ` Format="${escapeXml(nameIdFormat)}"` : ''
  const index = sessionIndex ? `<samlp:SessionIndex>${escapeXml(sessionIndex)}</samlp:SessionIndex>` : ''
  return `<saml:NameID${format}>${escapeXml(nameId)}</saml:NameID>${index}`
}

/** The message in an address (SAML bindings §3.4.4); signed over the parameters in the order they are sent. */
function address(
  provider: Provider,
  parameter: 'SAMLRequest' | 'SAMLResponse',
  xml: string,
  relayState: string,
  keyStore: KeyStore | null,
): string {
  const url = new URL(provider.logoutUrl)
  const parts = new URLSearchParams({ [parameter]: deflateRawSync(xml).toString('base64') })
  if (relayState !== '') parts.set('RelayState', relayState)
  if (provider.signsLogouts && keyStore) {
    parts.set('SigAlg', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')
    const signature = createSign('sha256').update(parts.toString()).sign(keyStore.privateKey, 'base64')
    parts.set('Signature', signature)
  }
  const before = url.search === '' ? '' : `${url.search.slice(1)}&`
  return `${url.origin}${url.pathname}?${before}${parts}`
}
