import { inflateRawSync } from 'node:zlib'
import { SignedXml } from 'xml-crypto'
import { makeKey } from './testing-key.ts'

export type AnswerOptions = {
  nameId?: string
  audience?: string
  destination?: string
  recipient?: string
  inResponseTo?: string | null
  issuer?: string
  issuedAt: Date
  lifeSeconds?: number
  sign?: 'assertion' | 'response' | 'none'
  key?: string
  status?: string
  authnContext?: string
  sessionIndex?: string
}

const entityId = 'https://idp.example/saml'

/** An identity provider for tests: it signs whatever it is told to say. */
export function testProvider() {
  const { key, cert } = makeKey()
  return {
    entityId,
    key,
    cert,
    metadata: `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${cert.replace(/-----[^-]+-----/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`,
    otherKey: () => makeKey().key,
    /** ID and RelayState of the request a browser was sent here with. */
    readRequest(url: string) {
      const query = new URL(url).searchParams
      const xml = inflateRawSync(Buffer.from(query.get('SAMLRequest') ?? '', 'base64')).toString()
      return { id: /ID="([^"]+)"/.exec(xml)?.[1] ?? '', xml, relayState: query.get('RelayState') ?? '' }
    },
    answer: (acsUrl: string, audience: string, options: AnswerOptions) =>
      buildAnswer(acsUrl, audience, { key, ...options }),
  }
}

export function buildAnswer(acsUrl: string, spEntityId: string, options: AnswerOptions): string {
  const { issuedAt, sign = 'assertion' } = options
  const until = new Date(issuedAt.getTime() + (options.lifeSeconds ?? 300) * 1000).toISOString()
  const answering = options.inResponseTo ? ` InResponseTo="${options.inResponseTo}"` : ''
  const issuer = `<saml:Issuer>${options.issuer ?? entityId}</saml:Issuer>`
  const assertion = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a${Math.random().toString(36).slice(2)}" Version="2.0" IssueInstant="${issuedAt.toISOString()}">${issuer}<saml:Subject><saml:NameID>${options.nameId ?? 'molly'}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData${answering} NotOnOrAfter="${until}" Recipient="${options.recipient ?? acsUrl}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${issuedAt.toISOString()}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${options.audience ?? spEntityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${issuedAt.toISOString()}"${options.sessionIndex ? ` SessionIndex="${options.sessionIndex}"` : ''}><saml:AuthnContext><saml:AuthnContextClassRef>${options.authnContext ?? 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified'}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement></saml:Assertion>`
  const signedAssertion = sign === 'assertion' ? signed(assertion, 'Assertion', options.key ?? '') : assertion
  const response = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="${issuedAt.toISOString()}" Destination="${options.destination ?? acsUrl}"${answering}><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${options.issuer ?? entityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${options.status ?? 'urn:oasis:names:tc:SAML:2.0:status:Success'}"/></samlp:Status>${signedAssertion}</samlp:Response>`
  return sign === 'response' ? signed(response, 'Response', options.key ?? '') : response
}

function signed(xml: string, name: string, privateKey: string): string {
  const signature = new SignedXml({
    privateKey,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  })
  signature.addReference({
    xpath: `/*[local-name(.)='${name}']`,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
  })
  signature.computeSignature(xml, { location: { reference: `/*/*[local-name(.)='Issuer']`, action: 'after' } })
  return signature.getSignedXml()
}
