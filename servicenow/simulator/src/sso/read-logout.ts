import { createVerify, X509Certificate } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { DOMParser, type Element } from '@xmldom/xmldom'
import type { Provider } from './providers.ts'

const assertionNs = 'urn:oasis:names:tc:SAML:2.0:assertion'
const protocolNs = 'urn:oasis:names:tc:SAML:2.0:protocol'
const bytesMax = 100_000

export type LogoutRequest = {
  id: string
  issuer: string
  destination: string
  nameId: string
  sessionIndexes: readonly string[]
  notOnOrAfter: Date | null
}

/** A LogoutRequest out of an address; null for anything else. Nothing of it is trusted yet. */
export function readLogout(message: string): LogoutRequest | null {
  const root = parsed(message)
  if (root?.localName !== 'LogoutRequest' || root.namespaceURI !== protocolNs) return null
  const until = root.getAttribute('NotOnOrAfter')
  return {
    id: root.getAttribute('ID') ?? '',
    issuer: textOf(root, assertionNs, 'Issuer')[0] ?? '',
    destination: root.getAttribute('Destination') ?? '',
    nameId: textOf(root, assertionNs, 'NameID')[0] ?? '',
    sessionIndexes: textOf(root, protocolNs, 'SessionIndex'),
    notOnOrAfter: until ? new Date(until) : null,
  }
}

/** Whether the address was signed by the provider: over the query as it came (SAML bindings §3.4.4.1), with SHA-2. */
export function isSignedBy(provider: Provider, rawQuery: string): boolean {
  const parts = rawQuery.split('&')
  const only = (name: string): string | null => {
    const found = parts.filter((part) => part.startsWith(`${name}=`))
    return found.length === 1 ? (found[0] ?? null) : null
  }
  const [request, relayState, method, signature] = ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature'].map(only)
  if (!request || !method || !signature) return false
  const digest = /#rsa-(sha256|sha384|sha512)$/.exec(new URLSearchParams(method).get('SigAlg') ?? '')?.[1]
  if (!digest) return false
  const content = [request, relayState, method].filter((part) => part !== null).join('&')
  const bytes = Buffer.from(new URLSearchParams(signature).get('Signature') ?? '', 'base64')
  return provider.certificates.some((certificate) =>
    createVerify(digest).update(content).verify(new X509Certificate(certificate).publicKey, bytes),
  )
}

function parsed(message: string): Element | null {
  try {
    const xml = inflateRawSync(Buffer.from(message, 'base64'), { maxOutputLength: bytesMax }).toString('utf8')
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null
    return new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml').documentElement
  } catch {
    return null
  }
}

function textOf(root: Element, namespace: string, name: string): string[] {
  return [...root.getElementsByTagNameNS(namespace, name)].map((element) => (element.textContent ?? '').trim())
}
