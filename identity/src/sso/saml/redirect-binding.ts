import { createSign } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { malformedMessage } from './errors.ts'
import { algorithm } from './names.ts'
import { messageLimits } from './parse-xml.ts'
import type { SigningKey } from './sign-xml.ts'

type Parameter = 'SAMLRequest' | 'SAMLResponse'

/** The XML of a query value: base64 of raw DEFLATE (saml-bindings §3.4.4.1), never more than we would read. */
export function inflateMessage(value: string): string {
  try {
    return inflateRawSync(base64(value), { maxOutputLength: messageLimits.bytes }).toString('utf8')
  } catch (cause) {
    throw malformedMessage('It is not compressed as the HTTP-Redirect binding wants.', cause)
  }
}

/** The XML of a form value: plain base64 (saml-bindings §3.5.4). */
export function decodeMessage(value: string): string {
  return base64(value).toString('utf8')
}

function base64(value: string): Buffer {
  const bare = value.replaceAll(/\s/g, '')
  if (bare === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) throw malformedMessage('It is not base64.')
  return Buffer.from(bare, 'base64')
}

/** An address that carries a message of ours, signed over the query as it is sent. */
export function redirectAddress(
  target: string,
  parameter: Parameter,
  xml: string,
  relayState: string | null,
  key: SigningKey,
): string {
  const parts = [`${parameter}=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}`]
  if (relayState !== null) parts.push(`RelayState=${encodeURIComponent(relayState)}`)
  parts.push(`SigAlg=${encodeURIComponent(algorithm.rsaSha256)}`)
  const content = parts.join('&')
  const signature = createSign('sha256').update(content).sign(key.privateKey, 'base64')
  return `${target}${target.includes('?') ? '&' : '?'}${content}&Signature=${encodeURIComponent(signature)}`
}
