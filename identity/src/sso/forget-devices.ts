import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { forgetRemembered } from './store.ts'
import { forgetFactors } from './store-devices.ts'

/** No device stands in for the second factor of this person any more, nor in sessions that are open; answers how many did. */
export async function forgetDevices(
  deps: Pick<SsoDeps, 'audit'>,
  tx: Tx,
  { personId, actor }: { personId: string; actor: Actor },
): Promise<number> {
  forgetRemembered(tx, personId)
  const forgotten = await forgetFactors(tx, personId)
  if (forgotten === 0 && actor.kind === 'system') return 0
  deps.audit.record(tx, { action: 'factor.devices_forgotten', actor, subjects: { personId }, after: { forgotten } })
  return forgotten
}
