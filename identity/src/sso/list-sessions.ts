import type { Session as WireSession } from '@hallpass/contract/sso'
import type { SsoDeps } from './deps.ts'
import { deviceName } from './device-name.ts'
import { isValid } from './session-state.ts'
import { sessionsOf } from './store.ts'

export type ListSessionsDeps = Pick<SsoDeps, 'db' | 'clock' | 'credentials' | 'directory' | 'limits'>

/** The sessions of a person that count now, the one used last first. */
export async function listSessions(
  deps: ListSessionsDeps,
  input: { personId: string; currentId: string | undefined },
): Promise<WireSession[]> {
  const { db, limits } = deps
  const now = deps.clock.now()
  const { personId } = input
  const [sessions, validity, isActive] = await Promise.all([
    sessionsOf(db, personId, now),
    deps.credentials.validity(db, personId),
    deps.directory.isActive(db, personId),
  ])
  return sessions
    .filter((session) => isValid(session, { now, limits, validity, isActive }))
    .map((session) => ({
      id: session.id,
      current: session.id === input.currentId,
      startedAt: session.startedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      address: session.address,
      device: deviceName(session.userAgent),
      methods: session.methods,
    }))
}
