/** How a request walks through its stages: who is asked, what counts, and when all of it together is enough. */
import { type Decision, type Effect, end, move, type RequestEvent, refuse } from './decision.ts'
import { outcomeOf } from './outcomes.ts'
import { approvedElsewhere, eligibleApprovers, isOwnRequest, levelAfter } from './policy.ts'
import { dueAfter } from './timers.ts'
import type { Approval, PolicyStage, Request, StageProgress } from './types.ts'

type Of<K extends RequestEvent['kind']> = Extract<RequestEvent, { kind: K }>

/**
 * Opens the first stage that is not decided; when there is none, everything is to be verified once more. A stage opened
 * again keeps its level: approvals given there still count, and only those at that level may give the missing ones.
 */
export function openNext(request: Request, now: Date): Decision {
  const index = request.stages.findIndex((stage) => !stage.decidedAt)
  const progress = request.stages[index]
  if (!progress) {
    const next: Request = { ...request, stage: request.stages.length, dueAt: null, dueFor: null }
    return move(next, { kind: 'verify' })
  }
  const stages = withStage(request, index, { ...progress, startedAt: now })
  const next: Request = { ...request, stage: index, stages, dueAt: null, dueFor: null }
  return move(next, { kind: 'resolve', stage: index, level: progress.level })
}

/**
 * The answer to `resolve`. Too few people to reach the quorum is an approver that cannot be resolved: the next level is
 * asked, and where there is none the request is denied, never waved through (promise 1).
 */
export function resolved(request: Request, event: Of<'approvers_resolved'>, now: Date): Decision {
  const stage = request.policy.rules.stages[event.stage]
  const progress = request.stages[event.stage]
  if (request.state !== 'waiting' || !stage || !progress || event.stage !== request.stage) return refuse('not_now')
  if (progress.level !== event.level || progress.decidedAt) return refuse('not_now')

  const here = request.approvals.filter((a) => a.stage === event.stage)
  const approved = here.filter((a) => a.state === 'approved').map((a) => a.approverId)
  const mayDecide = eligibleApprovers(request, event.stage, event.candidates).filter((id) => !approved.includes(id))
  const rerouted = here.filter((a) => a.state === 'open' && !mayDecide.includes(a.approverId)).map((a) => a.approverId)
  const lessRerouted: Request = {
    ...request,
    approvals: request.approvals.map((a) =>
      a.stage === event.stage && rerouted.includes(a.approverId) ? { ...a, state: 'rerouted' } : a,
    ),
  }
  const records: Effect[] =
    rerouted.length > 0
      ? [{ kind: 'record', action: 'request.rerouted', facts: { stage: event.stage, from: rerouted } }]
      : []

  if (approved.length + mayDecide.length < stage.quorum)
    return withDecision(records, goFurther(lessRerouted, stage, progress, now))
  return withDecision(records, ask(lessRerouted, stage, progress, mayDecide, now))
}

function goFurther(request: Request, stage: PolicyStage, progress: StageProgress, now: Date): Decision {
  const level = levelAfter(stage, progress.level)
  if (!level) return end(request, 'denied', outcomeOf('nobody_found', stage.name), now)
  return move(
    { ...request, stages: withStage(request, request.stage, { ...progress, level }) },
    { kind: 'record', action: 'request.escalated', facts: { stage: request.stage, level, because: 'no_approver' } },
    { kind: 'resolve', stage: request.stage, level },
  )
}

function ask(
  request: Request,
  stage: PolicyStage,
  progress: StageProgress,
  mayDecide: readonly string[],
  now: Date,
): Decision {
  const isOpen = (id: string) =>
    request.approvals.some((a) => a.stage === request.stage && a.approverId === id && a.state === 'open')
  const approverIds = mayDecide.filter((id) => !isOpen(id))
  // People asked in place of all who were asked before get the full time; the others' time runs on.
  const isFresh = request.dueAt === null || approverIds.length === mayDecide.length
  const startedAt = isFresh ? now : progress.startedAt
  const next: Request = {
    ...request,
    stages: withStage(request, request.stage, { ...progress, startedAt }),
    approvals: [
      ...request.approvals.filter((a) => a.stage !== request.stage || !approverIds.includes(a.approverId)),
      ...approverIds.map((approverId) => asked(request.stage, approverId, now)),
    ],
    ...(isFresh ? dueAfter(stage, progress.level, null, now) : {}),
  }
  if (approverIds.length === 0) return move(next)
  const facts = { stage: request.stage, level: progress.level, approverIds }
  const why = progress.level === 'escalated' ? 'escalated' : 'asked'
  return move(
    next,
    { kind: 'record', action: 'request.approvers_asked', facts },
    { kind: 'ask', stage: request.stage, approverIds, why },
  )
}

export function approve(request: Request, event: Of<'approved'>, now: Date): Decision {
  const refusal = refusalOf(request, event)
  if (refusal) return refusal
  const stage = request.policy.rules.stages[event.stage]
  if (!stage) return refuse('other_stage')
  const decided = withApproval(request, event, { state: 'approved', decidedAt: now, comment: event.comment })
  const record: Effect = {
    kind: 'record',
    action: 'request.stage_approved',
    facts: { stage: event.stage, name: stage.name },
    ...(event.comment ? { reason: event.comment } : {}),
  }
  const count = decided.approvals.filter((a) => a.stage === event.stage && a.state === 'approved').length
  const tell: Effect = { kind: 'tell', news: 'stage_approved', by: event.by }
  if (count < stage.quorum) return move(decided, record, tell)

  const progress = request.stages[event.stage]
  const closed: Request = {
    ...decided,
    stages: progress ? withStage(decided, event.stage, { ...progress, decidedAt: now }) : decided.stages,
    approvals: decided.approvals.map((a) => (a.stage === event.stage && a.state === 'open' ? close(a) : a)),
  }
  const following = openNext(closed, now)
  const isLast = following.kind === 'moved' && following.next.stage === request.stages.length
  return withDecision(isLast ? [record] : [record, tell], following)
}

export function deny(request: Request, event: Of<'denied'>, now: Date): Decision {
  const refusal = refusalOf(request, event)
  if (refusal) return refusal
  const decided = withApproval(request, event, { state: 'denied', decidedAt: now, comment: event.reason })
  return end(decided, 'denied', { code: null, reason: event.reason }, now)
}

/** Why this person may not decide this stage now, checked against who the policy names at this moment. */
function refusalOf(request: Request, event: Of<'approved'> | Of<'denied'>): Decision | null {
  if (isOwnRequest(request, event.by)) return refuse('own_request')
  const approval = request.approvals.find((a) => a.stage === event.stage && a.approverId === event.by)
  if (approval?.state === 'approved') return refuse('already_decided')
  if (request.state !== 'waiting') return refuse('not_now')
  if (event.stage !== request.stage) return refuse('other_stage')
  if (!approval) return refuse('not_approver')
  if (approval.state !== 'open') return refuse('no_longer_approver')
  const { samePersonMayDecideSeveralStages: mayRepeat } = request.policy.rules
  if (!mayRepeat && approvedElsewhere(request, event.stage, event.by)) return refuse('decided_other_stage')
  return event.candidates.includes(event.by) ? null : refuse('no_longer_approver')
}

/**
 * The answer to `verify`, in the transaction that grants: an approval counts only if its giver could still give it.
 * One that does not lapses and its stage is asked again; nothing is granted until every stage holds at once.
 */
export function verified(request: Request, event: Of<'verified'>, now: Date): Decision {
  if (request.state !== 'waiting' || request.stage !== request.stages.length) return refuse('not_now')
  if (event.obstacle !== null) return end(request, 'cancelled', outcomeOf(event.obstacle), now)

  const holds = (a: Approval) =>
    eligibleApprovers(request, a.stage, event.candidates[a.stage] ?? []).includes(a.approverId)
  const lapsed = request.approvals.filter((a) => a.state === 'approved' && !holds(a))
  const approvals = request.approvals.map((a): Approval => (lapsed.includes(a) ? { ...a, state: 'lapsed' } : a))
  const stages = request.stages.map((progress, index): StageProgress => {
    const count = approvals.filter((a) => a.stage === index && a.state === 'approved').length
    return count >= (request.policy.rules.stages[index]?.quorum ?? Infinity)
      ? progress
      : { ...progress, decidedAt: null }
  })
  const next: Request = { ...request, approvals, stages }
  if (stages.some((stage) => !stage.decidedAt)) {
    const facts = { approvals: lapsed.map((a) => ({ stage: a.stage, approverId: a.approverId })) }
    const record: Effect = { kind: 'record', action: 'request.approval_lapsed', facts }
    return withDecision([record, { kind: 'tell', news: 'lapsed' }], openNext(next, now))
  }
  return move(
    { ...next, state: 'fulfilling', approvedAt: now },
    { kind: 'record', action: 'request.approved' },
    { kind: 'tell', news: 'approved' },
    { kind: 'grant' },
  )
}

function asked(stage: number, approverId: string, now: Date): Approval {
  return { stage, approverId, state: 'open', askedAt: now, decidedAt: null, comment: null }
}

function close(approval: Approval): Approval {
  return { ...approval, state: 'closed' }
}

function withApproval(
  request: Request,
  who: { stage: number; by: string },
  change: Pick<Approval, 'state' | 'decidedAt' | 'comment'>,
): Request {
  const approvals = request.approvals.map((a) =>
    a.stage === who.stage && a.approverId === who.by ? { ...a, ...change } : a,
  )
  return { ...request, approvals }
}

function withStage(request: Request, index: number, progress: StageProgress): StageProgress[] {
  return request.stages.map((stage, i) => (i === index ? progress : stage))
}

function withDecision(effects: readonly Effect[], decision: Decision): Decision {
  return decision.kind === 'refused' ? decision : { ...decision, effects: [...effects, ...decision.effects] }
}
