import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Database } from '../platform/database/database.ts'
import { outOfReach } from './errors.ts'

export type RefuseOutOfReachDeps = {
  db: Database
  audit: Pick<Audit, 'record'>
  directory: Pick<Directory, 'isProtected'>
}

/**
 * Stops what would be done to somebody whom nothing here may touch (security A.1), before their directory hears of it.
 * Who tried what is in the trail: to reach for an administrator is worth an operator's look.
 */
export async function refuseOutOfReach(
  deps: RefuseOutOfReachDeps,
  input: { personId: string; asked: string; actor: Actor },
): Promise<void> {
  const { personId, asked, actor } = input
  if (!(await deps.directory.isProtected(deps.db, personId))) return
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, { action: 'out_of_reach.refused', actor, subjects: { personId }, after: { asked } }),
  )
  throw outOfReach()
}
