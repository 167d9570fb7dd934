import { hash, randomBytes } from 'node:crypto'
import { Secret } from '../platform/secret.ts'

/** A new one-time value (ticket, link, cookie): 32 random bytes, and the SHA-256 that is all we keep of it. */
export function oneTimeToken(): { token: Secret; hash: Buffer } {
  const token = new Secret(randomBytes(32).toString('base64url'))
  return { token, hash: hashOfToken(token.reveal()) }
}

/** 256 random bits need no slow hash and no key: a dump gives nothing that can be replayed. */
export function hashOfToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}
