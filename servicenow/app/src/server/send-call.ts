import { applyFulfilment } from './apply-fulfilment.ts'
import { applyPolicy, settlePolicy } from './apply-policy.ts'
import { type CallKind, clientOf, updateCall } from './calls.ts'
import { checkBinding } from './check-binding.ts'
import { decideRetry } from './decide-retry.ts'
import { endLink, noteLink } from './password/elsewhere.ts'
import type { Glide, HttpAnswer, Row } from './ports.ts'
import { problemOf } from './problem-of.ts'
import { signCall } from './sign-call.ts'
import { properties, tables } from './tables.ts'
import { toGlideTime } from './times.ts'
import { instanceWords } from './words.ts'

const timeoutMs = 20_000

/** Says one waiting call of the outbox. Runs in a rule or job of its own, never in the thread of a flow. */
export function sendCall(glide: Glide, callId: string): void {
  const call = glide.tables.get(tables.call, callId)
  if (call === null || call.get('state') !== 'waiting') return
  if (glide.property(properties.mode) === 'pull') return

  const binding = checkBinding(glide)
  if (binding.state !== 'bound') {
    settle(glide, call, 'refused', binding.words)
    return
  }
  const said = { method: call.get('method') as 'GET' | 'POST', path: call.get('path'), body: call.get('body') }
  const signature = signCall(glide, binding.instanceId, said)
  if (signature === null) {
    settle(glide, call, 'refused', instanceWords(glide)('no_key'))
    return
  }

  const attempts = Number(call.get('attempts') || '0') + 1
  const sentAt = toGlideTime(glide.now())
  updateCall(glide, callId, { state: 'sending', attempts: String(attempts), sent_at: sentAt })
  const client = clientOf[call.get('kind') as CallKind]
  takeAnswer(glide, callId, glide.http({ client, ...said, signature, timeoutMs }), attempts)
}

/** Notes an answer, whoever fetched it (in pull mode Hallpass writes it into the row), and acts on it. */
export function takeAnswer(glide: Glide, callId: string, answer: HttpAnswer, attempts: number): void {
  const kind = glide.tables.get(tables.call, callId)?.get('kind') as CallKind
  const next = decideRetry(answer, attempts, kind)
  const noted = {
    status_code: String(answer.status),
    attempts: String(attempts),
    error: problemOf(answer).slice(0, 1000),
  }
  if (next.state === 'waiting') {
    const at = toGlideTime(glide.now() + next.inSeconds)
    updateCall(glide, callId, { ...noted, state: 'waiting', next_try_at: at })
    return
  }
  updateCall(glide, callId, { ...noted, state: next.state, answer: answer.body.slice(0, 65_000) })
  const call = glide.tables.get(tables.call, callId)
  if (call === null) return
  if (next.state === 'answered') actOn(glide, call, answer.body)
  if (next.state !== 'answered') settle(glide, call, next.state, problemOf(answer))
}

function actOn(glide: Glide, call: Row, body: string): void {
  const kind = call.get('kind') as CallKind
  if (kind === 'policy') applyPolicy(glide, call, body)
  else if (kind === 'password') noteLink(glide, call, body)
  else applyFulfilment(glide, call.get('request_item'), JSON.parse(body), kind)
}

/** Nothing more will come of this call: the flow wakes and goes on by hand. */
function settle(glide: Glide, call: Row, state: 'refused' | 'given_up', message: string): void {
  const isPolicy = call.get('kind') === 'policy'
  updateCall(glide, call.id, { state, settled: isPolicy ? 'false' : 'true', error: message.slice(0, 1000) })
  if (isPolicy) settlePolicy(glide, call.get('request_item'))
  if (call.get('kind') === 'password') endLink(glide, call)
}
