/** The identifiers of SAML 2.0 and XML Signature that we write and read (saml-core-2.0-os, xmldsig-core, RFC 9231). */
export const samlp = 'urn:oasis:names:tc:SAML:2.0:protocol'
export const saml = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const md = 'urn:oasis:names:tc:SAML:2.0:metadata'
export const ds = 'http://www.w3.org/2000/09/xmldsig#'

export const binding = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
  soap: 'urn:oasis:names:tc:SAML:2.0:bindings:SOAP',
} as const

export const nameIdFormat = {
  unspecified: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  emailAddress: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
} as const

/** SHA-1 is neither written nor accepted (security C.18). */
export const algorithm = {
  exclusive: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  enveloped: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
  rsaSha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  rsaSha512: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
} as const

export const context = {
  password: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  unspecified: 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
  /** Several factors of which one is hard to take over (REFEDS MFA profile). */
  mfa: 'https://refeds.org/profile/mfa',
} as const

const status = 'urn:oasis:names:tc:SAML:2.0:status'
export const statusCode = {
  success: `${status}:Success`,
  requester: `${status}:Requester`,
  responder: `${status}:Responder`,
  noPassive: `${status}:NoPassive`,
  noAuthnContext: `${status}:NoAuthnContext`,
  requestDenied: `${status}:RequestDenied`,
  partialLogout: `${status}:PartialLogout`,
  unknownPrincipal: `${status}:UnknownPrincipal`,
  invalidNameIdPolicy: `${status}:InvalidNameIDPolicy`,
} as const
