import type { Credentials } from '../credentials/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { type EndSessionsDeps, endSessionsWithin } from './end-sessions.ts'

export type OnPasswordChangedDeps = Omit<EndSessionsDeps, 'db'> & { credentials: Pick<Credentials, 'validity'> }

/**
 * Tidies up: sessions begun before are refused already, because the session reader reads the epoch itself. The one in which
 * somebody changed their own password goes on (`change-own-password.ts`).
 */
export async function onPasswordChanged(deps: OnPasswordChangedDeps, tx: Tx, personId: string): Promise<void> {
  const { epoch, sparedSessionId } = await deps.credentials.validity(tx, personId)
  await endSessionsWithin(deps, tx, {
    personId,
    epochBelow: epoch,
    ...(sparedSessionId === null ? {} : { exceptId: sparedSessionId }),
    endReason: 'password_changed',
    actor: { kind: 'system', name: 'sso.on-password-changed' },
  })
}
