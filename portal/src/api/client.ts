/** The typed client of the service. Adds the session's token to changing calls, and asks who one is when the service wants that. */
import createClient from 'openapi-fetch'
import { wantWords } from '../strings/words.ts'
import { offline, problemOf } from './problem-error.ts'
import { type WantedProof, wantedProof } from './proof/wanted-proof.ts'
import type { paths } from './schema.gen.ts'

let csrfToken = ''
let askToConfirm: ((wanted: WantedProof) => Promise<boolean>) | null = null
let onSignedOut: (() => void) | null = null

export function setCsrfToken(token: string): void {
  csrfToken = token
}

/** What to do when the service wants a fresh proof: resolves true once it was given. Returns how to take it back. */
export function onConfirmationWanted(ask: (wanted: WantedProof) => Promise<boolean>): () => void {
  askToConfirm = ask
  return () => {
    if (askToConfirm === ask) askToConfirm = null
  }
}

export function onSessionEnded(act: () => void): () => void {
  onSignedOut = act
  return () => {
    if (onSignedOut === act) onSignedOut = null
  }
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: guarded })

type Settled<T> = { data?: T; error?: unknown; response: Response }

/** The answer of a call, or the failure as a ProblemError. */
export async function answer<T>(call: Promise<Settled<T>>): Promise<T> {
  const { data, error, response } = await call
  if (response.ok) return data as T
  // Until they are there, the problem is said as the service said it.
  void wantWords('problems').catch(() => undefined)
  throw problemOf(error, response)
}

async function guarded(request: Request): Promise<Response> {
  const again = request.clone()
  const sentWith = csrfToken
  const response = await send(request)
  if (response.ok) return response
  if (response.status === 401) return signedOutOrAsked(response, again)
  if (response.status === 403 && (await codeIn(response)).startsWith('csrf') && (await freshToken(sentWith)))
    return send(again)
  return response
}

async function send(request: Request): Promise<Response> {
  if (request.method !== 'GET') request.headers.set('x-csrf-token', csrfToken)
  try {
    return await fetch(request)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw offline()
  }
}

async function signedOutOrAsked(response: Response, again: Request): Promise<Response> {
  const problem = await problemIn(response)
  const code = String(problem.code)
  if (code === 'sign_in_required') onSignedOut?.()
  if (code !== 'insufficient_user_authentication') return response
  if (askToConfirm === null || !(await askToConfirm(wantedProof(problem)))) return response
  return send(again)
}

async function codeIn(response: Response): Promise<string> {
  return String((await problemIn(response)).code)
}

async function problemIn(response: Response): Promise<{ code: unknown }> {
  try {
    return { code: '', ...(await response.clone().json()) }
  } catch {
    return { code: '' }
  }
}

/** The page may have been quicker than its session, or another tab signed in or out: the token is read again, once. */
async function freshToken(sentWith: string): Promise<boolean> {
  const response = await fetch('/api/session')
  if (!response.ok) return false
  csrfToken = String((await response.json()).csrfToken)
  return csrfToken !== sentWith
}
