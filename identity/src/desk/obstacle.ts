/** Who needs which tier, and who is out of reach of the desk: pure (security A.1, B.12). */
import type { ProductRole } from '@hallpass/contract/common'
import type { DeskObstacle } from '@hallpass/contract/desk'
import { isSettled } from './decide.ts'
import type { Case, Tier } from './types.ts'

/** What is known of the person a case is about, read anew before every step. */
export type SubjectFacts = {
  isActive: boolean
  isFresh: boolean
  /** An administrator paused their directory: nothing is changed in it. */
  isPaused: boolean
  /** Out of reach of everything here: directory administrators, service accounts, the operator's tier 0. */
  isProtected: boolean
  roles: ReadonlySet<ProductRole>
  groupIds: readonly string[]
}

export type Obstacle = DeskObstacle

/** Whoever holds a role of Hallpass, is protected, or is in one of the groups the administrators named. */
export function tierOf(facts: SubjectFacts, privilegedGroupIds: readonly string[]): Tier {
  const isPrivileged =
    facts.isProtected || facts.roles.size > 0 || facts.groupIds.some((id) => privilegedGroupIds.includes(id))
  return isPrivileged ? 'privileged' : 'standard'
}

/** Why an agent can do nothing towards a link or pass on this case; null when they can. */
export function obstacleFor(
  theCase: Pick<Case, 'personId' | 'state' | 'assigneeId'>,
  facts: SubjectFacts,
  agentId: string,
): Obstacle | null {
  return personObstacle(theCase, facts, agentId) ?? (theCase.assigneeId === agentId ? null : 'not_yours')
}

/** The same for whoever need not have the case in hand: a second agent. */
export function personObstacle(
  theCase: Pick<Case, 'personId' | 'state'>,
  facts: SubjectFacts,
  agentId: string,
): Obstacle | null {
  if (theCase.personId === agentId) return 'own_case'
  if (facts.roles.has('admin') || facts.roles.has('desk_agent')) return 'beyond_desk'
  if (facts.isProtected) return 'protected'
  if (!facts.isActive) return 'not_active'
  if (isSettled(theCase)) return 'settled'
  if (facts.isPaused) return 'paused'
  return facts.isFresh ? null : 'stale'
}
