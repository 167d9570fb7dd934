/** What a request becomes whose approvals were collected elsewhere: pure, and no way around any stage. */
import { type Decision, end, type RequestEvent, refuse } from './decision.ts'
import { isOwnRequest } from './policy.ts'
import { openNext } from './stages.ts'
import type { Request } from './types.ts'

type Of<K extends RequestEvent['kind']> = Extract<RequestEvent, { kind: K }>

/** All stages at once, as far as the approvals reach; then everything is verified like after any last approval. */
export function approveOutside(request: Request, event: Of<'approved_outside'>, now: Date): Decision {
  if (!isUntouched(request)) return refuse('not_now')
  if (event.approvals.some(({ by }) => isOwnRequest(request, by))) return refuse('own_request')
  const { stages, samePersonMayDecideSeveralStages } = request.policy.rules
  const people = event.approvals.map(({ by }) => by)
  if (!samePersonMayDecideSeveralStages && new Set(people).size < people.length) return refuse('decided_other_stage')
  const countOf = (stage: number) => new Set(event.approvals.filter((a) => a.stage === stage).map(({ by }) => by)).size
  if (stages.some(({ quorum }, index) => countOf(index) < quorum)) return refuse('not_approver')
  const next: Request = {
    ...request,
    stages: request.stages.map((progress, index) => ({
      ...progress,
      level: event.levels[index] ?? 'first',
      startedAt: request.createdAt,
      decidedAt: now,
    })),
    approvals: event.approvals.map(({ stage, by, at, comment }) => ({
      stage,
      approverId: by,
      state: 'approved',
      askedAt: request.createdAt,
      decidedAt: at,
      comment,
    })),
  }
  const following = openNext(next, now)
  if (following.kind === 'refused') return following
  return {
    ...following,
    effects: [{ kind: 'record', action: 'request.approved_outside', facts: event.facts }, ...following.effects],
  }
}

export function denyOutside(request: Request, event: Of<'denied_outside'>, now: Date): Decision {
  if (!isUntouched(request)) return refuse('not_now')
  const ended = end(request, 'denied', { code: null, reason: event.reason }, now)
  if (ended.kind === 'refused') return ended
  return {
    ...ended,
    effects: [{ kind: 'record', action: 'request.refused_outside', facts: event.facts }, ...ended.effects],
  }
}

/** Nobody was asked here: approvals of two places are never mixed. */
const isUntouched = (request: Request): boolean =>
  request.state === 'waiting' && request.approvals.length === 0 && request.stages.every((stage) => !stage.startedAt)
