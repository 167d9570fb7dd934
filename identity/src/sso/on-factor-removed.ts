import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { forgetDevices } from './forget-devices.ts'

/**
 * A device stands in for a factor that was given on it. Whose factor is gone may have been somebody else, so that what
 * they remembered with it must not let them in for weeks more.
 */
export async function onFactorRemoved(deps: Pick<SsoDeps, 'audit'>, tx: Tx, personId: string): Promise<void> {
  await forgetDevices(deps, tx, { personId, actor: { kind: 'system', name: 'sso.on-factor-removed' } })
}
