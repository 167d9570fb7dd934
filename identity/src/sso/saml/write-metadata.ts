import { binding, ds, md, nameIdFormat, samlp } from './names.ts'
import { attributes, text } from './write-xml.ts'

export type IdpFacts = {
  entityId: string
  signOnUrl: string
  logoutUrl: string
  /** Certificates apps should trust, base64 DER: the one in use first, then the one that will follow. */
  certificates: readonly string[]
  wantsRequestsSigned: boolean
}

/** What apps read about us (saml-metadata §2.4.3). */
export function writeMetadata(facts: IdpFacts): string {
  const keys = facts.certificates.map(
    (certificate) =>
      `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${ds}"><ds:X509Data><ds:X509Certificate>${text(certificate)}` +
      '</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>',
  )
  const endpoint = (name: string, url: string): string =>
    [binding.redirect, binding.post]
      .map((each) => `<md:${name}${attributes({ Binding: each, Location: url })}></md:${name}>`)
      .join('')
  const formats = Object.values(nameIdFormat).map((format) => `<md:NameIDFormat>${format}</md:NameIDFormat>`)
  const role = attributes({
    WantAuthnRequestsSigned: String(facts.wantsRequestsSigned),
    protocolSupportEnumeration: samlp,
  })
  return (
    `<md:EntityDescriptor xmlns:md="${md}"${attributes({ entityID: facts.entityId })}><md:IDPSSODescriptor${role}>` +
    keys.join('') +
    endpoint('SingleLogoutService', facts.logoutUrl) +
    formats.join('') +
    endpoint('SingleSignOnService', facts.signOnUrl) +
    '</md:IDPSSODescriptor></md:EntityDescriptor>\n'
  )
}
