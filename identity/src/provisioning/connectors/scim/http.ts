/** One call to a SCIM service (RFC 7644 §3), with the app's faults turned into our vocabulary. */
import type { Egress } from '../../../platform/egress/egress.ts'
import { Failure } from '../../../platform/errors.ts'
import type { Secret } from '../../../platform/secret.ts'
import {
  type AppFailure,
  alreadyExists,
  misconfigured,
  notAllowed,
  rejected,
  throttled,
  unreachable,
} from '../failures.ts'

export type ScimHttp = {
  /**
   * Answers of 2xx, and the 4xx (and 501) that say something about this one call, come back; the caller judges.
   * Everything else (no answer, 401, 429, 5xx, redirects) is thrown.
   */
  call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<ScimAnswer>
  calls(): number
}

export type ScimAnswer = {
  status: number
  ok: boolean
  /** Undefined when there was no body, or none that is JSON. */
  body: unknown
  /** What the app said about a refusal, safe to show. */
  detail: string
  scimType: string | null
}

export type ScimHttpDeps = { egress: Pick<Egress, 'fetch'>; now: () => Date }
export type ScimAddress = { baseUrl: string; token: Secret; timeoutMs?: number }

const mediaType = 'application/scim+json'

export function scimHttp(deps: ScimHttpDeps, address: ScimAddress): ScimHttp {
  const base = address.baseUrl.replace(/\/+$/, '')
  let calls = 0
  return {
    calls: () => calls,
    async call(method, path, body) {
      calls += 1
      const answer = await deps.egress
        .fetch(`${base}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${address.token.reveal()}`,
            accept: `${mediaType}, application/json`,
            ...(body === undefined ? {} : { 'content-type': mediaType }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          timeoutMs: address.timeoutMs ?? 10_000,
        })
        .catch((cause: unknown) => {
          throw transportFailure(cause)
        })
      throwIfGeneral(answer.status, answer.headers['retry-after'], deps.now())
      const parsed = parseJson(answer.text)
      return {
        status: answer.status,
        ok: answer.status >= 200 && answer.status < 300,
        body: parsed,
        detail: detailOf(parsed, address.token),
        scimType: textAt(parsed, 'scimType'),
      }
    },
  }
}

/** What a refusal means that the caller has no other way around. */
export function refusal(answer: ScimAnswer, doing: string): AppFailure {
  const why = answer.detail === '' ? `It answered ${answer.status}.` : `It said: ${answer.detail}`
  if (answer.status === 403) return notAllowed(`The app does not let Hallpass ${doing}. ${why}`)
  if (answer.status === 409 || answer.scimType === 'uniqueness') {
    return alreadyExists(`The app could not ${doing}, because something of that name is already there. ${why}`)
  }
  return rejected(`The app refused to ${doing}. ${why}`)
}

function transportFailure(cause: unknown): AppFailure {
  if (cause instanceof Failure && cause.code === 'address_not_allowed') return misconfigured(cause.message, cause)
  if (cause instanceof Failure && cause.code === 'answer_too_large') {
    return misconfigured(
      'The app sends answers that are far too large. Check that the address is a SCIM service.',
      cause,
    )
  }
  return unreachable('The app did not answer.', cause)
}

function throwIfGeneral(status: number, retryAfter: string | undefined, now: Date): void {
  if (status === 401) throw misconfigured('The app does not accept the token. Enter a valid one.')
  if (status === 429) throw throttled(secondsOf(retryAfter, now) ?? 30)
  if (status === 503) {
    const seconds = secondsOf(retryAfter, now)
    if (seconds !== null) throw throttled(seconds)
  }
  if (status >= 300 && status < 400) {
    throw misconfigured('The app sends Hallpass to another address. Enter the final address of its SCIM service.')
  }
  if (status >= 500 && status !== 501) throw unreachable(`The app answered with an error of its own (${status}).`)
}

const retryAfterSecondsMax = 3600

/** Retry-After is seconds or an HTTP date (RFC 9110 §10.2.3). Null when it is missing or cannot be read. */
export function secondsOf(retryAfter: string | undefined, now: Date): number | null {
  if (retryAfter === undefined || retryAfter.trim() === '') return null
  const seconds = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - now.getTime()) / 1000)
  if (!Number.isFinite(seconds)) return null
  return Math.min(Math.max(seconds, 1), retryAfterSecondsMax)
}

/** A page for people (a proxy, a sign-in page) is no JSON; JSON that breaks off is an answer that got lost on the way. */
export function parseJson(text: string): unknown {
  try {
    return text.trim() === '' ? undefined : JSON.parse(text)
  } catch (cause) {
    if (/^\s*[{[]/.test(text)) throw unreachable('The answer of the app broke off.', cause)
    return undefined
  }
}

export function textAt(body: unknown, name: string): string | null {
  if (typeof body !== 'object' || body === null) return null
  const value = (body as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}

/** An app's own words, made fit for our pages and the trail: one line, short, and never our token. */
function detailOf(body: unknown, token: Secret): string {
  const said = textAt(body, 'detail') ?? textAt(body, 'message') ?? ''
  const line = said.replaceAll(/\p{Cc}+/gu, ' ').trim()
  return line.replaceAll(token.reveal(), '[secret]').slice(0, 200)
}
