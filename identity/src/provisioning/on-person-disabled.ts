import type { Tx } from '../platform/database/database.ts'
import type { ProvisioningDeps } from './deps.ts'
import type { LookAgainDeps } from './look-again.ts'
import { lookAgainAtAll } from './on-person-changed.ts'
import { disownTasks } from './store-tasks.ts'

/**
 * Disabled or gone: every account the person may have is looked at in the transaction that noticed, and what is wanted is
 * now nothing. Tasks they owned go back to the administrators.
 */
export async function onPersonDisabled(
  deps: Omit<LookAgainDeps, 'access'> & Pick<ProvisioningDeps, 'audit'>,
  tx: Tx,
  personId: string,
): Promise<void> {
  await lookAgainAtAll(deps, tx, personId, () => true)
  for (const taskId of await disownTasks(tx, personId)) {
    deps.audit.record(tx, {
      action: 'task.assigned',
      actor: { kind: 'system', name: 'provisioning' },
      subjects: { taskId },
      before: { ownerId: personId },
      after: { ownerId: null },
    })
  }
}
