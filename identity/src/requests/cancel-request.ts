import type { Actor } from '../audit/module.ts'
import type { Database } from '../platform/database/database.ts'
import { refused, requestNotFound } from './errors.ts'
import { maySee, type Viewer } from './may-see.ts'
import { type MoveRequestDeps, moveRequest } from './move-request.ts'
import { lockRequest } from './store.ts'
import type { Request } from './types.ts'

export type CancelRequestInput = { requestId: string; viewer: Viewer; reason?: string | undefined; actor: Actor }

/** Whoever asked takes the request back, as long as it waits for approvals. */
export async function cancelRequest(
  deps: MoveRequestDeps & { db: Database },
  input: CancelRequestInput,
): Promise<Request> {
  const reason = input.reason?.trim() || null
  return deps.db.transaction(async (tx) => {
    const request = await lockRequest(tx, input.requestId)
    if (!request || !maySee(request, input.viewer)) throw requestNotFound()
    const event = { kind: 'cancelled', by: input.viewer.personId, reason } as const
    const outcome = await moveRequest(deps, tx, request, event, input.actor)
    if (outcome.kind === 'refused') throw refused(outcome.refusal, outcome.request)
    return outcome.request
  })
}
