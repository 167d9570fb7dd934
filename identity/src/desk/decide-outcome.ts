/** Whether a proven person is sent what an agent asks for now, only after a second agent and a delay, or not at all: pure. */
import { hourMs } from './limits.ts'
import type { Outcome, OutcomeKind, Settings } from './types.ts'
import type { Weight } from './weigh-proofs.ts'

export type OutcomeRefusal =
  | 'not_proven'
  | 'pending_other'
  | 'needs_second_agent'
  | 'too_early'
  | 'not_pending'
  | 'same_agent'

export type OutcomeDecision =
  | { kind: 'send'; pending: Outcome | null }
  /** The other kind was given already: a second agent has to agree, and the person is told and has time to object. */
  | { kind: 'ask_second'; notBefore: Date }
  | { kind: 'refused'; refusal: OutcomeRefusal }

export type OutcomeFacts = {
  caseId: string
  weight: Pick<Weight, 'isReached'>
  /** Everything sent or pending for this person, on whichever case. */
  outcomes: readonly Outcome[]
  settings: Pick<Settings, 'secondOutcomeHours'>
  now: Date
}

/** One case gives a link for the password or a pass for a new factor; both only by two agents and with time to object. */
export function decideOutcome(kind: OutcomeKind, facts: OutcomeFacts): OutcomeDecision {
  const { now, settings, outcomes } = facts
  if (!facts.weight.isReached) return refuse('not_proven')
  const pending = outcomes.find((outcome) => outcome.state === 'confirm' || outcome.state === 'delayed')
  const delayMs = settings.secondOutcomeHours * hourMs
  if (pending) {
    if (pending.kind !== kind || pending.caseId !== facts.caseId) return refuse('pending_other')
    if (pending.state === 'confirm') return refuse('needs_second_agent')
    return pending.notBefore !== null && pending.notBefore <= now ? { kind: 'send', pending } : refuse('too_early')
  }
  const givesBoth = outcomes.some(
    (outcome) =>
      outcome.kind !== kind &&
      outcome.sentAt !== null &&
      (outcome.caseId === facts.caseId || outcome.sentAt.getTime() > now.getTime() - delayMs),
  )
  return givesBoth
    ? { kind: 'ask_second', notBefore: new Date(now.getTime() + delayMs) }
    : { kind: 'send', pending: null }
}

/**
 * An agent's answer to what waits to be sent. Only somebody who took no part in the case agrees; anybody stops it, also
 * after it was agreed to, since the person may object until it is sent.
 */
export function confirmOutcome(
  outcome: Outcome | undefined,
  input: { by: string; agree: boolean; involved: ReadonlySet<string> },
  now: Date,
): { kind: 'decided'; next: Outcome } | { kind: 'refused'; refusal: OutcomeRefusal } {
  const isPending = outcome?.state === 'confirm' || outcome?.state === 'delayed'
  if (!outcome || !isPending || (input.agree && outcome.state === 'delayed')) return refuse('not_pending')
  if (input.agree && (input.by === outcome.askedBy || input.involved.has(input.by))) return refuse('same_agent')
  const state = input.agree ? 'delayed' : 'denied'
  return { kind: 'decided', next: { ...outcome, state, decidedBy: input.by, decidedAt: now } }
}

const refuse = (refusal: OutcomeRefusal) => ({ kind: 'refused', refusal }) as const
