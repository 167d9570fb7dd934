import { timingSafeEqual } from 'node:crypto'
import type Provider from 'oidc-provider'
import { hashOfToken } from '../../credentials/module.ts'
import type { Clock } from '../../platform/clock.ts'
import type { FurtherMetadata } from './client-metadata.ts'

type Client = FurtherMetadata & { clientSecret?: string; compareClientSecret(given: string): boolean }

/**
 * Secrets of clients are kept as SHA-256 of 256 random bits. What is given is hashed first, which makes the comparison constant
 * in time as well; each secret before goes on until it ends.
 */
export function compareSecretsByHash(provider: Provider, clock: Clock): void {
  const prototype = provider.Client.prototype as unknown as Client
  prototype.compareClientSecret = function compare(this: Client, given: string): boolean {
    const hash = hashOfToken(given)
    const now = clock.now().getTime()
    const live = (this.previous_secrets ?? []).filter(({ endsAt }) => now < endsAt)
    return [this.clientSecret, ...live.map((each) => each.hash)].some((kept) => isSame(hash, kept))
  }
}

/** `kept` is a hash in base64url; a client without one has a word there that no hash is. */
function isSame(hash: Buffer, kept: string | undefined): boolean {
  const known = Buffer.from(kept ?? '', 'base64url')
  return known.length === hash.length && timingSafeEqual(known, hash)
}
