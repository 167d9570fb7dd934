import type { Database } from '../platform/database/database.ts'
import type { MoveRequestDeps } from './move-request.ts'
import { rerouteRequest } from './reroute-request.ts'
import { waitingRequestIds } from './store-lists.ts'
import { withdrawRequest } from './withdraw-request.ts'

/** A role that is no longer in use cannot be asked for; otherwise its owners may be others. */
export async function onRoleChanged(
  deps: MoveRequestDeps & { db: Database },
  { roleId }: { roleId: string },
): Promise<void> {
  const role = await deps.access.role(deps.db, roleId)
  for (const requestId of await waitingRequestIds(deps.db, { roleId }))
    if (role?.state === 'active') await rerouteRequest(deps, requestId)
    else await withdrawRequest(deps, requestId, 'role_unused')
}
