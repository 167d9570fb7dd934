import type { PolicySnapshot, Request } from './types.ts'

type Given = Pick<
  Request,
  'id' | 'cartId' | 'kind' | 'roleId' | 'requesterId' | 'grantId' | 'reason' | 'durationDays'
> & {
  policy: PolicySnapshot
  now: Date
}

/** A request before anything happened to it; asked for oneself. */
export function newRequest({ policy, now, ...given }: Given): Request {
  return {
    ...given,
    beneficiaryId: given.requesterId,
    policy,
    state: 'waiting',
    stage: 0,
    stages: policy.rules.stages.map(() => ({ level: 'first', startedAt: null, decidedAt: null })),
    approvals: [],
    dueAt: null,
    dueFor: null,
    remindedAt: null,
    byHand: false,
    outcomeReason: null,
    outcomeCode: null,
    version: 0,
    createdAt: now,
    approvedAt: null,
    settledAt: null,
  }
}
