/** An app that proves itself by a key of its own, with as much wrong as a test wants. */
import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import type { OidcPublicKey } from '@hallpass/contract/oidc'

export type TestClientKey = {
  alg: string
  kid: string
  privateKey: KeyObject
  publicJwk: OidcPublicKey & { kid: string }
}

export function makeClientKey(alg: string, kid: string = randomUUID()): TestClientKey {
  const { publicKey, privateKey } = pairFor(alg)
  return { alg, kid, privateKey, publicJwk: { ...(publicKey.export({ format: 'jwk' }) as OidcPublicKey), kid } }
}

function pairFor(alg: string): { publicKey: KeyObject; privateKey: KeyObject } {
  if (alg === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' })
  if (alg === 'EdDSA' || alg === 'Ed25519') return generateKeyPairSync('ed25519')
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

/** A JWT of these claims. */
export function signJwt(key: TestClientKey, claims: object, header: object = {}): string {
  const inBase64 = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const text = `${inBase64({ alg: key.alg, kid: key.kid, ...header })}.${inBase64(claims)}`
  const isEdwards = key.alg === 'EdDSA' || key.alg === 'Ed25519'
  const signature = sign(isEdwards ? null : 'sha256', Buffer.from(text), {
    key: key.privateKey,
    dsaEncoding: 'ieee-p1363',
    ...(key.alg === 'PS256' ? { padding: 6, saltLength: 32 } : {}),
  })
  return `${text}.${signature.toString('base64url')}`
}

/** A good assertion, but for what is changed (OpenID Connect Core §9). */
export function assertionOf(
  { clientId, issuer }: { clientId: string; issuer: string },
  key: TestClientKey,
  changes: object = {},
  header: object = {},
): string {
  const now = Math.floor(Date.now() / 1000)
  const usual = { iss: clientId, sub: clientId, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 }
  return signJwt(key, { ...usual, ...changes }, header)
}

/** What an app sends for a token in its own name. */
export const askWith = (assertion: string) => ({
  method: 'POST' as const,
  url: '/oidc/token',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }).toString(),
})
