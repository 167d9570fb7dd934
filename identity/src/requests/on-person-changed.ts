import type { Database } from '../platform/database/database.ts'
import type { MoveRequestDeps } from './move-request.ts'
import { rerouteRequest } from './reroute-request.ts'
import { waitingRequestIds } from './store-lists.ts'

/** The manager may be another one: whoever is asked for this person's requests is looked up anew. */
export async function onPersonChanged(
  deps: MoveRequestDeps & { db: Database },
  { personId }: { personId: string },
): Promise<void> {
  for (const requestId of await waitingRequestIds(deps.db, { beneficiaryId: personId }))
    await rerouteRequest(deps, requestId)
}
