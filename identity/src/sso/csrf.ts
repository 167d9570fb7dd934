import type { FastifyRequest } from 'fastify'
import type { Keyring } from '../platform/crypto/keyring.ts'
import { preSessionCookie, readCookie } from './cookies.ts'
import { csrfFailed, pageOutdated } from './errors.ts'

export type Csrf = {
  /** The token of a signed-in session. */
  forSession(sessionId: string): string
  /** The token of a browser that is not signed in; bound to its pre-session cookie. */
  forPreSession(cookie: string): string
  /** Refuses an unsafe request that the browser was tricked into; to be called once it is known who is calling. */
  check(request: FastifyRequest): Promise<void>
  /** The same for a form that a page of ours sent by itself, with the token in a field. */
  checkForm(request: FastifyRequest, given: string): void
}

export type CsrfDeps = { keys: Pick<Keyring, 'hmac' | 'hmacMatches'>; publicUrl: URL }

/**
 * Three walls, each enough alone: cookies are SameSite=Lax; what the browser says about where a request comes from
 * (Fetch Metadata, Origin) must be here; and a token that only our own pages can read must come along. The sign-in form
 * is behind them too, so that nobody is signed in as somebody else by a foreign page.
 */
export function createCsrf({ keys, publicUrl }: CsrfDeps): Csrf {
  const token = (data: string) => keys.hmac('csrf', data).toString('base64url')
  return {
    forSession: (sessionId) => token(`session:${sessionId}`),
    forPreSession: (cookie) => token(`before:${cookie}`),
    checkForm(request, given) {
      // Pages without a referrer send their forms with `Origin: null` (Fetch §3.2), so that header says nothing here.
      const site = request.headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin') throw pageOutdated()
      const bound = boundTo(request)
      if (bound === undefined || !keys.hmacMatches('csrf', bound, Buffer.from(given, 'base64url'))) throw pageOutdated()
    },
    async check(request) {
      const { 'sec-fetch-site': site, origin, 'x-csrf-token': given } = request.headers
      if (site !== undefined && site !== 'same-origin') throw csrfFailed()
      if (origin !== undefined && origin !== publicUrl.origin) throw csrfFailed()
      // Nobody is signed in and the route wants somebody: it will answer 401, and there is nothing to misuse.
      if (!request.principal && request.routeOptions?.config.spec?.access !== 'public') return
      const bound = boundTo(request)
      if (bound === undefined || typeof given !== 'string') throw csrfFailed()
      if (!keys.hmacMatches('csrf', bound, Buffer.from(given, 'base64url'))) throw csrfFailed()
    },
  }
}

function boundTo(request: FastifyRequest): string | undefined {
  if (request.principal) return `session:${request.principal.sessionId}`
  const cookie = readCookie(request, preSessionCookie)
  return cookie === undefined ? undefined : `before:${cookie}`
}
