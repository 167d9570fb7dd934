import { X509Certificate } from 'node:crypto'
import type { Element } from '@xmldom/xmldom'
import { pemOf } from './encrypt-assertion.ts'
import { metadataUnusable } from './errors.ts'
import { binding, ds, md } from './names.ts'
import { attributeOf, child, children, isTrue, metadataLimits, parseXml, textOf } from './parse-xml.ts'

/** What a service provider published about itself (saml-metadata §2.4.4). */
export type SpMetadata = {
  entityId: string
  acs: { url: string; index: number; isDefault: boolean }[]
  slo: { url: string; responseUrl: string | null; binding: 'redirect' | 'post' } | null
  /** Where it takes sign-outs from service to service. */
  soapLogoutUrl: string | null
  nameIdFormats: string[]
  signsRequests: boolean
  wantsAssertionsSigned: boolean
  /** Base64 DER, for checking what it signs. */
  signingCertificates: string[]
  encryptionCertificate: string | null
  validUntil: Date | null
}

export function readMetadata(xml: string): SpMetadata {
  const document = parseXml(xml, metadataLimits)
  const root = document.documentElement as Element
  if (root.namespaceURI !== md || !['EntityDescriptor', 'EntitiesDescriptor'].includes(root.localName ?? ''))
    throw metadataUnusable('This is not SAML 2.0 metadata.')
  const entities = root.localName === 'EntityDescriptor' ? [root] : children(root, md, 'EntityDescriptor')
  const providers = entities.filter((entity) => child(entity, md, 'SPSSODescriptor'))
  const [entity] = providers
  if (!entity) throw metadataUnusable('There is no service provider in this metadata.')
  if (providers.length > 1)
    throw metadataUnusable('There are several service providers in it; give the metadata of one.')
  const provider = child(entity, md, 'SPSSODescriptor') as Element
  const entityId = attributeOf(entity, 'entityID')
  const acs = consumers(provider)
  if (entityId === null) throw metadataUnusable('The entity ID is missing.')
  if (acs.length === 0)
    throw metadataUnusable('No assertion consumer service with the HTTP-POST binding is named in it.')
  const until = attributeOf(entity, 'validUntil')
  return {
    entityId,
    acs,
    slo: logout(provider),
    soapLogoutUrl: soapLogout(provider),
    nameIdFormats: children(provider, md, 'NameIDFormat').map((each) => textOf(each) ?? ''),
    signsRequests: isTrue(attributeOf(provider, 'AuthnRequestsSigned')),
    wantsAssertionsSigned: isTrue(attributeOf(provider, 'WantAssertionsSigned')),
    signingCertificates: certificates(provider, 'signing'),
    encryptionCertificate: certificates(provider, 'encryption')[0] ?? null,
    validUntil: until === null ? null : new Date(until),
  }
}

function consumers(provider: Element): SpMetadata['acs'] {
  return children(provider, md, 'AssertionConsumerService')
    .filter((each) => attributeOf(each, 'Binding') === binding.post)
    .map((each, position) => ({
      url: addressOf(each, 'Location'),
      index: indexOf(attributeOf(each, 'index'), position),
      isDefault: isTrue(attributeOf(each, 'isDefault')),
    }))
}

/** An unsigned short, as XML Schema has it (saml-metadata §2.2.3). */
function indexOf(value: string | null, position: number): number {
  if (value === null) return position
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw metadataUnusable(`An index in it is not usable: ${value.slice(0, 200)}`)
  return Number(value)
}

function logout(provider: Element): SpMetadata['slo'] {
  const all = children(provider, md, 'SingleLogoutService')
  for (const kind of ['redirect', 'post'] as const) {
    const found = all.find((each) => attributeOf(each, 'Binding') === binding[kind])
    if (!found) continue
    const responseUrl = attributeOf(found, 'ResponseLocation') === null ? null : addressOf(found, 'ResponseLocation')
    return { url: addressOf(found, 'Location'), responseUrl, binding: kind }
  }
  return null
}

function soapLogout(provider: Element): string | null {
  const all = children(provider, md, 'SingleLogoutService')
  const found = all.find((each) => attributeOf(each, 'Binding') === binding.soap)
  return found ? addressOf(found, 'Location') : null
}

function addressOf(element: Element, name: string): string {
  const value = attributeOf(element, name) ?? ''
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !['https:', 'http:'].includes(url.protocol))
    throw metadataUnusable(`An address in it is not usable: ${value.slice(0, 200)}`)
  return value
}

/** A key without `use` serves both purposes (saml-metadata §2.4.1.1). */
function certificates(provider: Element, use: 'signing' | 'encryption'): string[] {
  const found: string[] = []
  for (const descriptor of children(provider, md, 'KeyDescriptor')) {
    const wanted = attributeOf(descriptor, 'use')
    if (wanted !== null && wanted !== use) continue
    for (const each of Array.from(descriptor.getElementsByTagNameNS(ds, 'X509Certificate')))
      found.push(certificateOf(textOf(each) ?? ''))
  }
  return [...new Set(found)]
}

/** Assertions are encrypted for RSA keys alone, and for none that somebody could break (NIST SP 800-131A). */
export function canEncryptFor(certificate: string): boolean {
  const { publicKey } = new X509Certificate(pemOf(certificate))
  return publicKey.asymmetricKeyType === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
}

export function certificateOf(given: string): string {
  const bare = given.replaceAll(/-----[A-Z ]+-----|\s/g, '')
  try {
    return new X509Certificate(pemOf(bare)).raw.toString('base64')
  } catch (cause) {
    throw metadataUnusable(cause instanceof Error ? 'A certificate in it cannot be read.' : 'A certificate is wrong.')
  }
}
