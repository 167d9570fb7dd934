import type { OidcPublicKey } from '@hallpass/contract/oidc'
import { Failure } from '../../platform/errors.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { publishedKeys } from './client-keys.ts'

export type KeysAtAddress = {
  /** The keys an app publishes there; none where they cannot be read. `kid` is the one that is looked for, where it is named. */
  of(address: string, kid: string | undefined): Promise<OidcPublicKey[]>
}

type Known = {
  keys: OidcPublicKey[]
  /** In milliseconds; never, where it was not. */
  readAt: number
  triedAt: number
  reading: Promise<void> | undefined
}

const minute = 60_000
/** A key that the app took away opens nothing after this. */
const freshMs = 5 * minute
/** So long keys go on while their address does not answer. */
const keptMs = 60 * minute
/** Whoever knows the name of an app may make us look for keys, but not oftener than this. */
const pauseMs = 10_000

/**
 * Keys of apps that publish them, each address read once for a while, and at once for a key that is not known yet: so an app that
 * publishes its next key before it uses it goes on without a break.
 */
export function createKeysAtAddress(deps: Pick<SignOnDeps, 'egress' | 'clock' | 'log'>): KeysAtAddress {
  const known = new Map<string, Known>()
  const read = async (address: string, entry: Known, now: number) => {
    entry.triedAt = now
    try {
      entry.keys = await readKeys(deps, address)
      entry.readAt = now
    } catch (error) {
      deps.log.warn({ address, reason: reasonOf(error) }, 'the keys of an app could not be read')
    }
    entry.reading = undefined
  }
  return {
    async of(address, kid) {
      const now = deps.clock.now().getTime()
      const entry = known.get(address) ?? { keys: [], readAt: -Infinity, triedAt: -Infinity, reading: undefined }
      if (!known.has(address)) {
        for (const [other, { triedAt }] of known) if (!isWithin(keptMs, triedAt, now)) known.delete(other)
        known.set(address, entry)
      }
      const isLacking = kid !== undefined && !entry.keys.some((each) => each.kid === kid)
      const isWanted = isLacking || !isWithin(freshMs, entry.readAt, now)
      if (isWanted && !isWithin(pauseMs, entry.triedAt, now)) entry.reading ??= read(address, entry, now)
      if (isWanted) await entry.reading
      return isWithin(keptMs, entry.readAt, now) ? entry.keys : []
    },
  }
}

/** False as well where the clock was set back since. */
const isWithin = (ms: number, since: number, now: number): boolean => since <= now && now - since < ms

/** By the one way out (security A.4). Throws a failure that says what is wrong there. */
export async function readKeys({ egress }: Pick<SignOnDeps, 'egress'>, address: string): Promise<OidcPublicKey[]> {
  const { status, text } = await egress.fetch(address, {
    headers: { accept: 'application/jwk-set+json, application/json' },
    timeoutMs: 3000,
    bytesMax: 64 * 1024,
  })
  if (status !== 200) throw unreadable(`It answers with status ${status}.`)
  const found = publishedKeys(text)
  if (found.keys === null) throw unreadable(found.message)
  return found.keys
}

const unreadable = (message: string): Failure => new Failure('unavailable', 'client_keys_unreadable', message)

const reasonOf = (error: unknown): string => (error instanceof Failure ? error.message : 'It could not be asked.')
