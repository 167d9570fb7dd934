import { checkBinding } from './check-binding.ts'
import type { Client, Glide, HttpCall } from './ports.ts'
import { problemOf } from './problem-of.ts'
import { signCall } from './sign-call.ts'
import { properties } from './tables.ts'
import type { Outward } from './wire.ts'
import { instanceWords } from './words.ts'

const clients: readonly Client[] = ['read', 'fulfil', 'password']
/** Together shorter than what Hallpass waits for the answer. */
const timeoutMs = 5000

/**
 * Asks Hallpass who is calling, once with each OAuth client: the address, the way through the firewall, the profiles and the
 * signature are tried as an order would use them, and nothing is changed. Null where this instance does not call out.
 */
export function tryOutward(glide: Glide): readonly Outward[] | null {
  if (glide.property(properties.mode) === 'pull') return null
  const binding = checkBinding(glide)
  if (binding.state !== 'bound') return [{ client: 'read', status: 0, error: binding.words }]
  const said: Pick<HttpCall, 'method' | 'path' | 'body'> = { method: 'GET', path: '/desk/v1/connection', body: '' }
  const tried: Outward[] = []
  for (const client of clients) {
    const signature = signCall(glide, binding.instanceId, said)
    if (signature === null) return [{ client, status: 0, error: instanceWords(glide)('no_key') }]
    const answer = glide.http({ client, ...said, signature, timeoutMs })
    const error = answer.status === 200 ? '' : problemOf(answer).slice(0, 300)
    tried.push({ client, status: answer.status, error })
    // Where nothing answers, the others would only take as long to say the same.
    if (answer.status === 0) break
  }
  return tried
}
