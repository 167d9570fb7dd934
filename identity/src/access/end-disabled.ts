import type { Tx } from '../platform/database/database.ts'
import { inDays } from './decide.ts'
import type { AccessDeps } from './deps.ts'
import { endAllOf } from './on-person-gone.ts'
import { forgetSuspended, lockSuspendedSince } from './store-sweeps.ts'

type Deps = Pick<AccessDeps, 'db' | 'audit' | 'events' | 'clock' | 'directory' | 'settings'>

/** A person may hold many grants, so these batches are smaller than those of single grants. */
const peopleBatch = 50

/** Sweep: what people hold ends once they are disabled for longer than the set number of days. Returns how many grants ended. */
export async function endDisabled(deps: Deps, now: Date): Promise<number> {
  if (deps.settings.disabledDaysMax === 0) return 0
  const before = inDays(now, -deps.settings.disabledDaysMax)
  for (let total = 0; ; ) {
    const { people, ended } = await deps.db.transaction((tx) => endBatch(deps, tx, before))
    total += ended
    if (people < peopleBatch) return total
  }
}

async function endBatch(deps: Deps, tx: Tx, before: Date): Promise<{ people: number; ended: number }> {
  const personIds = await lockSuspendedSince(tx, before, peopleBatch)
  let ended = 0
  for (const person of await deps.directory.people(tx, personIds)) {
    if (person.state !== 'active') ended += await endAllOf(deps, tx, person.id, 'disabled_too_long')
  }
  await forgetSuspended(tx, personIds)
  return { people: personIds.length, ended }
}
