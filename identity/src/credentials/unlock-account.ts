import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Database } from '../platform/database/database.ts'
import { type RecordRecoveryDeps, recordRecovery } from './record-recovery.ts'
import { refuseOutOfReach } from './refuse-out-of-reach.ts'
import { stopSelfService } from './store.ts'
import type { Recovery } from './store-recoveries.ts'
import { clearTriesOf } from './store-tries.ts'

export type UnlockAccountDeps = RecordRecoveryDeps & {
  db: Database
  audit: Pick<Audit, 'record' | 'intent' | 'outcome'>
  directory: Pick<Directory, 'connectorOf' | 'isProtected'>
}

/**
 * Ends a lock in the directory and the waiting here; the password stays. Where the directory cannot be asked to unlock,
 * the waiting here ends all the same. `letRecover` also lets a person recover again who said "this was not me";
 * `isProven`: they gave proof other than the password, or somebody looked, so that their proofs begin anew.
 */
export async function unlockAccount(
  deps: UnlockAccountDeps,
  input: { personId: string; actor: Actor; reason?: string; letRecover: boolean; isProven: boolean } & Pick<
    Recovery,
    'door' | 'caseId' | 'startedAt'
  >,
): Promise<void> {
  const { personId } = input
  await refuseOutOfReach(deps, { personId, actor: input.actor, asked: 'account.unlocked' })
  const { connector, ref } = await deps.directory.connectorOf(deps.db, personId)
  const entry = {
    action: 'account.unlocked',
    actor: input.actor,
    subjects: { personId },
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  }
  const intentId = await deps.db.transaction(async (tx) => deps.audit.intent(tx, entry))
  try {
    await connector.passwords?.unlock(ref)
  } catch (error) {
    await deps.db.transaction(async (tx) => deps.audit.outcome(tx, intentId, { ok: false }, entry))
    throw error
  }
  await deps.db.transaction(async (tx) => {
    await clearTriesOf(tx, personId, { proofs: input.isProven })
    const { door, caseId, startedAt } = input
    await recordRecovery(deps, tx, { personId, kind: 'unlock', door, caseId, startedAt })
    if (input.letRecover) await stopSelfService(tx, personId, null)
    deps.audit.outcome(tx, intentId, { ok: true, facts: { inDirectory: connector.passwords !== undefined } }, entry)
  })
}
