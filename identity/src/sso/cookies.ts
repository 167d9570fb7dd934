import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Secret } from '../platform/secret.ts'

/**
 * `__Host-`: only this host could have set it, over TLS or on localhost, for all paths, so that neither a neighbour host
 * nor a plain connection can fix one beforehand (RFC 6265bis §4.1.3.2).
 */
export const sessionCookie = '__Host-hallpass'
/** Before anybody is signed in: what the CSRF token of the sign-in form is bound to. */
export const preSessionCookie = '__Host-hallpass-pre'
/** A device that its person signed in from before. */
export const deviceCookie = '__Host-hallpass-device'

/** A sign-in whose second factor is still wanted: leads to that factor and nowhere else. */
export const halfCookie = '__Host-hallpass-half'

type CookieName = typeof sessionCookie | typeof preSessionCookie | typeof deviceCookie | typeof halfCookie

const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

/** A value that could be one of ours: 32 bytes in base64url. Anything else counts as none. */
export function readCookie(request: FastifyRequest, name: CookieName): string | undefined {
  const value = request.cookies[name]
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined
}

/** Kept until the browser closes, unless told for how long. */
export function setCookie(reply: FastifyReply, name: CookieName, value: Secret, maxAgeSeconds?: number): void {
  reply.setCookie(name, value.reveal(), {
    ...attributes,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  })
}

export function clearCookie(reply: FastifyReply, name: CookieName): void {
  reply.clearCookie(name, attributes)
}
