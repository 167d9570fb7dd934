import { deflateRawSync } from 'node:zlib'
import { escapeXml } from '../rest/answer.ts'
import { notSimulated } from '../rest/rest-error.ts'
import type { Provider } from './providers.ts'

/** The address a browser is sent to with a request to sign in (SAML bindings §3.4, HTTP-Redirect). */
export function authnRequestUrl(provider: Provider, requestId: string, relayState: string, now: Date): string {
  if (provider.signsRequests) throw notSimulated('signing AuthnRequests')
  const xml = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${requestId}" Version="2.0" IssueInstant="${now.toISOString()}" Destination="${escapeXml(provider.requestUrl)}" AssertionConsumerServiceURL="${escapeXml(provider.acsUrl)}" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"${provider.forceAuthn ? ' ForceAuthn="true"' : ''}><saml:Issuer>${escapeXml(provider.issuer)}</saml:Issuer>${policy(provider)}${context(provider)}</samlp:AuthnRequest>`
  const url = new URL(provider.requestUrl)
  url.searchParams.set('SAMLRequest', deflateRawSync(xml).toString('base64'))
  url.searchParams.set('RelayState', relayState)
  return url.toString()
}

function policy({ nameIdPolicy }: Provider): string {
  return nameIdPolicy ? `<samlp:NameIDPolicy AllowCreate="true" Format="${escapeXml(nameIdPolicy)}"/>` : ''
}

function context({ authnContext }: Provider): string {
  return authnContext
    ? `<samlp:RequestedAuthnContext Comparison="exact"><saml:AuthnContextClassRef>${escapeXml(authnContext)}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>`
    : ''
}

/**
 * What the identity provider reads about this instance. Sign-outs come to the page of sign-ons, as Microsoft's guide for
 * ServiceNow has it; answers to them go to the static page that ServiceNow's own guide for AD FS names.
 */
export function metadata(provider: Provider, certificate: string | null): string {
  return `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escapeXml(provider.issuer)}"><md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keyDescriptor(provider, certificate)}${logoutService(provider)}${provider.nameIdPolicy ? `<md:NameIDFormat>${escapeXml(provider.nameIdPolicy)}</md:NameIDFormat>` : ''}<md:AssertionConsumerService isDefault="true" index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escapeXml(provider.acsUrl)}"/></md:SPSSODescriptor></md:EntityDescriptor>`
}

function keyDescriptor({ signsLogouts }: Provider, certificate: string | null): string {
  if (!signsLogouts || certificate === null) return ''
  const base64 = certificate.replace(/-----[^-]+-----|\s/g, '')
  return `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
}

function logoutService({ logoutUrl, acsUrl }: Provider): string {
  if (logoutUrl === '') return ''
  const answers = new URL('/external_logout_complete.do', acsUrl).toString()
  return `<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${escapeXml(acsUrl)}" ResponseLocation="${escapeXml(answers)}"/>`
}
