import type { Tx } from '../platform/database/database.ts'
import type { LookAgainDeps } from './look-again.ts'
import { lookAgainAtAll } from './on-person-changed.ts'

/** Back again: what the person still holds is wanted once more. */
export async function onPersonEnabled(deps: Omit<LookAgainDeps, 'access'>, tx: Tx, personId: string): Promise<void> {
  await lookAgainAtAll(deps, tx, personId, () => true)
}
