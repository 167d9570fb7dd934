import { checkBinding } from '../check-binding.ts'
import type { Glide } from '../ports.ts'
import { problemOf } from '../problem-of.ts'
import { signCall } from '../sign-call.ts'
import { toWire } from '../wire.ts'
import { isElsewhere } from './elsewhere.ts'

/** Well below the 90 seconds after which the Password Reset application gives up. */
const timeoutMs = 30_000

/** `status` 0: nothing was asked, or nothing came back. */
export type Asked<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly status: number; readonly problem: string }

/**
 * Asks in this thread and keeps nothing: what carries a password must not lie in an outbox. It therefore counts as an
 * outbound transaction of the flow, and is not tried again: the person is asked again instead.
 */
export function askHallpass<T>(glide: Glide, method: 'GET' | 'POST', path: string, body: unknown): Asked<T> {
  if (isElsewhere(glide)) return { ok: false, status: 0, problem: 'Hallpass cannot be asked from here: pull mode' }
  const binding = checkBinding(glide)
  if (binding.state !== 'bound') return { ok: false, status: 0, problem: binding.words }
  const said = { method, path, body: method === 'GET' ? '' : toWire(body) }
  const signature = signCall(glide, binding.instanceId, said)
  if (signature === null) return { ok: false, status: 0, problem: 'There is no live key for calls to Hallpass' }
  const answer = glide.http({ client: 'password', ...said, signature, timeoutMs })
  if (answer.status < 200 || answer.status > 299) {
    glide.log.warn(`Hallpass ${path}: ${problemOf(answer)}`)
    return { ok: false, status: answer.status, problem: problemOf(answer) }
  }
  return { ok: true, answer: JSON.parse(answer.body) as T }
}
