import type { Actor } from '../audit/module.ts'
import type { Database } from '../platform/database/database.ts'
import { refused, remindedRecently, requestNotFound } from './errors.ts'
import { maySee, type Viewer } from './may-see.ts'
import { type MoveRequestDeps, subjectsOf } from './move-request.ts'
import { isOwnRequest } from './policy.ts'
import { remindNotBefore } from './remind-not-before.ts'
import { lockRequest, saveReminded } from './store.ts'
import { askApprovers } from './tell-people.ts'

export type RemindApproversInput = { requestId: string; viewer: Viewer; actor: Actor }

/** Mails whoever the request waits for once more; not more often than every few hours, whoever presses the button. */
export async function remindApprovers(
  deps: MoveRequestDeps & { db: Database },
  input: RemindApproversInput,
): Promise<{ reminded: number; remindNotBefore: Date }> {
  return deps.db.transaction(async (tx) => {
    const request = await lockRequest(tx, input.requestId)
    if (!request || !maySee(request, input.viewer)) throw requestNotFound()
    if (!isOwnRequest(request, input.viewer.personId)) throw refused('not_own_request', request)
    const now = deps.clock.now()
    const notBefore = remindNotBefore(request)
    if (!notBefore) throw refused('not_now', request)
    if (notBefore > now) throw remindedRecently(Math.ceil((notBefore.getTime() - now.getTime()) / 1000))

    const approverIds = request.approvals.filter((a) => a.state === 'open').map((a) => a.approverId)
    await saveReminded(tx, request.id, now)
    await askApprovers(deps, tx, request, approverIds, 'reminded')
    const after = { stage: request.stage, approverIds }
    deps.audit.record(tx, { action: 'request.reminded', actor: input.actor, subjects: subjectsOf(request), after })
    await deps.live.publish(tx, `request:${request.id}`)
    const next = remindNotBefore({ ...request, remindedAt: now }) ?? now
    return { reminded: approverIds.length, remindNotBefore: next }
  })
}
