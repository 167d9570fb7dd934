import type { Actor } from '../audit/module.ts'
import type { Database } from '../platform/database/database.ts'
import { Failure, invalidField } from '../platform/errors.ts'
import type { Ids } from '../platform/ids.ts'
import { requestNotFound } from './errors.ts'
import { isPartyTo, maySee, type Viewer } from './may-see.ts'
import { type MoveRequestDeps, subjectsOf } from './move-request.ts'
import { isOwnRequest } from './policy.ts'
import { findRequest, insertComment } from './store.ts'
import { tellOfComment } from './tell-people.ts'
import type { Comment, Request } from './types.ts'

export type AddCommentInput = {
  requestId: string
  viewer: Viewer
  kind: Comment['kind']
  text: string
  actor: Actor
}

/** Part of the conversation about a request; the other side gets a mail. What was said is in the request, not in the trail. */
export async function addComment(
  deps: MoveRequestDeps & { db: Database; ids: Ids },
  input: AddCommentInput,
): Promise<Comment> {
  const text = input.text.trim()
  if (text === '') throw invalidField('text', 'Write something first.')
  return deps.db.transaction(async (tx) => {
    const request = await findRequest(tx, input.requestId)
    if (!request || !maySee(request, input.viewer)) throw requestNotFound()
    const { personId, roles } = input.viewer
    if (!isPartyTo(request, personId) && !roles.has('admin'))
      throw new Failure('forbidden', 'comment_forbidden', 'Auditors read; they do not take part.')

    const { kind } = input
    const comment: Comment = {
      id: deps.ids.next(),
      requestId: request.id,
      authorId: personId,
      kind,
      text,
      at: deps.clock.now(),
    }
    await insertComment(tx, comment)
    await tellOfComment(deps, tx, request, comment, otherSide(request, personId))
    deps.audit.record(tx, {
      action: 'request.commented',
      actor: input.actor,
      subjects: subjectsOf(request),
      after: { commentId: comment.id, kind },
    })
    await deps.live.publish(tx, `request:${request.id}`)
    for (const approval of request.approvals.filter((a) => a.state === 'open'))
      await deps.live.publish(tx, `inbox:${approval.approverId}`)
    return comment
  })
}

/** Who reads it by mail: from those who asked to those who decide (or decided last), and back. */
function otherSide(request: Request, authorId: string): string[] {
  if (!isOwnRequest(request, authorId))
    return [...new Set([request.requesterId, request.beneficiaryId])].filter((id) => id !== authorId)
  const open = request.approvals.filter((a) => a.state === 'open')
  const decided = request.approvals.filter((a) => a.decidedAt)
  const last = decided.reduce<typeof decided>((a, b) => ((a[0]?.decidedAt ?? 0) > (b.decidedAt ?? 0) ? a : [b]), [])
  return (open.length > 0 ? open : last).map((a) => a.approverId)
}
