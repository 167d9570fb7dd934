import type { Database } from '../platform/database/database.ts'
import { type MoveRequestDeps, moveRequest } from './move-request.ts'
import type { OutcomeCode } from './outcomes.ts'
import { itself } from './reroute-request.ts'
import { lockRequest } from './store.ts'

/** Ends a request because of what happened around it. One that has its outcome already keeps it. */
export async function withdrawRequest(
  deps: MoveRequestDeps & { db: Database },
  requestId: string,
  why: OutcomeCode,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (request) await moveRequest(deps, tx, request, { kind: 'withdrawn', why }, itself)
  })
}
