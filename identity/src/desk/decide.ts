/** The state machine of a case: pure, so that every path through it can be tried (`decide.properties.test.ts`). */
import { disputedMinutes, minuteMs } from './limits.ts'
import type { Case, Result, Settings, Tier } from './types.ts'

export type CaseInput =
  /** The same thing happened once more, or the person called again. */
  | { kind: 'joined' }
  /** What is known of the person now; a tier only ever rises. */
  | { kind: 'tier_seen'; tier: Tier }
  | { kind: 'assigned'; by: string; to: string | null }
  | { kind: 'waits'; by: string }
  /** A link or pass is on its way: it is the person's turn. */
  | { kind: 'sent' }
  | { kind: 'closed'; by: string; result: Result }
  | { kind: 'reopened'; by: string }
  /** The person got in: by what this case sent them, or alone. */
  | { kind: 'recovered'; byThisCase: boolean }
  /** The person is gone: nobody is helped by this any more. */
  | { kind: 'left' }
  | { kind: 'overdue' }

export type Refusal = 'settled' | 'not_settled' | 'own_case' | 'not_in_hand' | 'not_yours' | 'no_change'

export type Moved = { kind: 'moved'; next: Case; what: string }
export type Decision = Moved | { kind: 'refused'; refusal: Refusal }

export const isSettled = (theCase: Pick<Case, 'state'>): boolean =>
  theCase.state === 'solved' || theCase.state === 'closed'

/** What becomes of a case when something happens at `now`. A refused input changes nothing; any other counts one version on. */
export function decide(theCase: Case, input: CaseInput, now: Date, settings: Pick<Settings, 'slaMinutes'>): Decision {
  if ('by' in input && input.by === theCase.personId) return refuse('own_case')
  const decision = isSettled(theCase) ? whenSettled(theCase, input, now, settings) : step(theCase, input, now, settings)
  if (decision.kind === 'refused') return decision
  return { ...decision, next: { ...decision.next, version: theCase.version + 1, changedAt: now } }
}

function whenSettled(theCase: Case, input: CaseInput, now: Date, settings: Pick<Settings, 'slaMinutes'>): Decision {
  if (input.kind !== 'reopened') return refuse('settled')
  const { assigneeId } = theCase
  return move('reopened', {
    ...theCase,
    state: assigneeId === null ? 'open' : 'assigned',
    round: theCase.round + 1,
    result: null,
    settledAt: null,
    ...clock(dueFrom(now, theCase, settings)),
  })
}

function step(theCase: Case, input: CaseInput, now: Date, settings: Pick<Settings, 'slaMinutes'>): Decision {
  switch (input.kind) {
    case 'joined':
      return move('joined', { ...resume(theCase, now), times: theCase.times + 1 })
    case 'tier_seen':
      return seeTier(theCase, input.tier, settings)
    case 'assigned':
      return assign(theCase, input.by, input.to, now)
    case 'waits':
      if (theCase.state === 'open') return refuse('not_in_hand')
      if (theCase.assigneeId !== input.by) return refuse('not_yours')
      return theCase.state === 'waiting' ? refuse('no_change') : move('waiting', pause(theCase, now))
    case 'sent':
      return theCase.state === 'assigned' ? move('outcome_sent', pause(theCase, now)) : move('outcome_sent', theCase)
    case 'closed':
      return move(input.result === 'solved' ? 'solved' : 'closed', settle(theCase, input.result, now))
    case 'recovered':
      if (input.byThisCase) return move('solved', settle(theCase, 'solved', now))
      return gotInAlone(theCase, now)
    case 'left':
      return move('closed', settle(theCase, 'not_needed', now))
    case 'overdue':
      if (theCase.dueAt === null || theCase.dueAt > now || theCase.overdueToldAt !== null) return refuse('no_change')
      return move('overdue', { ...theCase, overdueToldAt: now })
    case 'reopened':
      return refuse('not_settled')
  }
}

/** Whoever says "not me" is not helped by a reset: such a case is closed by an agent alone. */
function gotInAlone(theCase: Case, now: Date): Decision {
  const isOver = theCase.kind === 'reset_failed' || theCase.kind === 'reset_abandoned'
  return isOver ? move('solved', settle(theCase, 'by_themselves', now)) : refuse('no_change')
}

function assign(theCase: Case, by: string, to: string | null, now: Date): Decision {
  if (to === theCase.personId) return refuse('own_case')
  if (to === theCase.assigneeId && theCase.state !== 'waiting') return refuse('no_change')
  const running = resume(theCase, now)
  if (to === null) return move('put_back', { ...running, state: 'open', assigneeId: null })
  return move(by === to ? 'taken' : 'assigned', {
    ...running,
    state: 'assigned',
    assigneeId: to,
    takenAt: theCase.takenAt ?? now,
  })
}

function seeTier(theCase: Case, tier: Tier, settings: Pick<Settings, 'slaMinutes'>): Decision {
  if (tier === theCase.tier || tier === 'standard') return refuse('no_change')
  const due = dueFrom(theCase.openedAt, { ...theCase, tier }, settings)
  const sooner = theCase.dueAt !== null && due < theCase.dueAt ? { dueAt: due, wasDueAt: due } : {}
  return move('tier_raised', { ...theCase, tier, ...sooner })
}

/** A take-over that somebody reports does not wait for as long as a forgotten password. */
export function dueFrom(
  from: Date,
  { kind, tier }: Pick<Case, 'kind' | 'tier'>,
  settings: Pick<Settings, 'slaMinutes'>,
) {
  const minutes = settings.slaMinutes[tier]
  return new Date(
    from.getTime() + (kind === 'reset_disputed' ? Math.min(minutes, disputedMinutes) : minutes) * minuteMs,
  )
}

const clock = (dueAt: Date) => ({ dueAt, wasDueAt: dueAt, leftSeconds: null, overdueToldAt: null })

/** The clock stands still: what is left is kept, also when it is less than nothing. */
function pause(theCase: Case, now: Date): Case {
  const leftMs = theCase.dueAt === null ? 0 : theCase.dueAt.getTime() - now.getTime()
  return { ...theCase, state: 'waiting', dueAt: null, leftSeconds: Math.round(leftMs / 1000) }
}

function resume(theCase: Case, now: Date): Case {
  if (theCase.leftSeconds === null) return theCase
  const dueAt = new Date(now.getTime() + theCase.leftSeconds * 1000)
  return { ...theCase, state: 'assigned', dueAt, wasDueAt: dueAt, leftSeconds: null }
}

function settle(theCase: Case, result: Result, now: Date): Case {
  const wasDueAt = theCase.leftSeconds === null ? theCase.dueAt : new Date(now.getTime() + theCase.leftSeconds * 1000)
  const isSolved = result === 'solved' || result === 'by_themselves'
  return {
    ...theCase,
    state: isSolved ? 'solved' : 'closed',
    result,
    settledAt: now,
    dueAt: null,
    leftSeconds: null,
    wasDueAt,
  }
}

const move = (what: string, next: Case): Moved => ({ kind: 'moved', next, what })
const refuse = (refusal: Refusal): Decision => ({ kind: 'refused', refusal })
