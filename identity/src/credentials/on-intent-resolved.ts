import type { Tx } from '../platform/database/database.ts'
import { writeUnderway } from './errors.ts'
import { abandonedMs } from './limits.ts'
import { followOutcome, type SettleDeps } from './settle-password-write.ts'
import { moveValidity } from './store.ts'
import { openWriteOf, settleWrite } from './store-writes.ts'

export type OnIntentResolvedDeps = Omit<SettleDeps, 'audit'>

/**
 * An administrator looked in the directory and says whether a password was set. The write is settled by that word, which
 * stands in the trail as its outcome: what was set is followed as if the directory had answered, so that the old password is
 * dead here and the person is told; what was not gives the page back to whoever was setting it. A word may be wrong where an
 * answer is not, so sessions end either way.
 */
export async function onIntentResolved(
  deps: OnIntentResolvedDeps,
  tx: Tx,
  { intentId, happened }: { intentId: string; happened: boolean },
): Promise<void> {
  const write = await openWriteOf(tx, intentId)
  if (!write) return
  const now = deps.clock.now()
  // Its own process may still be waiting for the directory, and knows better.
  if (write.startedAt.getTime() > now.getTime() - abandonedMs) throw writeUnderway()
  const state = happened ? 'applied' : 'not_applied'
  if (!(await settleWrite(tx, write.id, state, now))) return
  // Those of whoever was setting it as well: it may not have been the person.
  if (!happened) await moveValidity(tx, write.personId, now, null)
  await followOutcome(deps, tx, write, state)
}
