import { ServiceNowFailure, unexpected, unreachable } from './failures.ts'
import type { TransportAnswer } from './transport.ts'

/** At most this long is waited because a header says so; a wrong header must not stop everything for a year. */
const retryAfterSecondsMax = 3600

/**
 * The parsed body of a good answer; undefined where there is none. Anything else is thrown in the closed vocabulary,
 * without a word of the body but the documented `error.message`, which names tables and rules, never values we sent.
 * Statuses: ServiceNow REST API HTTP response codes; 429: inbound REST API rate limiting.
 */
export function readAnswer(answer: TransportAnswer, subject: string, now: Date): unknown {
  const { status } = answer
  if (status >= 200 && status < 300) return status === 204 || answer.text === '' ? undefined : parse(answer, subject)
  throw failureOf(answer, subject, now)
}

export function failureOf(answer: TransportAnswer, subject: string, now: Date): ServiceNowFailure {
  const { status } = answer
  const facts = { status, subject }
  const message = messageOf(answer)
  const said = message === '' ? '.' : ` (${message}).`
  if (status === 429) {
    const retryAt = retryAtOf(answer, now)
    return new ServiceNowFailure('throttled', 'ServiceNow takes no more calls for now.', {
      ...facts,
      retryAt,
      retryAfterSeconds: Math.ceil((retryAt.getTime() - now.getTime()) / 1000),
    })
  }
  if (status === 401) return new ServiceNowFailure('unauthorized', 'ServiceNow did not accept who is calling.', facts)
  if (status === 403)
    return new ServiceNowFailure(
      'forbidden',
      `ServiceNow does not let the integration user do this: ${subject}${said}`,
      facts,
    )
  if (status === 404)
    return new ServiceNowFailure('not_found', `ServiceNow has no such record: ${subject}.`, { ...facts, said: message })
  if (status >= 500) return unreachable(undefined, status)
  if (status >= 300 && status < 400)
    return new ServiceNowFailure(
      'misconfigured',
      'This address sends callers somewhere else; enter the instance itself.',
      facts,
    )
  return new ServiceNowFailure('rejected', `ServiceNow refused ${subject}${said}`, facts)
}

function parse(answer: TransportAnswer, subject: string): unknown {
  // An instance that hibernates answers 200 with a page.
  if (!(answer.headers['content-type'] ?? '').includes('json'))
    throw new ServiceNowFailure(
      'misconfigured',
      'This address answered with a page instead of data: the instance hibernates, or it is not one.',
      { status: answer.status, subject },
    )
  try {
    return JSON.parse(answer.text)
  } catch (cause) {
    throw unexpected(subject, cause)
  }
}

/** Seconds or an HTTP date (RFC 9110 §10.2.3), else X-RateLimit-Reset in Unix seconds, else a minute. */
function retryAtOf(answer: TransportAnswer, now: Date): Date {
  const after = answer.headers['retry-after']
  const reset = Number(answer.headers['x-ratelimit-reset'])
  const latest = now.getTime() + retryAfterSecondsMax * 1000
  const wanted =
    after !== undefined && /^\d+$/.test(after)
      ? now.getTime() + Number(after) * 1000
      : after !== undefined && !Number.isNaN(Date.parse(after))
        ? Date.parse(after)
        : Number.isFinite(reset) && reset > 0
          ? reset * 1000
          : now.getTime() + 60_000
  return new Date(Math.min(Math.max(wanted, now.getTime() + 1000), latest))
}

/** Empty where nothing was said, or more than a line. */
function messageOf(answer: TransportAnswer): string {
  try {
    const { error } = JSON.parse(answer.text) as { error?: { message?: unknown } }
    const text = typeof error?.message === 'string' ? error.message : ''
    const line = text.replace(/\p{Cc}+/gu, ' ').trim()
    return line.length > 200 ? '' : line
  } catch {
    return ''
  }
}
