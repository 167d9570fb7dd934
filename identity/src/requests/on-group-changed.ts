import type { Database } from '../platform/database/database.ts'
import type { MoveRequestDeps } from './move-request.ts'
import { rerouteRequest } from './reroute-request.ts'
import { waitingForGroup } from './store-lists.ts'

/** Members came or went: new ones are asked, those who left no longer. */
export async function onGroupChanged(
  deps: MoveRequestDeps & { db: Database },
  { groupId }: { groupId: string },
): Promise<void> {
  for (const requestId of await waitingForGroup(deps.db, groupId)) await rerouteRequest(deps, requestId)
}
