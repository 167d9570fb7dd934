/** What whoever looks at a case may do with it now: the portal shows the rest disabled. Pure. */
import type { DeskCase } from '@hallpass/contract/desk'
import type { Principal } from '../platform/http/principal.ts'
import { isSettled } from './decide.ts'
import { involvedIn } from './involved.ts'
import { obstacleFor, personObstacle, type SubjectFacts } from './obstacle.ts'
import type { Case, Outcome, OutcomeKind, Proof } from './types.ts'
import type { Weight } from './weigh-proofs.ts'

export type Viewer = Pick<Principal, 'personId' | 'roles'>

export type CanFacts = {
  theCase: Case
  facts: SubjectFacts
  viewer: Viewer
  weight: Weight
  proofs: readonly Proof[]
  outcomes: readonly Outcome[]
  now: Date
}

export function whatCanBeDone(given: CanFacts): DeskCase['can'] {
  const { theCase, facts, viewer, weight } = given
  const mayWork = viewer.roles.has('desk_agent') && viewer.personId !== theCase.personId
  const settled = isSettled(theCase)
  const obstacle = obstacleFor(theCase, facts, viewer.personId)
  const mayProve = mayWork && obstacle === null
  const isOutside = !involvedIn(theCase, given.proofs, given.outcomes).has(viewer.personId)
  const maySecond = mayWork && isOutside && personObstacle(theCase, facts, viewer.personId) === null
  return {
    assign: mayWork && !settled,
    wait: mayWork && theCase.state === 'assigned' && theCase.assigneeId === viewer.personId,
    close: mayWork && !settled,
    reopen: mayWork && settled,
    note: mayWork,
    prove: mayProve,
    override: maySecond && theCase.tier === 'standard' && weight.hasStrong && !weight.isReached,
    send: mayProve && weight.isReached ? sendable(given) : [],
    decideOutcome: maySecond && given.outcomes.some((outcome) => outcome.state === 'confirm'),
    obstacle: mayWork ? obstacle : null,
  }
}

/** While something waits for a second agent or its time, nothing else is sent. */
function sendable({ outcomes, now }: CanFacts): OutcomeKind[] {
  const pending = outcomes.find((outcome) => outcome.state === 'confirm' || outcome.state === 'delayed')
  if (!pending) return ['reset_link', 'temporary_pass']
  const isRipe = pending.state === 'delayed' && pending.notBefore !== null && pending.notBefore <= now
  return isRipe ? [pending.kind] : []
}
