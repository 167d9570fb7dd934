import type { SsoDeps } from './deps.ts'
import { type EndSessionsDeps, endSessions } from './end-sessions.ts'

/** Disabled or gone: their sessions are refused already; here they end for good, whatever becomes of the person. */
export async function onPersonDisabled(
  deps: EndSessionsDeps & Pick<SsoDeps, 'directory'>,
  personId: string,
): Promise<void> {
  // Enabled again before this ran: signing in again is not asked of somebody who never left.
  if (await deps.directory.isActive(deps.db, personId)) return
  await endSessions(deps, {
    personId,
    endReason: 'person_disabled',
    actor: { kind: 'system', name: 'sso.on-person-disabled' },
  })
}
