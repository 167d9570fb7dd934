import { createHash, type KeyObject, sign } from 'node:crypto'
import { algorithm, ds } from './names.ts'

export type SigningKey = {
  id: string
  privateKey: KeyObject
  /** DER in base64, one line: the form of `ds:X509Certificate`. */
  certificate: string
}

/**
 * The `ds:Signature` over an element given in exclusive canonical form, without that signature in it. Reference, digest
 * and value are written in canonical form as well: their bytes are what a verifier makes of them (xmldsig-core §3.1).
 */
export function signatureOf(canonical: string, id: string, key: SigningKey): string {
  const digest = createHash('sha256').update(canonical).digest('base64')
  const content =
    `<ds:CanonicalizationMethod Algorithm="${algorithm.exclusive}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${algorithm.rsaSha256}"></ds:SignatureMethod>` +
    `<ds:Reference URI="#${id}"><ds:Transforms>` +
    `<ds:Transform Algorithm="${algorithm.enveloped}"></ds:Transform>` +
    `<ds:Transform Algorithm="${algorithm.exclusive}"></ds:Transform>` +
    `</ds:Transforms><ds:DigestMethod Algorithm="${algorithm.sha256}"></ds:DigestMethod>` +
    `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`
  // On its own, as it is hashed, the element declares the prefix; inside its parent the parent does.
  const hashed = `<ds:SignedInfo xmlns:ds="${ds}">${content}</ds:SignedInfo>`
  const value = sign('sha256', Buffer.from(hashed), key.privateKey).toString('base64')
  return (
    `<ds:Signature xmlns:ds="${ds}"><ds:SignedInfo>${content}</ds:SignedInfo>` +
    `<ds:SignatureValue>${value}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${key.certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
    '</ds:Signature>'
  )
}

/** An element in two halves: the signature belongs between its issuer and the rest (saml-core §5.4.1, schema order). */
export type Signable = { id: string; head: string; tail: string }

export const unsigned = ({ head, tail }: Signable): string => head + tail

export const signed = (element: Signable, key: SigningKey): string =>
  element.head + signatureOf(unsigned(element), element.id, key) + element.tail
