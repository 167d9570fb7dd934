import type { FastifyRequest } from 'fastify'
import { hashOfToken } from '../credentials/module.ts'
import { isDirectoryFresh } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Principal } from '../platform/http/principal.ts'
import { readCookie, sessionCookie } from './cookies.ts'
import { isValid } from './session-state.ts'
import { touchSession } from './store.ts'
import { callerByToken } from './store-callers.ts'
import type { SessionLimits } from './types.ts'

export type SessionReaderDeps = { db: Database; clock: Clock; limits: SessionLimits }

export type SessionReader = (
  request: FastifyRequest,
  options?: { isActivity: boolean },
) => Promise<Principal | undefined>

/** When a session was last used is written at most this often. */
const touchEveryMs = 60_000

/**
 * Who is calling, from the session cookie. Everything that ends a session is a fact read here, per request: the person
 * active in their directory, their credentials' epoch, product roles. Nothing is cached, so every end is at once; it is
 * one statement, because every call pays for it.
 */
export function createSessionReader(deps: SessionReaderDeps): SessionReader {
  const { db, clock, limits } = deps
  return async (request, { isActivity } = { isActivity: true }) => {
    const token = readCookie(request, sessionCookie)
    if (token === undefined) return undefined
    const now = clock.now()
    const caller = await callerByToken(db, hashOfToken(token), now)
    if (!caller) return undefined
    const { session, roles, validity, isActive } = caller
    if (!isValid(session, { now, limits, validity, isActive })) return undefined
    const seenBefore = new Date(now.getTime() - touchEveryMs)
    if (isActivity && session.lastSeenAt < seenBefore) await touchSession(db, session.id, now, seenBefore)
    return {
      kind: 'person',
      personId: session.personId,
      sessionId: session.id,
      roles,
      assurance: { methods: session.methods, at: session.assuredAt, proofs: session.proofs },
      isEnrolment: session.enrolKinds !== null,
      isStale: !isDirectoryFresh(caller.directory, now),
    }
  }
}
