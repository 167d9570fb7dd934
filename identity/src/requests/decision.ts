/** What can happen to a request, and what the state machine answers. */
import type { Outcome, OutcomeCode } from './outcomes.ts'
import type { Level, Request } from './types.ts'

/** `candidates` are people the policy's sources name at that moment, active ones only; the machine itself excludes. */
export type RequestEvent =
  | { kind: 'created' }
  | { kind: 'approvers_resolved'; stage: number; level: Level; candidates: readonly string[] }
  | { kind: 'approved'; stage: number; by: string; comment: string | null; candidates: readonly string[] }
  | { kind: 'denied'; stage: number; by: string; reason: string; candidates: readonly string[] }
  /** Every stage was approved in another system, by people who may decide it; `levels` says how far each had to go. */
  | {
      kind: 'approved_outside'
      approvals: readonly { stage: number; by: string; at: Date; comment: string | null }[]
      levels: readonly Level[]
      facts: Readonly<Record<string, unknown>>
    }
  /** Another system says it was approved, and it does not hold. */
  | { kind: 'denied_outside'; reason: string; facts: Readonly<Record<string, unknown>> }
  /** Somebody asked was disabled or moved, or a group changed: ask anew who decides. */
  | { kind: 'approvers_changed' }
  /** Everything was looked at once more: what stands in the way, and per stage who could still decide it. */
  | { kind: 'verified'; obstacle: OutcomeCode | null; candidates: readonly (readonly string[])[] }
  | { kind: 'due' }
  /** `reason`: null where whoever took it back gave none. */
  | { kind: 'cancelled'; by: string; reason: string | null }
  | { kind: 'withdrawn'; why: OutcomeCode }
  /** The grant is made (or was there already); `isActive` when there is nothing left to wait for. */
  | { kind: 'granted'; grantId: string; isActive: boolean }
  | { kind: 'settled' }
  | { kind: 'fulfilment_failed'; reason: string }

/** News for the requester. */
export type News = 'stage_approved' | 'approved' | 'lapsed' | 'by_hand' | 'fulfilled' | 'denied' | 'cancelled'

export type Effect =
  /** Look up who the policy names at this level; answered by `approvers_resolved`. */
  | { kind: 'resolve'; stage: number; level: Level }
  /** Look at everything once more; answered by `verified`. */
  | { kind: 'verify' }
  /** Make or extend the grant; answered by `granted` or `withdrawn`. */
  | { kind: 'grant' }
  | { kind: 'end_grant' }
  | { kind: 'ask'; stage: number; approverIds: readonly string[]; why: 'asked' | 'reminded' | 'escalated' }
  | { kind: 'tell'; news: News; by?: string }
  | { kind: 'record'; action: string; reason?: string; facts?: Record<string, unknown> }

export type Refusal =
  /** It has an outcome already. */
  | 'settled'
  | 'not_now'
  | 'other_stage'
  | 'own_request'
  | 'not_own_request'
  | 'not_approver'
  | 'no_longer_approver'
  | 'already_decided'
  | 'decided_other_stage'

export type Decision =
  | { kind: 'moved'; next: Request; effects: readonly Effect[] }
  | { kind: 'refused'; refusal: Refusal }

export function move(next: Request, ...effects: Effect[]): Decision {
  return { kind: 'moved', next, effects }
}

export function refuse(refusal: Refusal): Decision {
  return { kind: 'refused', refusal }
}

export function isFinal(request: Pick<Request, 'state'>): boolean {
  return request.state === 'fulfilled' || request.state === 'denied' || request.state === 'cancelled'
}

/** Ends a request without access: nobody is asked any longer, nothing falls due. */
export function end(request: Request, state: 'denied' | 'cancelled', { code, reason }: Outcome, now: Date): Decision {
  const next: Request = {
    ...request,
    state,
    outcomeReason: reason,
    outcomeCode: code,
    settledAt: now,
    dueAt: null,
    dueFor: null,
    approvals: request.approvals.map((a) => (a.state === 'open' ? { ...a, state: 'closed' } : a)),
  }
  return move(next, { kind: 'record', action: `request.${state}`, reason }, { kind: 'tell', news: state })
}
