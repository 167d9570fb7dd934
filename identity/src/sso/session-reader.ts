import type { ProductRole } from '@hallpass/contract/common'
import type { FastifyRequest } from 'fastify'
import { type Credentials, hashOfToken } from '../credentials/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Reader } from '../platform/database/database.ts'
import type { Principal } from '../platform/http/principal.ts'
import { readCookie, sessionCookie } from './cookies.ts'
import { isValid } from './session-state.ts'
import { sessionByToken, touchSession } from './store.ts'
import type { SessionLimits } from './types.ts'

export type SessionReaderDeps = {
  db: Database
  clock: Clock
  directory: Pick<Directory, 'isActive'>
  credentials: Pick<Credentials, 'validity'>
  access: { productRoles(r: Reader, personId: string): Promise<ReadonlySet<ProductRole>> }
  limits: SessionLimits
}

export type SessionReader = (
  request: FastifyRequest,
  options?: { isActivity: boolean },
) => Promise<Principal | undefined>

/** When a session was last used is written at most this often. */
const touchEveryMs = 60_000

/**
 * Who is calling, from the session cookie. Everything that ends a session is a fact read here, per request: the person
 * active in their directory, their credentials' epoch, product roles. Nothing is cached, so every end is at once.
 */
export function createSessionReader(deps: SessionReaderDeps): SessionReader {
  const { db, clock, directory, credentials, access, limits } = deps
  return async (request, { isActivity } = { isActivity: true }) => {
    const token = readCookie(request, sessionCookie)
    if (token === undefined) return undefined
    const now = clock.now()
    const session = await sessionByToken(db, hashOfToken(token), now)
    if (!session) return undefined
    const { id, personId } = session
    const [isActive, validity, roles] = await Promise.all([
      directory.isActive(db, personId),
      credentials.validity(db, personId),
      access.productRoles(db, personId),
    ])
    if (!isValid(session, { now, limits, validity, isActive })) return undefined
    const seenBefore = new Date(now.getTime() - touchEveryMs)
    if (isActivity && session.lastSeenAt < seenBefore) await touchSession(db, id, now, seenBefore)
    const assurance = { methods: session.methods, at: session.assuredAt }
    return { kind: 'person', personId, sessionId: id, roles, assurance }
  }
}
