import type { Actor } from '../audit/module.ts'
import type { Database } from '../platform/database/database.ts'
import { type MoveRequestDeps, moveRequest } from './move-request.ts'
import { lockRequest } from './store.ts'

export const itself: Actor = { kind: 'system', name: 'requests' }

/** Asks anew who decides the open stage; nothing happens when the answer is the same. */
export async function rerouteRequest(deps: MoveRequestDeps & { db: Database }, requestId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (request) await moveRequest(deps, tx, request, { kind: 'approvers_changed' }, itself)
  })
}
