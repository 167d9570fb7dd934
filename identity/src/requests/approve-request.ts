import { type DecideRequestDeps, type DecideRequestInput, decideRequest } from './decide-request.ts'
import type { Request } from './types.ts'

export type ApproveRequestInput = DecideRequestInput & { comment?: string | undefined }

/** Approves the current stage. The last approval makes the grant in the same transaction, or nothing at all. */
export async function approveRequest(deps: DecideRequestDeps, input: ApproveRequestInput): Promise<Request> {
  const { stage, approver } = input
  const comment = input.comment?.trim() || null
  return decideRequest(deps, input, 'approved', (candidates) => ({
    kind: 'approved',
    stage,
    by: approver.personId,
    comment,
    candidates,
  }))
}
