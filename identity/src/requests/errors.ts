/** The named failures of requests. */
import { Failure, type FieldFault } from '../platform/errors.ts'
import type { Refusal } from './decide.ts'
import type { Request } from './types.ts'

/** Also for a request that is there but no concern of the caller: the same answer. */
export const requestNotFound = () => new Failure('not_found', 'request_not_found', 'There is no such request.')
export const roleNotFound = () => new Failure('not_found', 'role_not_found', 'There is no such role.')
export const grantNotFound = () => new Failure('not_found', 'grant_not_found', 'There is no such access.')

export const directoryStale = () =>
  new Failure(
    'unavailable',
    'directory_stale',
    'The directory has not answered for a while, so nothing can be decided now. Please try again in a few minutes.',
    { retryAfterSeconds: 60 },
  )

export const decisionPaused = () =>
  new Failure(
    'unavailable',
    'decision_paused',
    'An administrator has paused the directory of somebody this rests on. Until it goes on, this can be denied and not approved.',
  )

export const policyChanged = () =>
  new Failure(
    'conflict',
    'policy_changed',
    'Somebody changed this policy in the meantime. Load it again, then repeat your change.',
  )

export function policyFaulty(fields: FieldFault[]): Failure {
  return new Failure('invalid', 'policy_faulty', fields[0]?.message ?? 'This policy cannot be used.', { fields })
}

export const requestedAlready = (field: string, requestId: string | null) =>
  new Failure('conflict', 'already_requested', 'There is an open request for this role already.', {
    fields: [{ field, message: 'There is an open request for this role already.' }],
    ...(requestId ? { extra: { openRequestId: requestId } } : {}),
  })

const extensionSentences = {
  ended: 'This access has ended. Ask for it again instead.',
  pending: 'This access is still being made.',
  no_end: 'This access has no end.',
  role_unused: 'This role is no longer in use.',
}

export const extensionNotPossible = (because: keyof typeof extensionSentences) =>
  new Failure('conflict', 'extension_not_possible', extensionSentences[because], { extra: { because } })

export function remindedRecently(retryAfterSeconds: number): Failure {
  return new Failure('rate_limited', 'reminded_recently', 'A reminder was sent not long ago. Please wait a little.', {
    retryAfterSeconds,
  })
}

const sentences: Record<Request['state'], string> = {
  waiting: 'This request has moved on and no longer waits for this decision. Load it again.',
  fulfilling: 'This request was approved already; the access is being made.',
  fulfilled: 'This request was fulfilled already.',
  denied: 'This request was denied already.',
  cancelled: 'This request was cancelled.',
}

/** A refused event as an answer: what stands in the way, with the state so that the portal can show it. */
export function refused(refusal: Refusal, request: Request): Failure {
  const extra = { state: request.state, stage: request.stage, version: request.version }
  switch (refusal) {
    case 'settled':
    case 'not_now':
    case 'other_stage':
      return new Failure('conflict', `request_${request.state}`, sentences[request.state], { extra })
    case 'already_decided':
      return new Failure('conflict', 'already_decided', 'You have decided this already.', { extra })
    case 'own_request':
      return new Failure('forbidden', 'own_request', 'Nobody decides their own request.', { extra })
    case 'not_own_request':
      return new Failure('forbidden', 'not_own_request', 'Only whoever asked can cancel a request.', { extra })
    case 'not_approver':
      return new Failure('forbidden', 'not_approver', 'This request does not wait for you.', { extra })
    case 'no_longer_approver':
      return new Failure('conflict', 'no_longer_approver', 'This decision is no longer yours to make.', { extra })
    case 'decided_other_stage':
      return new Failure(
        'conflict',
        'decided_other_stage',
        'You approved another stage; somebody else has to decide this one.',
        {
          extra,
        },
      )
  }
}

export const ownAccountMade = (): Failure =>
  new Failure(
    'forbidden',
    'own_account_made',
    'You made this account, so another administrator must approve first. Where there is none: hallpass admin-link makes one.',
  )
