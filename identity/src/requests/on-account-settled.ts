import type { Database } from '../platform/database/database.ts'
import { type StartSettledDeps, startWhenReady } from './start-settled.ts'

export type OnAccountSettledDeps = StartSettledDeps & { db: Database }

/**
 * Looks at every pending grant of a person, each in a transaction of its own, whatever was or was not told: what is ready
 * begins, and who waits for a person is told so. One that fails holds up no other; they fail at the end, so that it is seen.
 * Safe to repeat.
 */
export async function onAccountSettled(deps: OnAccountSettledDeps, { personId }: { personId: string }): Promise<void> {
  const failures: unknown[] = []
  for (const { id, state } of await deps.access.grantsOf(deps.db, personId)) {
    if (state !== 'pending') continue
    await deps.db.transaction((tx) => startWhenReady(deps, tx, id)).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} grants could not begin`)
}
