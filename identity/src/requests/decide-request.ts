import type { Access, Role } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { RequestEvent } from './decide.ts'
import { refused, requestNotFound } from './errors.ts'
import { findApprovers } from './find-approvers.ts'
import { type ForeseeDeps, foresee } from './foresee.ts'
import { maySee, type Viewer } from './may-see.ts'
import { type MoveRequestDeps, moveRequest, type Outcome } from './move-request.ts'
import { requireFresh } from './require-fresh.ts'
import { type RequireOtherThanMakerDeps, requireOtherThanMaker } from './require-other-than-maker.ts'
import { rerouteRequest } from './reroute-request.ts'
import { lockRequest } from './store.ts'
import type { Request } from './types.ts'

export type DecideRequestDeps = MoveRequestDeps &
  ForeseeDeps &
  RequireOtherThanMakerDeps & {
    db: Database
    directory: Pick<Directory, 'isFresh' | 'isPaused'>
    access: Pick<Access, 'role'>
  }
export type DecideRequestInput = {
  requestId: string
  approver: Viewer
  /** The stage, and if known the version, that the approver saw. */
  stage: number
  version?: number | undefined
  /** Throws when the approver has not shown well enough who they are for this role, or as lately as its policy wants. */
  admit?: (role: Role | null, proveWithinMinutes: number | null) => void
  actor: Actor
}

/**
 * What approving and denying share. The request is locked first, so that of two approvers at the same instant the second
 * meets what the first left behind; whoever may decide is looked up again under that lock.
 */
export async function decideRequest(
  deps: DecideRequestDeps,
  input: DecideRequestInput,
  decision: 'approved' | 'denied',
  eventFor: (candidates: string[]) => RequestEvent,
): Promise<Request> {
  const outcome = await deps.db.transaction((tx) => decideLocked(deps, tx, input, decision, eventFor))
  if (outcome.kind === 'moved') return outcome.request
  // Nobody acts on an approval that is no longer theirs: whoever it should be is asked now.
  if (outcome.refusal === 'no_longer_approver') await rerouteRequest(deps, input.requestId)
  throw refused(outcome.refusal, outcome.request)
}

async function decideLocked(
  deps: DecideRequestDeps,
  tx: Tx,
  input: DecideRequestInput,
  decision: 'approved' | 'denied',
  eventFor: (candidates: string[]) => RequestEvent,
): Promise<Outcome> {
  const request = await lockRequest(tx, input.requestId)
  if (!request || !maySee(request, input.approver)) throw requestNotFound()
  await foresee(deps, tx, request, input.approver.personId)
  const role = await deps.access.role(tx, request.roleId)
  input.admit?.(role, request.policy.rules.proveWithinMinutes ?? null)
  if (input.version !== undefined && input.version !== request.version)
    return { kind: 'refused', refusal: 'not_now', request }
  const approved = request.approvals.filter((a) => a.state === 'approved').map((a) => a.approverId)
  const { requesterId, beneficiaryId } = request
  // Of everybody the access would rest on: an earlier approver may have left, too. A denial rests on whoever denies.
  const restsOn = decision === 'approved' ? [requesterId, beneficiaryId, ...approved] : []
  await requireFresh(deps, tx, [input.approver.personId, ...restsOn])
  const stage = request.policy.rules.stages[request.stage]
  const level = request.stages[request.stage]?.level ?? 'first'
  const candidates = stage ? await findApprovers(deps, tx, request, stage, level) : []
  const event = eventFor(candidates)
  if (decision === 'approved' && role?.productRole)
    await requireOtherThanMaker(deps, tx, { personId: beneficiaryId, approverId: input.approver.personId, approved })
  return moveRequest(deps, tx, request, event, input.actor)
}
