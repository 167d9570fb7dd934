import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { type EndSessionsDeps, endSessionsWithin } from './end-sessions.ts'

/**
 * Disabled or gone: in the transaction that says so their sessions end for good, and a sign-in under way comes too late.
 * Whoever is enabled again a moment later signs in again: that moment may have been meant to throw somebody out.
 */
export async function onPersonDisabled(
  deps: Omit<EndSessionsDeps, 'db'> & Pick<SsoDeps, 'credentials'>,
  tx: Tx,
  personId: string,
): Promise<void> {
  await deps.credentials.moveValidFrom(tx, personId)
  await endSessionsWithin(deps, tx, {
    personId,
    endReason: 'person_disabled',
    actor: { kind: 'system', name: 'sso.on-person-disabled' },
  })
}
