import type { Tx } from '../platform/database/database.ts'
import type { AccessDeps } from './deps.ts'
import { forgetSuspended, noteSuspended } from './store-sweeps.ts'

/**
 * Disabled suspends: what the person holds stays, nothing of it may be used, and accounts are wanted inactive, all by the
 * directory's fact. Noted here is only since when, so that a sweep can end it later.
 */
export async function onPersonDisabled(
  deps: Pick<AccessDeps, 'directory' | 'clock'>,
  tx: Tx,
  personId: string,
): Promise<void> {
  const person = await deps.directory.person(tx, personId)
  if (person?.state === 'disabled') await noteSuspended(tx, personId, person.stateSince)
}

export async function onPersonEnabled(tx: Tx, personId: string): Promise<void> {
  await forgetSuspended(tx, [personId])
}
