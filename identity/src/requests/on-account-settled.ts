import type { Database } from '../platform/database/database.ts'
import { type StartSettledDeps, startWhenReady } from './start-settled.ts'

export type OnAccountSettledDeps = StartSettledDeps & { db: Database }

/**
 * Looks at every pending grant of a person, each in a transaction of its own, whatever was or was not told: what is ready
 * begins, and who waits for a person is told so. Safe to repeat.
 */
export async function onAccountSettled(deps: OnAccountSettledDeps, { personId }: { personId: string }): Promise<void> {
  for (const grant of await deps.access.grantsOf(deps.db, personId))
    if (grant.state === 'pending') await deps.db.transaction((tx) => startWhenReady(deps, tx, grant.id))
}
