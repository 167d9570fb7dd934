/** The signature of both directions (security C.15): pure, so that both ends can be tried against each other. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export const clockTolerance = 300

export type Signature = { keyId: string; instanceId: string; at: number; nonce: string; mac: string }

export type Signed = {
  method: string
  /** Path and query, exactly as sent. */
  target: string
  body: Buffer | string
}

/** The value of `X-Hallpass-Signature`. `at`: seconds since 1970. */
export function writeSignature(key: Buffer, of: Signed & Omit<Signature, 'mac'>): string {
  const { keyId, instanceId, at, nonce } = of
  return `v=1,kid=${keyId},iid=${instanceId},ts=${at},nonce=${nonce},mac=${macOf(key, of).toString('base64')}`
}

const shape = /^v=1,kid=([\w.-]{1,64}),iid=([\w.-]{1,100}),ts=(\d{1,12}),nonce=([0-9a-f]{32}),mac=([A-Za-z0-9+/]{43}=)$/

/** Null for anything that is not exactly one signature in the one spelling there is. */
export function readSignature(header: string | string[] | undefined): Signature | null {
  const found = typeof header === 'string' ? shape.exec(header) : null
  if (!found) return null
  const [, keyId = '', instanceId = '', at = '', nonce = '', mac = ''] = found
  return { keyId, instanceId, at: Number(at), nonce, mac }
}

/** Whether the key made it; in constant time. */
export function isSignedBy(key: Buffer, signature: Signature, of: Signed): boolean {
  const given = Buffer.from(signature.mac, 'base64')
  const made = macOf(key, { ...of, ...signature })
  return given.length === made.length && timingSafeEqual(given, made)
}

function macOf(
  key: Buffer,
  { keyId, instanceId, method, target, body, at, nonce }: Signed & Omit<Signature, 'mac'>,
): Buffer {
  const bodyHash = createHash('sha256').update(body).digest('hex')
  const lines = ['hallpass-signature-1', keyId, instanceId, method.toUpperCase(), target, bodyHash, String(at), nonce]
  return createHmac('sha256', key).update(lines.join('\n')).digest()
}
