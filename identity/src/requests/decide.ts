/**
 * The state machine of a request: pure, so that every path through it can be tried (`decide.properties.test.ts`).
 * Looking up approvers and checking facts is asked for as an effect and comes back as an event, all in one transaction.
 */
import { type Decision, end, isFinal, move, type RequestEvent, refuse } from './decision.ts'
import { type OutcomeCode, outcomeOf } from './outcomes.ts'
import { approveOutside, denyOutside } from './outside-approval.ts'
import { isOwnRequest } from './policy.ts'
import { approve, deny, openNext, resolved, verified } from './stages.ts'
import { becomeDue } from './timers.ts'
import type { Request } from './types.ts'

export type { Decision, Effect, News, Refusal, RequestEvent } from './decision.ts'
export { isFinal } from './decision.ts'

/** What becomes of a request when something happens at `now`. A refused event changes nothing; any other counts one version on. */
export function decide(request: Request, event: RequestEvent, now: Date): Decision {
  if (isFinal(request)) return refuse('settled')
  const decision = step(request, event, now)
  if (decision.kind === 'refused') return decision
  return { ...decision, next: { ...decision.next, version: request.version + 1 } }
}

function step(request: Request, event: RequestEvent, now: Date): Decision {
  switch (event.kind) {
    case 'created':
      return request.stages.some((stage) => stage.startedAt) ? refuse('not_now') : openNext(request, now)
    case 'approvers_resolved':
      return resolved(request, event, now)
    case 'approved':
      return approve(request, event, now)
    case 'denied':
      return deny(request, event, now)
    case 'approved_outside':
      return approveOutside(request, event, now)
    case 'denied_outside':
      return denyOutside(request, event, now)
    case 'verified':
      return verified(request, event, now)
    case 'approvers_changed':
      return askAnew(request)
    case 'due':
      return becomeDue(request, now)
    case 'cancelled':
      return cancel(request, event, now)
    case 'withdrawn':
      return withdraw(request, event.why, now)
    case 'granted':
      return granted(request, event, now)
    case 'settled':
      return settle(request, now)
    case 'fulfilment_failed':
      return handOver(request, event.reason)
  }
}

function askAnew(request: Request): Decision {
  const progress = request.stages[request.stage]
  if (request.state !== 'waiting' || !progress?.startedAt) return refuse('not_now')
  return move(request, { kind: 'resolve', stage: request.stage, level: progress.level })
}

/** By whoever asked, while nobody has given the access yet; afterwards it is given back instead. */
function cancel(request: Request, event: { by: string; reason: string | null }, now: Date): Decision {
  if (!isOwnRequest(request, event.by)) return refuse('not_own_request')
  if (request.state !== 'waiting') return refuse('not_now')
  const { reason } = event
  return end(request, 'cancelled', reason === null ? outcomeOf('taken_back') : { code: null, reason }, now)
}

/** By what happened around it: the person left, the role was retired, the grant ended before it began. */
function withdraw(request: Request, why: OutcomeCode, now: Date): Decision {
  const decision = end(request, 'cancelled', outcomeOf(why), now)
  if (decision.kind === 'refused' || request.state !== 'fulfilling') return decision
  return { ...decision, effects: [...decision.effects, { kind: 'end_grant' }] }
}

function granted(request: Request, event: { grantId: string; isActive: boolean }, now: Date): Decision {
  if (request.state !== 'fulfilling') return refuse('not_now')
  const next: Request = { ...request, grantId: event.grantId }
  return event.isActive ? settle(next, now) : move(next)
}

function settle(request: Request, now: Date): Decision {
  if (request.state !== 'fulfilling') return refuse('not_now')
  return move(
    { ...request, state: 'fulfilled', settledAt: now, byHand: false },
    { kind: 'record', action: 'request.fulfilled' },
    { kind: 'tell', news: 'fulfilled' },
  )
}

/** Not a failure of the request: a person makes the account, and the request waits for them. */
function handOver(request: Request, reason: string): Decision {
  if (request.state !== 'fulfilling' || request.byHand) return refuse('not_now')
  return move(
    { ...request, byHand: true },
    { kind: 'record', action: 'request.handed_over', reason },
    { kind: 'tell', news: 'by_hand' },
  )
}
