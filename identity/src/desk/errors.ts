/** The named failures of the desk. */
import type { DeskUnavailable } from '@hallpass/contract/desk'
import { Failure, type FieldFault } from '../platform/errors.ts'
import type { Refusal } from './decide.ts'
import type { OutcomeRefusal } from './decide-outcome.ts'
import { quietDays } from './limits.ts'
import type { Obstacle } from './obstacle.ts'
import type { Case } from './types.ts'

export const caseNotFound = () => new Failure('not_found', 'case_not_found', 'There is no such case.')
export const personNotFound = () => new Failure('not_found', 'person_not_found', 'There is no such person.')
/** Also for one that waits for somebody else: the same answer. */
export const vouchNotFound = () => new Failure('not_found', 'vouch_not_found', 'There is nothing to vouch for here.')
/** Also for one that is used up or expired: the same answer. */
export const promptNotFound = () =>
  new Failure('not_found', 'prompt_not_found', 'This code is not known here, or no longer. Ask for a new one.')

export const caseChanged = () =>
  new Failure(
    'conflict',
    'case_changed',
    'Somebody changed this case in the meantime. Load it again, then repeat your change.',
  )

export const settingsChanged = () =>
  new Failure(
    'conflict',
    'settings_changed',
    'Somebody changed these settings in the meantime. Load them again, then repeat your change.',
  )

export const settingsFaulty = (fields: FieldFault[]) =>
  new Failure('invalid', 'settings_faulty', fields[0]?.message ?? 'These settings cannot be used.', { fields })

export const notAnAgent = () =>
  new Failure('invalid', 'not_an_agent', 'A case is given to an active desk agent.', {
    fields: [{ field: 'assigneeId', message: 'A case is given to an active desk agent.' }],
  })

export const channelUnknown = (message = 'Choose one of the ways that the case offers.') =>
  new Failure('invalid', 'channel_unknown', message, { fields: [{ field: 'ref', message }] })

const unavailableSentences: Record<DeskUnavailable, string> = {
  behind_password: 'This opens with the very password that is lost, or belongs to several people.',
  shared: 'This belongs to several people.',
  changed_lately: `This was changed within the last ${quietDays} days.`,
  self_written: 'People may write this number themselves, with the password alone.',
  no_number: 'The directory knows no number of this person.',
  no_address: 'The directory knows no address of this person.',
  no_factor: 'This person has no app, passkey or device to answer with.',
  no_manager: 'The directory names no manager.',
  manager_unreachable: 'The manager cannot be reached.',
  manager_is_agent: 'The manager is an agent of the desk.',
  manager_stale: "The manager's directory has not answered for a while.",
}

export const proofUnavailable = (because: DeskUnavailable) =>
  new Failure('conflict', 'proof_unavailable', unavailableSentences[because], { extra: { because } })

export const proofNotStarted = () =>
  new Failure('conflict', 'proof_not_started', 'This proof was not begun, or its time is over. Begin it again.')

export const nothingToOverride = () =>
  new Failure('conflict', 'nothing_to_override', 'The points are reached already: there is nothing to lift.')

export const strongProofMissing = () =>
  new Failure(
    'conflict',
    'strong_proof_missing',
    'Points are lifted only beside a proof of something the person has, or a voucher.',
  )

export const neverForPrivileged = () =>
  new Failure('forbidden', 'never_for_privileged', 'For privileged people no points are lifted.')

export const secondAgentWanted = () =>
  new Failure('forbidden', 'second_agent_wanted', 'This takes an agent who took no part in the case.')

const caseSentences: Record<Refusal, string> = {
  settled: 'This case is settled. Open it again first.',
  not_settled: 'This case is not settled.',
  own_case: 'Nobody works on a case about themselves.',
  not_in_hand: 'Take the case first.',
  not_yours: 'Another agent has this case. Take it first.',
  no_change: 'That is so already.',
}

export function refused(refusal: Refusal, theCase: Case): Failure {
  const extra = { state: theCase.state, version: theCase.version }
  const kind = refusal === 'own_case' ? 'forbidden' : 'conflict'
  return new Failure(kind, `case_${refusal}`, caseSentences[refusal], { extra })
}

const outcomeSentences: Record<OutcomeRefusal, string> = {
  not_proven: 'Too little is proven to send anything.',
  pending_other: 'Something else waits to be sent to this person. It has to be sent or denied first.',
  needs_second_agent: 'This waits for a second agent to agree.',
  too_early: 'The person still has time to object. It can be sent later.',
  not_pending: 'Nothing waits for a second agent.',
  same_agent: 'This takes an agent who took no part in the case.',
}

export function outcomeRefused(refusal: OutcomeRefusal): Failure {
  const kind = refusal === 'same_agent' ? 'forbidden' : 'conflict'
  return new Failure(
    kind,
    refusal === 'same_agent' ? 'second_agent_wanted' : `outcome_${refusal}`,
    outcomeSentences[refusal],
  )
}

/** Why nothing can be proven for this person by this agent now. */
const obstacleSentences: Record<Obstacle, string> = {
  own_case: 'Nobody proves anything for themselves.',
  beyond_desk: 'Agents and administrators are not helped by the desk; another way in is described in the guide.',
  protected: 'This account is protected: nothing in Hallpass resets it.',
  not_active: 'This person is disabled or gone.',
  stale: 'The directory of this person has not answered for a while. Please try again in a few minutes.',
  paused: 'The directory of this person is paused by an administrator: nothing is changed in it.',
  settled: 'This case is settled. Open it again first.',
  not_yours: 'Take the case first.',
}

export function hindered(obstacle: Obstacle): Failure {
  const sentence = obstacleSentences[obstacle]
  if (obstacle === 'stale') return new Failure('unavailable', 'directory_stale', sentence, { retryAfterSeconds: 60 })
  const kind =
    obstacle === 'settled' || obstacle === 'not_yours' || obstacle === 'not_active' || obstacle === 'paused'
      ? 'conflict'
      : 'forbidden'
  return new Failure(kind, `desk_${obstacle}`, sentence)
}
