import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { createKeyring } from '../platform/crypto/keyring.ts'
import { createCsrf } from './csrf.ts'

const keys = createKeyring([{ id: 'one', bytes: randomBytes(32) }])
const csrf = createCsrf({ keys, publicUrl: new URL('https://id.acme.example') })
const cookie = randomBytes(32).toString('base64url')
const principal = { sessionId: 'session-1' }

const request = (headers: Record<string, string>, rest: object = {}) =>
  ({
    headers,
    cookies: {},
    routeOptions: { config: { spec: { access: 'public' } } },
    ...rest,
  }) as unknown as FastifyRequest
const signedOut = (headers: Record<string, string>) => request(headers, { cookies: { '__Host-hallpass-pre': cookie } })
const signedIn = (headers: Record<string, string>) => request(headers, { principal })

describe('an unsafe request', () => {
  it('passes with the token of its session, or before signing in with that of its pre-session cookie', async () => {
    await expect(csrf.check(signedIn({ 'x-csrf-token': csrf.forSession('session-1') }))).resolves.toBeUndefined()
    await expect(csrf.check(signedOut({ 'x-csrf-token': csrf.forPreSession(cookie) }))).resolves.toBeUndefined()
  })

  it.each([
    ['without a token', signedIn({})],
    ['with the token of another session', signedIn({ 'x-csrf-token': csrf.forSession('session-2') })],
    ['signed in, with the token from before signing in', signedIn({ 'x-csrf-token': csrf.forPreSession(cookie) })],
    ['with a made-up token', signedIn({ 'x-csrf-token': 'AAAA' })],
    ['without the cookie that the token is bound to', request({ 'x-csrf-token': csrf.forPreSession(cookie) })],
    [
      'with a good token, sent by a neighbour site',
      signedIn({ 'x-csrf-token': csrf.forSession('session-1'), 'sec-fetch-site': 'same-site' }),
    ],
    [
      'with a good token, sent from elsewhere',
      signedIn({ 'x-csrf-token': csrf.forSession('session-1'), 'sec-fetch-site': 'cross-site' }),
    ],
    [
      'with a good token and another origin',
      signedIn({ 'x-csrf-token': csrf.forSession('session-1'), origin: 'https://id.acme.example.evil.example' }),
    ],
    [
      'with a good token and no origin to name',
      signedIn({ 'x-csrf-token': csrf.forSession('session-1'), origin: 'null' }),
    ],
  ])('is refused %s', async (_title, tricked) => {
    await expect(csrf.check(tricked)).rejects.toMatchObject({ kind: 'forbidden', code: 'csrf_failed' })
  })
})
