import type { Tx } from '../platform/database/database.ts'
import type { ProvisioningDeps } from './deps.ts'
import { enqueueRecheck } from './recheck-app.ts'

/** From this instant no account is wanted in the app; a job walks through those that are there. */
export async function onAppRetired(deps: Pick<ProvisioningDeps, 'jobs'>, tx: Tx, appId: string): Promise<void> {
  await enqueueRecheck(deps, tx, { appId, who: 'differing' })
}
