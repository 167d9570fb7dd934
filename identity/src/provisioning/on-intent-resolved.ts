import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import { forgetIntent } from './store-accounts.ts'
import { forgetUnfinished } from './store-records.ts'

/**
 * Somebody says in the trail what became of a write to an app whose answer was lost. The account no longer waits to say it
 * too, so that the trail holds one outcome; a run that is just about to was overtaken, and looks again. What is in the app is
 * looked up by the next run in any case: the word is no reason to believe it.
 */
export async function onIntentResolved(
  deps: { clock: Clock },
  tx: Tx,
  { intentId }: { intentId: string },
): Promise<void> {
  await forgetIntent(tx, intentId, deps.clock.now())
  await forgetUnfinished(tx, intentId)
}
