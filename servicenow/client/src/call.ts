import { ServiceNowFailure, unreachable } from './failures.ts'
import type { Pace } from './pace.ts'
import { failureOf } from './read-answer.ts'
import type { Tokens } from './tokens.ts'
import type { Transport, TransportAnswer } from './transport.ts'

export type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path and query, exactly as it is to be sent. */
  path: string
  body?: string | Uint8Array
  /** Made anew for each sending, so that a signature is never sent twice. */
  headers?: () => Record<string, string>
  /** For failures: what this is about. */
  subject: string
}

export type Send = (call: Call) => Promise<TransportAnswer>

export type SendDeps = {
  instanceUrl: URL
  transport: Transport
  tokens: Tokens
  pace: Pace
  now: () => Date
  timeoutMs: number
}

/**
 * Sends one call with a token, at the pace of the instance. After a 401 it is sent once more with a new token; a 429 is
 * told to the pace, so that nobody else calls either. Any other answer is the caller's to read.
 */
export function createSend(deps: SendDeps): Send {
  const { instanceUrl, transport, tokens, pace, now, timeoutMs } = deps
  const once = async (call: Call, token: string) => {
    await pace.take()
    const answer = await transport
      .fetch(new URL(call.path, instanceUrl), {
        method: call.method,
        headers: {
          accept: 'application/json',
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...call.headers?.(),
          authorization: `Bearer ${token}`,
        },
        ...(call.body === undefined ? {} : { body: call.body }),
        timeoutMs,
        bytesMax: 16 * 1024 * 1024,
      })
      .catch((cause) => {
        throw cause instanceof ServiceNowFailure ? cause : unreachable(cause)
      })
    if (answer.status !== 429) return answer
    const failure = failureOf(answer, call.subject, now())
    if (failure.retryAt) await pace.holdBack(failure.retryAt)
    throw failure
  }
  return async (call) => {
    const token = await tokens.token()
    const answer = await once(call, token)
    if (answer.status !== 401) return answer
    return once(call, await tokens.token({ instead: token }))
  }
}
