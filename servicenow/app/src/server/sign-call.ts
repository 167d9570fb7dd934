import type { Glide, HttpCall } from './ports.ts'
import { formatSignature, signingText } from './signature.ts'
import { tables } from './tables.ts'

/** Signs one outward call with the newest live key of that direction; null when there is none. */
export function signCall(
  glide: Glide,
  instanceId: string,
  call: Pick<HttpCall, 'method' | 'path' | 'body'>,
): string | null {
  const [key] = glide.tables.find(
    tables.key,
    [
      ['direction', 'outbound'],
      ['state', 'live'],
    ],
    { orderBy: '-sys_created_on', limit: 1 },
  )
  if (key === undefined) return null
  const of = { keyId: key.get('key_id'), instanceId, time: glide.now(), nonce: glide.randomHex() }
  const text = signingText({ method: call.method, path: call.path, bodyHash: glide.sha256Hex(call.body) }, of)
  return formatSignature({
    ...of,
    mac: glide.hmacSha256Base64(glide.tables.secret(tables.key, key.id, 'secret'), text),
  })
}
