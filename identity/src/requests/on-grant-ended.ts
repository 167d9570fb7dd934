import type { Database } from '../platform/database/database.ts'
import { eachAlone } from './each-alone.ts'
import type { MoveRequestDeps } from './move-request.ts'
import { openRequestIdsOfGrant } from './store-lists.ts'
import { withdrawRequest } from './withdraw-request.ts'

/** Access that ended cannot be extended, nor become ready. */
export async function onGrantEnded(
  deps: MoveRequestDeps & { db: Database },
  { grantId }: { grantId: string },
): Promise<void> {
  await eachAlone(await openRequestIdsOfGrant(deps.db, grantId), (requestId) =>
    withdrawRequest(deps, requestId, 'access_ended'),
  )
}
