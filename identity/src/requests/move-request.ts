import type { Access } from '../access/module.ts'
import type { Actor, Audit } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Live } from '../platform/live.ts'
import { type Decision, decide, type Effect, isFinal, type Refusal, type RequestEvent } from './decide.ts'
import { requestChanged, requestSettled } from './events.ts'
import { findApprovers } from './find-approvers.ts'
import { type GiveAccessDeps, giveAccess } from './give-access.ts'
import { updateRequest } from './store.ts'
import { askApprovers, type TellPeopleDeps, tellRequester } from './tell-people.ts'
import type { Request } from './types.ts'
import { type VerifyRequestDeps, verifyRequest } from './verify-request.ts'

export type MoveRequestDeps = VerifyRequestDeps &
  GiveAccessDeps &
  TellPeopleDeps & {
    access: Pick<Access, 'endGrant'>
    clock: Clock
    audit: Pick<Audit, 'record'>
    events: Pick<Events, 'emit'>
    live: Pick<Live, 'publish'>
  }

export type Outcome = { kind: 'moved'; request: Request } | { kind: 'refused'; refusal: Refusal; request: Request }

/** What follows by itself from what somebody did. */
const itself: Actor = { kind: 'system', name: 'requests' }

/**
 * Lets something happen to a request and does everything that follows from it, in one transaction; nothing of it is seen
 * by anybody if any of it fails. The caller holds the request's lock. `save` is another for a request not yet written.
 */
export async function moveRequest(
  deps: MoveRequestDeps,
  tx: Tx,
  before: Request,
  event: RequestEvent,
  actor: Actor,
  save: (tx: Tx, before: Request, next: Request) => Promise<void> = update,
): Promise<Outcome> {
  const now = deps.clock.now()
  const first = decide(before, event, now)
  if (first.kind === 'refused') return { kind: 'refused', refusal: first.refusal, request: before }

  let request = first.next
  const pending: { effect: Effect; request: Request; actor: Actor }[] = effectsOf(first, actor)
  const later: typeof pending = []
  let hasSaid = false
  for (let next = pending.shift(); next; next = pending.shift()) {
    // In the order things happened: that it was approved stands before what the approval gave.
    if (next.effect.kind === 'record') {
      record(deps, tx, next.request, next.effect, next.actor)
      hasSaid = true
      continue
    }
    const answer = await answerOf(deps, tx, request, next.effect)
    if (!answer) {
      later.push(next)
      continue
    }
    const decision = decide(request, answer, now)
    if (decision.kind === 'refused') throw new Error(`A request refused its own ${answer.kind}: ${decision.refusal}`)
    request = decision.next
    pending.unshift(...effectsOf(decision, itself))
  }
  if (later.length === 0 && !hasSaid && isSame(before, request)) return { kind: 'moved', request: before }
  // One trip: what listeners look at is asked for behind what was written.
  await Promise.all([save(tx, before, request), announce(deps, tx, before, request)])
  for (const { effect, request: asThen } of later)
    if (!isOvertaken(effect, request)) await perform(deps, tx, asThen, effect)
  return { kind: 'moved', request }
}

function effectsOf(decision: Extract<Decision, { kind: 'moved' }>, actor: Actor) {
  return decision.effects.map((effect) => ({ effect, request: decision.next, actor }))
}

/** Effects that ask for facts are answered by an event at once; all others wait until the request has come to rest. */
async function answerOf(deps: MoveRequestDeps, tx: Tx, request: Request, effect: Effect): Promise<RequestEvent | null> {
  switch (effect.kind) {
    case 'resolve': {
      const { stage: index, level } = effect
      const stage = request.policy.rules.stages[index]
      const candidates = stage ? await findApprovers(deps, tx, request, stage, level) : []
      return { kind: 'approvers_resolved', stage: index, level, candidates }
    }
    case 'verify':
      return verifyRequest(deps, tx, request)
    case 'grant':
      return giveAccess(deps, tx, request, itself)
    default:
      return null
  }
}

async function perform(deps: MoveRequestDeps, tx: Tx, request: Request, effect: Effect): Promise<void> {
  switch (effect.kind) {
    case 'ask':
      return askApprovers(deps, tx, request, effect.approverIds, effect.why)
    case 'tell':
      return tellRequester(deps, tx, request, effect.news, effect.by)
    case 'end_grant':
      return endGrant(deps, tx, request)
  }
}

function record(
  deps: MoveRequestDeps,
  tx: Tx,
  request: Request,
  effect: Extract<Effect, { kind: 'record' }>,
  actor: Actor,
): void {
  deps.audit.record(tx, {
    action: effect.action,
    actor,
    subjects: subjectsOf(request),
    ...(effect.reason === undefined ? {} : { reason: effect.reason }),
    ...(effect.facts ? { after: effect.facts } : {}),
  })
}

/** An extension is fulfilled the moment it is approved: one mail says both. */
function isOvertaken(effect: Effect, request: Request): boolean {
  return effect.kind === 'tell' && effect.news === 'approved' && request.state === 'fulfilled'
}

/** Only the grant this request made: one that was held before is none of its business. */
async function endGrant(deps: MoveRequestDeps, tx: Tx, request: Request): Promise<void> {
  const grant = request.grantId ? await deps.access.grant(tx, request.grantId) : null
  if (grant?.requestId === request.id) await deps.access.endGrant(tx, grant.id, 'request_cancelled', itself)
}

export function subjectsOf(request: Request) {
  return {
    requestId: request.id,
    personId: request.beneficiaryId,
    roleId: request.roleId,
    ...(request.grantId ? { grantId: request.grantId } : {}),
  }
}

/** Tells pages that follow along, and the slices to the right. */
async function announce(deps: MoveRequestDeps, tx: Tx, before: Request, request: Request): Promise<void> {
  for (const topic of topicsOf(before, request)) await deps.live.publish(tx, topic)
  const payload = { requestId: request.id, version: request.version }
  await deps.events.emit(tx, requestChanged, payload)
  if (isFinal(request)) await deps.events.emit(tx, requestSettled, payload)
}

function topicsOf(before: Request, request: Request): Set<string> {
  const touched = [
    ...request.approvals.filter((approval) => !before.approvals.includes(approval)),
    ...(before.stage === request.stage ? [] : request.approvals.filter((approval) => approval.state === 'open')),
  ]
  return new Set([
    `request:${request.id}`,
    `requests:${request.requesterId}`,
    `requests:${request.beneficiaryId}`,
    ...touched.map((approval) => `inbox:${approval.approverId}`),
  ])
}

function isSame(before: Request, request: Request): boolean {
  return JSON.stringify({ ...before, version: 0 }) === JSON.stringify({ ...request, version: 0 })
}

/** The lock makes the version certain; the comparison makes a forgotten lock a failure instead of a lost decision. */
async function update(tx: Tx, before: Request, next: Request): Promise<void> {
  if (!(await updateRequest(tx, before, next))) throw new Error('A request moved without its lock.')
}
