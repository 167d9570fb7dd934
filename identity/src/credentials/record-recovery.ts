import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import { recoveryFinished } from './events.ts'
import { insertRecovery, type Recovery } from './store-recoveries.ts'

export type RecordRecoveryDeps = { clock: Clock; ids: Ids; events: Events }

/** Somebody got back to work; written and told in the transaction that finishes it. */
export async function recordRecovery(
  deps: RecordRecoveryDeps,
  tx: Tx,
  recovery: Omit<Recovery, 'id' | 'finishedAt'>,
): Promise<void> {
  const id = deps.ids.next()
  await insertRecovery(tx, { id, finishedAt: deps.clock.now(), ...recovery })
  await deps.events.emit(tx, recoveryFinished, { recoveryId: id })
}
