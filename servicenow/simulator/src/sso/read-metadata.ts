import { DOMParser, type Element } from '@xmldom/xmldom'

export type ProviderMetadata = {
  entityId: string
  /** Where a browser goes with a request, by HTTP-Redirect. */
  requestUrl: string
  logoutUrl: string
  /** PEM. */
  certificates: readonly string[]
}

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'

/** What an identity provider's metadata says (SAML metadata §2.4.3); null where it describes none. */
export function readMetadata(xml: string): ProviderMetadata | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null
  const root = parsed(xml)
  const descriptor = root && all(root, 'IDPSSODescriptor')[0]
  const entityId = root?.getAttribute('entityID') ?? ''
  if (!root || !descriptor || entityId === '') return null
  const urlOf = (name: string) =>
    all(descriptor, name)
      .find((service) => service.getAttribute('Binding') === redirect)
      ?.getAttribute('Location') ?? ''
  const requestUrl = urlOf('SingleSignOnService')
  if (!/^https?:\/\//.test(requestUrl)) return null
  const keys = all(descriptor, 'KeyDescriptor').filter((key) => key.getAttribute('use') !== 'encryption')
  const certificates = keys.flatMap((key) => all(key, 'X509Certificate')).map((node) => pem(node.textContent ?? ''))
  return { entityId, requestUrl, logoutUrl: urlOf('SingleLogoutService'), certificates }
}

function parsed(xml: string): Element | null {
  try {
    return new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml').documentElement
  } catch {
    return null
  }
}

function all(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS('*', name)]
}

function pem(base64: string): string {
  const lines = base64.replace(/\s/g, '').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
