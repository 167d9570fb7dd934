import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import { passwordChanged } from './events.ts'
import { moveValidity } from './store.ts'

export type OnPasswordSetOutsideDeps = { clock: Clock; events: Events }

/**
 * Somebody set the password in the directory itself: whoever knew the one before loses sessions and tokens here too. The
 * directory slice wrote down that it happened, in this transaction.
 */
export async function onPasswordSetOutside(deps: OnPasswordSetOutsideDeps, tx: Tx, personId: string): Promise<void> {
  await moveValidity(tx, personId, deps.clock.now(), null)
  await deps.events.emit(tx, passwordChanged, { personId })
}
