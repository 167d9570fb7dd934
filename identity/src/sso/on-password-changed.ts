import type { Credentials } from '../credentials/module.ts'
import type { SsoDeps } from './deps.ts'
import { type EndSessionsDeps, endSessions } from './end-sessions.ts'

export type OnPasswordChangedDeps = EndSessionsDeps &
  Pick<SsoDeps, 'db'> & { credentials: Pick<Credentials, 'validity'> }

/** Only tidies up: sessions begun before are refused already, because the session reader reads the epoch itself. */
export async function onPasswordChanged(deps: OnPasswordChangedDeps, personId: string): Promise<void> {
  const { epoch, sparedSessionId } = await deps.credentials.validity(deps.db, personId)
  await endSessions(deps, {
    personId,
    epochBelow: epoch,
    ...(sparedSessionId === null ? {} : { exceptId: sparedSessionId }),
    endReason: 'password_changed',
    actor: { kind: 'system', name: 'sso.on-password-changed' },
  })
}
