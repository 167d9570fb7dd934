/**
 * The signature both sides put on what they say: HMAC-SHA-256 over version, key, instance, method, path, body, time and
 * nonce. Pure: whoever calls it brings hash, clock and keys.
 */

export const toleranceSeconds = 300
/** Longer than a timestamp is good on either side of now. */
export const nonceSeconds = 11 * 60

export type Signature = {
  readonly keyId: string
  readonly instanceId: string
  readonly time: number
  readonly nonce: string
  readonly mac: string
}
export type Signed = { readonly method: string; readonly path: string; readonly bodyHash: string }

const shape =
  /^v=1,kid=([\w.-]{1,64}),iid=([\w.:-]{1,100}),ts=(\d{1,12}),nonce=([0-9a-f]{32}),mac=([A-Za-z0-9+/=]{1,88})$/

export function parseSignature(header: string): Signature | null {
  const found = shape.exec(header)
  if (found === null) return null
  const [, keyId = '', instanceId = '', time = '', nonce = '', mac = ''] = found
  return { keyId, instanceId, time: Number(time), nonce, mac }
}

export function formatSignature(signature: Signature): string {
  const { keyId, instanceId, time, nonce, mac } = signature
  return `v=1,kid=${keyId},iid=${instanceId},ts=${time},nonce=${nonce},mac=${mac}`
}

/** The text that is signed; `path` with its query, exactly as it was sent. */
export function signingText(signed: Signed, of: Omit<Signature, 'mac'>): string {
  return [
    'hallpass-signature-1',
    of.keyId,
    of.instanceId,
    signed.method.toUpperCase(),
    signed.path,
    signed.bodyHash.toLowerCase(),
    String(of.time),
    of.nonce,
  ].join('\n')
}

/** Takes as long for the first wrong character as for the last. */
export function equalInConstantTime(given: string, wanted: string): boolean {
  let difference = given.length ^ wanted.length
  for (let i = 0; i < wanted.length; i += 1) {
    difference |= (given.charCodeAt(i % Math.max(1, given.length)) || 0) ^ wanted.charCodeAt(i)
  }
  return difference === 0
}

/** Seconds the sender's clock is ahead of ours; null while it is near enough. */
export function clockError(time: number, now: number): number | null {
  const offset = time - now
  return Math.abs(offset) > toleranceSeconds ? offset : null
}
