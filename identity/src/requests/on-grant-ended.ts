import type { Database } from '../platform/database/database.ts'
import type { MoveRequestDeps } from './move-request.ts'
import { openRequestIdsOfGrant } from './store-lists.ts'
import { withdrawRequest } from './withdraw-request.ts'

/** Access that ended cannot be extended, nor become ready. */
export async function onGrantEnded(
  deps: MoveRequestDeps & { db: Database },
  { grantId }: { grantId: string },
): Promise<void> {
  for (const requestId of await openRequestIdsOfGrant(deps.db, grantId))
    await withdrawRequest(deps, requestId, 'access_ended')
}
