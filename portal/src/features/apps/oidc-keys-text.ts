/** Public keys of an app as an administrator pastes them. */
import type { OidcSettings } from '@hallpass/contract/oidc'

type Jwks = NonNullable<OidcSettings['jwks']>

/** What only a private or a shared key has. Such a one stays in the browser: the service would refuse it, but after it came there. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']

export function textOfKeys(jwks: Jwks | undefined): string {
  return jwks === undefined ? '' : JSON.stringify(jwks, null, 2)
}

/** A JWK Set, a list of keys, or one key. */
export function keysOfText(text: string): { jwks: Jwks } | { fault: 'empty' | 'unread' | 'private' } {
  if (text.trim() === '') return { fault: 'empty' }
  const keys = listIn(parsed(text))
  if (keys === null) return { fault: 'unread' }
  if (keys.some((key) => privateMembers.some((name) => name in key))) return { fault: 'private' }
  return { jwks: { keys } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function listIn(value: unknown): Jwks['keys'] | null {
  const isSet = typeof value === 'object' && value !== null && !Array.isArray(value) && 'keys' in value
  const set = isSet ? value.keys : value
  const keys: unknown[] = Array.isArray(set) ? set : [set]
  return keys.length > 0 && keys.every(isKey) ? keys : null
}

const isKey = (value: unknown): value is Jwks['keys'][number] =>
  typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string'
