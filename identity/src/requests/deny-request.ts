import { invalidField } from '../platform/errors.ts'
import { type DecideRequestDeps, type DecideRequestInput, decideRequest } from './decide-request.ts'
import type { Request } from './types.ts'

export type DenyRequestInput = DecideRequestInput & { reason: string }

/** One denial ends the request, whatever others said; the requester reads the reason. */
export async function denyRequest(deps: DecideRequestDeps, input: DenyRequestInput): Promise<Request> {
  const { stage, approver } = input
  const reason = input.reason.trim()
  if (reason === '') throw invalidField('reason', 'Say why, so that whoever asked knows what to do instead.')
  return decideRequest(deps, input, 'denied', (candidates) => ({
    kind: 'denied',
    stage,
    by: approver.personId,
    reason,
    candidates,
  }))
}
