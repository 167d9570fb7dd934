/** What happens to a stage by itself: reminder, escalation, denial. */
import { type Decision, end, move, refuse } from './decision.ts'
import { outcomeOf } from './outcomes.ts'
import type { DueFor, Level, PolicyStage, Request, StageProgress } from './types.ts'

const hourMs = 3_600_000
const steps: readonly DueFor[] = ['remind', 'escalate', 'deny']

/**
 * The step that follows `done`, and when. It counts from when `done` really happened, so that a service that was down
 * for a week reminds first and denies later, as if the week had not been.
 */
export function dueAfter(stage: PolicyStage, level: Level, done: DueFor | null, from: Date) {
  const elapsed = done ? (hoursOf(stage, done) ?? 0) : 0
  for (const step of steps.slice(done ? steps.indexOf(done) + 1 : 0)) {
    const hours = hoursOf(stage, step)
    if (hours === null || (step === 'escalate' && !canEscalate(stage, level))) continue
    return { dueAt: new Date(from.getTime() + Math.max(0, hours - elapsed) * hourMs), dueFor: step }
  }
  throw new Error('Nothing follows a denial.')
}

function hoursOf(stage: PolicyStage, step: DueFor): number | null {
  if (step === 'remind') return stage.remindAfterHours
  return step === 'escalate' ? stage.escalateAfterHours : stage.denyAfterHours
}

function canEscalate(stage: PolicyStage, level: Level): boolean {
  return level !== 'escalated' && (stage.fallback !== null || stage.escalateTo !== null)
}

/** Takes the step that is due: remind, ask further up, or deny because nobody answered. */
export function becomeDue(request: Request, now: Date): Decision {
  const stage = request.policy.rules.stages[request.stage]
  const progress = request.stages[request.stage]
  if (request.state !== 'waiting' || !stage || !progress || !request.dueFor || !request.dueAt) return refuse('not_now')
  if (request.dueAt > now) return refuse('not_now')
  switch (request.dueFor) {
    case 'remind':
      return remind(request, stage, progress, now)
    case 'escalate':
      return escalate(request, stage, progress, now)
    case 'deny':
      return end(request, 'denied', outcomeOf('nobody_decided', stage.name), now)
  }
}

function remind(request: Request, stage: PolicyStage, progress: StageProgress, now: Date): Decision {
  const approverIds = request.approvals
    .filter((a) => a.stage === request.stage && a.state === 'open')
    .map((a) => a.approverId)
  return move(
    { ...request, ...dueAfter(stage, progress.level, 'remind', now) },
    { kind: 'record', action: 'request.reminded', facts: { stage: request.stage, approverIds } },
    { kind: 'ask', stage: request.stage, approverIds, why: 'reminded' },
  )
}

function escalate(request: Request, stage: PolicyStage, progress: StageProgress, now: Date): Decision {
  const stages = request.stages.map((s, i): StageProgress => (i === request.stage ? { ...s, level: 'escalated' } : s))
  return move(
    { ...request, stages, ...dueAfter(stage, progress.level, 'escalate', now) },
    { kind: 'record', action: 'request.escalated', facts: { stage: request.stage, because: 'no_answer' } },
    { kind: 'resolve', stage: request.stage, level: 'escalated' },
  )
}
