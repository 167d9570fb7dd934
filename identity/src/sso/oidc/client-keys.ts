/** Public keys by which apps prove themselves (RFC 7523, OpenID Connect Core §9): what is a key, and what is none of ours to see. */
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { OidcPublicKey } from '@hallpass/contract/oidc'

/** What an app may sign its assertions with. Nothing that stands on a shared secret, and no SHA-1. */
export const assertionAlgorithms = ['ES256', 'RS256', 'PS256', 'EdDSA', 'Ed25519'] as const

/** Members that only a private or a shared key has (RFC 7518 §6, RFC 8037 §2, and that of post-quantum keys). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'] as const

type Kind = { curve?: string; parts: readonly ('crv' | 'x' | 'y' | 'n' | 'e')[]; algorithms: readonly string[] }

/** For each kind of key what it is made of and what it signs with. */
const kinds: Record<string, Kind> = {
  EC: { curve: 'P-256', parts: ['crv', 'x', 'y'], algorithms: ['ES256'] },
  OKP: { curve: 'Ed25519', parts: ['crv', 'x'], algorithms: ['EdDSA', 'Ed25519'] },
  RSA: { parts: ['n', 'e'], algorithms: ['RS256', 'PS256'] },
}
const rsaBits = { min: 2048, max: 8192 }

type JudgedKey = { key: OidcPublicKey } | { key: null; isPrivate: boolean; message: string }

/** The public key and no more than that, or what is wrong with it, in a sentence that holds no value of what is refused. */
export function judgeKey(given: object): JudgedKey {
  const jwk = given as Record<string, unknown>
  const secret = privateMembers.find((name) => jwk[name] !== undefined)
  if (secret !== undefined)
    return {
      key: null,
      isPrivate: true,
      message: `“${secret}” belongs to a private key, which the app alone may know. Give the public key, and make a new pair, because this one was shown.`,
    }
  const kind = kinds[String(jwk.kty)]
  if (!kind) return refused('The kind of key (kty) must be EC, OKP or RSA.')
  const { kty, kid, alg, use, key_ops: uses } = jwk
  if (kind.curve !== undefined && jwk.crv !== kind.curve)
    return refused(`The curve (crv) must be ${kind.curve} for a key of this kind.`)
  if ((use !== undefined && use !== 'sig') || (Array.isArray(uses) && !uses.includes('verify')))
    return refused('This key is not for signatures (use, key_ops).')
  if (alg !== undefined && !kind.algorithms.includes(String(alg)))
    return refused(`The algorithm (alg) must be ${kind.algorithms.join(' or ')} for a key of this kind.`)
  if (kid !== undefined && (typeof kid !== 'string' || kid === '' || kid.length > 200))
    return refused('The name of the key (kid) must be a text of 1 to 200 characters.')
  const missing = kind.parts.find((name) => typeof jwk[name] !== 'string' || jwk[name] === '')
  if (missing !== undefined) return refused(`“${missing}” is missing in this key.`)
  const parts = Object.fromEntries(kind.parts.map((name) => [name, String(jwk[name])]))
  const read = readKey({ kty, ...parts })
  if (!read) return refused('This is no key, its parts do not belong together.')
  const bits = read.asymmetricKeyDetails?.modulusLength ?? rsaBits.min
  if (bits < rsaBits.min || bits > rsaBits.max)
    return refused(`An RSA key must have ${rsaBits.min} to ${rsaBits.max} bits.`)
  const named = { ...(kid === undefined ? {} : { kid }), ...(alg === undefined ? {} : { alg: String(alg) }) }
  return { key: { kty: String(kty), ...named, use: 'sig', ...parts } }
}

const refused = (message: string): JudgedKey => ({ key: null, isPrivate: false, message })

function readKey(jwk: object): KeyObject | null {
  try {
    return createPublicKey({ key: jwk as never, format: 'jwk' })
  } catch {
    return null
  }
}

/**
 * What an app publishes: of its keys those that sign as we read it, and none of the others, which are for somebody else. A set
 * with a private key in it counts for nothing, since anybody may have read that key.
 */
export function publishedKeys(text: string): { keys: OidcPublicKey[] } | { keys: null; message: string } {
  const { keys } = (parsed(text) ?? {}) as { keys?: unknown }
  if (!Array.isArray(keys)) return { keys: null, message: 'What is found there is no JWK Set.' }
  const judged = keys.slice(0, publishedMax).map((each) => judgeKey(typeof each === 'object' && each ? each : {}))
  if (judged.some((each) => each.key === null && each.isPrivate))
    return {
      keys: null,
      message: 'A private key is published there, so that anybody may have it. The app needs new keys.',
    }
  const good = judged.flatMap(({ key }) => (key === null ? [] : [key]))
  if (good.length > 0) return { keys: good }
  return {
    keys: null,
    message: 'No key is found there that signs (EC on P-256, Ed25519, or RSA of 2,048 bits and more).',
  }
}

const publishedMax = 50

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
