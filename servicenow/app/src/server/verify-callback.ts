import { checkBinding } from './check-binding.ts'
import type { Glide, Row } from './ports.ts'
import {
  clockError,
  equalInConstantTime,
  nonceSeconds,
  parseSignature,
  type Signature,
  signingText,
} from './signature.ts'
import { properties, tables } from './tables.ts'
import { toGlideTime } from './times.ts'

export type Callback = {
  readonly method: string
  /** Path and query as they were sent. */
  readonly path: string
  readonly body: string
  readonly signature: string
}
export type Verdict =
  | { readonly ok: true; readonly keyId: string }
  | { readonly ok: false; readonly status: 401 | 403 | 409; readonly code: string; readonly message: string }

/** What Hallpass signs for before it has been told the id of the instance. */
export const unknownInstance = 'unknown'

/**
 * Whether a callback comes from the Hallpass this instance is connected with, was meant for this instance, is fresh, and
 * was not seen before. An introduction (asking who this instance is, which changes nothing) may come before either side
 * knows the other's name; it too needs a good key. Everything is checked before a row is touched, except the nonce, which is what is written first.
 */
export function verifyCallback(glide: Glide, callback: Callback, { isIntroduction = false } = {}): Verdict {
  const signature = parseSignature(callback.signature)
  if (signature === null) return refuse(401, 'signature_missing', 'The signature header is missing or not readable')

  const offset = clockError(signature.time, glide.now())
  if (offset !== null) {
    return refuse(401, 'clock_off', `The clock of the caller is off by ${offset} seconds; at most 300 are accepted`)
  }
  const key = findKey(glide, signature.keyId)
  const isRight = key !== null && isMacRight(glide, key, callback, signature)
  if (!isRight) return refuse(401, 'signature_wrong', 'The signature does not match')

  const binding = checkBinding(glide)
  const isUnbound = isIntroduction && binding.state === 'not_connected'
  if (binding.state !== 'bound' && !isUnbound) return refuse(409, binding.state, binding.words)
  const isFirst = isIntroduction && signature.instanceId === unknownInstance
  if (!isFirst && signature.instanceId !== glide.property(properties.instanceId)) {
    glide.tables.update(tables.key, key.id, { state: 'exposed' })
    glide.log.error(`Key ${signature.keyId} signed for instance ${signature.instanceId}; it has to be turned over`)
    return refuse(403, 'other_instance', 'This key was used for another instance and has to be turned over')
  }
  if (!takeNonce(glide, signature.nonce)) return refuse(409, 'replayed', 'This callback was already taken')
  glide.tables.update(tables.key, key.id, { last_used_at: toGlideTime(glide.now()) })
  return { ok: true, keyId: signature.keyId }
}

function findKey(glide: Glide, keyId: string): Row | null {
  const [key] = glide.tables.find(
    tables.key,
    [
      ['key_id', keyId],
      ['direction', 'inbound'],
      ['state', 'live'],
    ],
    { limit: 1 },
  )
  return key ?? null
}

function isMacRight(glide: Glide, key: Row, callback: Callback, signature: Signature): boolean {
  const text = signingText(
    { method: callback.method, path: callback.path, bodyHash: glide.sha256Hex(callback.body) },
    signature,
  )
  const wanted = glide.hmacSha256Base64(glide.tables.secret(tables.key, key.id, 'secret'), text)
  return equalInConstantTime(signature.mac, wanted)
}

/** The unique index decides between two that arrive at once; the look-up spares the common replay an error in the log. */
function takeNonce(glide: Glide, nonce: string): boolean {
  if (glide.tables.find(tables.nonce, [['nonce', nonce]], { limit: 1 }).length > 0) return false
  const expires = toGlideTime(glide.now() + nonceSeconds)
  return glide.tables.insert(tables.nonce, { nonce, expires_at: expires }) !== null
}

function refuse(status: 401 | 403 | 409, code: string, message: string): Verdict {
  return { ok: false, status, code, message }
}
