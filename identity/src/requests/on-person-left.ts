import type { Database } from '../platform/database/database.ts'
import { eachAlone } from './each-alone.ts'
import type { MoveRequestDeps } from './move-request.ts'
import { rerouteRequest } from './reroute-request.ts'
import { openRequestIds, waitingFor } from './store-lists.ts'
import { withdrawRequest } from './withdraw-request.ts'

/**
 * A person was disabled or is gone: what they asked for, or was asked for them, is cancelled; what waited for their
 * decision is asked elsewhere. That they may not decide any more is read from the directory at every decision anyway.
 */
export async function onPersonLeft(
  deps: MoveRequestDeps & { db: Database },
  { personId }: { personId: string },
): Promise<void> {
  // Switched back on meanwhile: nothing to do.
  if (await deps.directory.isActive(deps.db, personId)) return
  const withdrawn = eachAlone(await openRequestIds(deps.db, personId), (requestId) =>
    withdrawRequest(deps, requestId, 'asker_inactive'),
  )
  await withdrawn.finally(async () =>
    eachAlone(await waitingFor(deps.db, personId), (requestId) => rerouteRequest(deps, requestId)),
  )
}
