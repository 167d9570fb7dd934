/** The nouns of requests. `decide.ts` moves them, `store.ts` keeps them. */
import type { ApproverSource, PolicyRules, PolicyStage } from '@hallpass/contract/policies'
import type { OutcomeCode, RequestState } from '@hallpass/contract/requests'

export type { ApproverSource, PolicyRules, PolicyStage, RequestState }

/** How far a stage had to go to find who decides; each level also asks those of the levels before it. */
export type Level = 'first' | 'fallback' | 'escalated'
export type DueFor = 'remind' | 'escalate' | 'deny'

/**
 * `closed`: others decided · `rerouted`: no longer theirs to decide · `lapsed`: approved, but no longer an approver when
 * the access was to be given, so it does not count.
 */
export type ApprovalState = 'open' | 'approved' | 'denied' | 'closed' | 'rerouted' | 'lapsed'

/** One person asked at one stage, and what they said. */
export type Approval = {
  stage: number
  approverId: string
  state: ApprovalState
  askedAt: Date
  decidedAt: Date | null
  comment: string | null
}

/** How far one stage of a request has come. */
export type StageProgress = { level: Level; startedAt: Date | null; decidedAt: Date | null }

/** The rules a request was made under, kept on it. `roleId` null: the default policy; `version` 0: the one Hallpass comes with. */
export type PolicySnapshot = { id: string | null; roleId: string | null; version: number; rules: PolicyRules }

export type Request = {
  id: string
  cartId: string
  /** `extend` asks for more days of a grant that is held. */
  kind: 'grant' | 'extend'
  roleId: string
  requesterId: string
  /** Whose access it is; the requester, until people may ask for others. */
  beneficiaryId: string
  grantId: string | null
  reason: string
  durationDays: number | null
  state: RequestState
  /** Index of the stage it waits at; `policy.rules.stages.length` once all are approved. */
  stage: number
  policy: PolicySnapshot
  stages: readonly StageProgress[]
  approvals: readonly Approval[]
  dueAt: Date | null
  dueFor: DueFor | null
  remindedAt: Date | null
  /** A person has to make the account. */
  byHand: boolean
  outcomeReason: string | null
  /** Null where a person gave the reason, or there is none. */
  outcomeCode: OutcomeCode | null
  version: number
  createdAt: Date
  approvedAt: Date | null
  settledAt: Date | null
}

export type Comment = {
  id: string
  requestId: string
  authorId: string
  kind: 'comment' | 'question'
  text: string
  at: Date
}
