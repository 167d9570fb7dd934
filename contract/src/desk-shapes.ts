/** What the service desk looks like on the wire: the queue, one case with its ladder of proofs, and what is asked of others. */
import { type Static, type TSchema, Type } from 'typebox'
import { Id, PersonSummary, Timestamp } from './common.ts'
import { ProofOffer } from './factors.ts'

const OrNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])

/** How a case came about; a person never has two unsettled ones of one kind. */
export const DeskCaseKind = Type.Enum(['reset_failed', 'reset_abandoned', 'reset_disputed', 'phone_call'])
export type DeskCaseKind = Static<typeof DeskCaseKind>
/** `waiting`: for the person, the clock stands still. `solved` and `closed` are settled and can be reopened. */
export const DeskCaseState = Type.Enum(['open', 'assigned', 'waiting', 'solved', 'closed'])
export type DeskCaseState = Static<typeof DeskCaseState>
export const DeskTier = Type.Enum(['standard', 'privileged'])
export type DeskTier = Static<typeof DeskTier>
/** Through which door somebody came. */
export const DeskDoor = Type.Enum(['self_service', 'desk', 'administrator', 'servicenow'])
export type DeskDoor = Static<typeof DeskDoor>
/** How a case ended. `by_themselves`: the person got in without the desk. */
export const DeskResult = Type.Enum(['solved', 'by_themselves', 'no_answer', 'not_proven', 'suspicious', 'not_needed'])
export type DeskResult = Static<typeof DeskResult>
export const DeskProofKind = Type.Enum(['callback', 'address_code', 'prompt', 'voucher', 'photo_id', 'personal_data'])
export type DeskProofKind = Static<typeof DeskProofKind>
/** What a proven person is sent: a link to set a password, or a pass that opens nothing but the page to enrol a new factor. */
export const DeskOutcomeKind = Type.Enum(['reset_link', 'temporary_pass'])
export type DeskOutcomeKind = Static<typeof DeskOutcomeKind>

export const DirectoryName = Type.Object({ id: Id, name: Type.String() })

export const DeskCaseSummary = Type.Object({
  id: Id,
  /** To say on the phone and to search for. */
  reference: Type.String({ description: 'Like C-7K2M9QX' }),
  kind: DeskCaseKind,
  state: DeskCaseState,
  tier: DeskTier,
  door: DeskDoor,
  person: PersonSummary,
  directory: DirectoryName,
  assignee: OrNull(PersonSummary),
  /** How often the same thing happened while the case was open. */
  times: Type.Integer(),
  openedAt: Timestamp,
  changedAt: Timestamp,
  /** By when it should be settled; null while it waits for the person and once it is settled. */
  dueAt: OrNull(Timestamp),
  isOverdue: Type.Boolean(),
  result: OrNull(DeskResult),
  settledAt: OrNull(Timestamp),
  version: Type.Integer(),
})
export type DeskCaseSummary = Static<typeof DeskCaseSummary>

/** Numbers over all unsettled cases, whatever the filter. */
export const DeskCounts = Type.Object({
  unsettled: Type.Integer(),
  unassigned: Type.Integer(),
  mine: Type.Integer(),
  overdue: Type.Integer(),
})
export const DeskQueue = Type.Object({
  items: Type.Array(DeskCaseSummary),
  next: OrNull(Type.String()),
  counts: DeskCounts,
})
export type DeskQueue = Static<typeof DeskQueue>

/** Why a way to reach a person proves nothing, or a proof cannot be tried with them. */
export const DeskUnavailable = Type.Enum([
  'behind_password',
  'shared',
  'changed_lately',
  'self_written',
  'no_number',
  'no_address',
  'no_factor',
  'no_manager',
  'manager_unreachable',
  'manager_is_agent',
  'manager_stale',
])
export type DeskUnavailable = Static<typeof DeskUnavailable>

/** Why nothing can be proven for a person by an agent now. */
export const DeskObstacle = Type.Enum([
  'own_case',
  'beyond_desk',
  'protected',
  'not_active',
  'stale',
  'paused',
  'settled',
  'not_yours',
])
export type DeskObstacle = Static<typeof DeskObstacle>

/** A way to reach the person that the directory knows; `ref` stands for it in calls, since none is ever typed in. */
export const DeskChannel = Type.Object({
  ref: Type.String(),
  /** `m…y@home.example`, `+44 … 12`. */
  label: Type.String(),
  /** Null when it may be used. */
  unavailable: OrNull(DeskUnavailable),
})
export type DeskChannel = Static<typeof DeskChannel>

/** One rung of the ladder: a kind of proof and how far it has come on this case. */
export const DeskProofStep = Type.Object({
  kind: DeskProofKind,
  points: Type.Integer({ description: 'What it is worth when it counts' }),
  /** Something the person has, or somebody who vouches: without one of these the threshold is never reached. */
  isStrong: Type.Boolean(),
  /** `none`: not tried. `expired`: passed, but longer ago than 15 minutes. */
  state: Type.Enum(['none', 'waiting', 'passed', 'failed', 'expired']),
  counts: Type.Boolean(),
  /** Why it cannot be tried for this person; null when it can. */
  unavailable: OrNull(DeskUnavailable),
  /** To choose from before it begins; empty where there is nothing to choose. */
  channels: Type.Array(DeskChannel),
  /** What was used, in words: a masked address, the name of the voucher, the kind of factor. */
  detail: OrNull(Type.String()),
  by: OrNull(PersonSummary),
  startedAt: OrNull(Timestamp),
  decidedAt: OrNull(Timestamp),
  /** Until when it waits, or counts. */
  expiresAt: OrNull(Timestamp),
})
export type DeskProofStep = Static<typeof DeskProofStep>

export const DeskLadder = Type.Object({
  tier: DeskTier,
  points: Type.Integer(),
  threshold: Type.Integer(),
  hasStrong: Type.Boolean(),
  isReached: Type.Boolean(),
  /** When it stops being reached, if nothing more is proven. */
  reachedUntil: OrNull(Timestamp),
  /** Points missing that a second agent lifted; null without an override. */
  override: OrNull(
    Type.Object({ by: PersonSummary, reason: Type.String(), points: Type.Integer(), expiresAt: Timestamp }),
  ),
  steps: Type.Array(DeskProofStep),
})
export type DeskLadder = Static<typeof DeskLadder>

/** What was sent on a case, or waits to be. Neither link nor pass is ever part of it. */
export const DeskOutcome = Type.Object({
  id: Id,
  kind: DeskOutcomeKind,
  /** `confirm`: a second agent must agree. `delayed`: agreed, and can be sent after `notBefore`. */
  state: Type.Enum(['confirm', 'delayed', 'sent', 'denied']),
  channel: Type.String({ description: 'Masked' }),
  askedBy: PersonSummary,
  askedAt: Timestamp,
  decidedBy: OrNull(PersonSummary),
  notBefore: OrNull(Timestamp),
  sentAt: OrNull(Timestamp),
  expiresAt: OrNull(Timestamp),
})
export type DeskOutcome = Static<typeof DeskOutcome>

export const DeskEvent = Type.Object({
  id: Id,
  at: Timestamp,
  /** `opened`, `joined`, `assigned`, `note`, `proof_passed`, `proof_failed`, `override`, `outcome_sent`, … */
  what: Type.String(),
  /** Null: Hallpass itself. */
  by: OrNull(PersonSummary),
  proof: OrNull(DeskProofKind),
  text: OrNull(Type.String()),
  /** For what was refused: the code of the reason, whose sentence in English is `text`. */
  code: OrNull(Type.String()),
})
export type DeskEvent = Static<typeof DeskEvent>

export const DeskPerson = Type.Object({
  id: Id,
  displayName: Type.String(),
  login: Type.String(),
  title: OrNull(Type.String()),
  department: OrNull(Type.String()),
  mail: OrNull(Type.String()),
  state: Type.Enum(['active', 'disabled', 'gone']),
  directory: DirectoryName,
  manager: OrNull(PersonSummary),
  factors: Type.Array(Type.Object({ kind: Type.String(), name: Type.String() })),
})

/** What the caller may do now; `obstacle`: why nothing is to be proven for this person by this agent. */
export const DeskCan = Type.Object({
  assign: Type.Boolean(),
  wait: Type.Boolean(),
  close: Type.Boolean(),
  reopen: Type.Boolean(),
  note: Type.Boolean(),
  prove: Type.Boolean(),
  override: Type.Boolean(),
  send: Type.Array(DeskOutcomeKind),
  /** Whether the outcome that waits for a second agent can be decided by the caller. */
  decideOutcome: Type.Boolean(),
  obstacle: OrNull(DeskObstacle),
})

export const DeskCase = Type.Object({
  case: DeskCaseSummary,
  person: DeskPerson,
  ladder: DeskLadder,
  /** Where a link or pass can be sent. */
  channels: Type.Array(DeskChannel),
  outcomes: Type.Array(DeskOutcome),
  events: Type.Array(DeskEvent),
  /** Other cases of the same person, newest first. */
  others: Type.Array(DeskCaseSummary),
  can: DeskCan,
})
export type DeskCase = Static<typeof DeskCase>

/** A colleague is asked to say that the person on the phone is who they say. */
export const DeskVouch = Type.Object({
  id: Id,
  reference: Type.String(),
  person: PersonSummary,
  agent: PersonSummary,
  state: Type.Enum(['waiting', 'vouched', 'refused', 'expired']),
  askedAt: Timestamp,
  expiresAt: Timestamp,
})
export type DeskVouch = Static<typeof DeskVouch>

/** What the page /prove shows once the code was typed in; who the person is stays unsaid. */
export const DeskPrompt = Type.Object({
  reference: Type.String(),
  agent: Type.String({ description: 'Name of whoever asks' }),
  expiresAt: Timestamp,
  /** Empty when nothing the person has may be used now. */
  offers: Type.Array(
    Type.Object({
      ...ProofOffer.properties,
      /** For a prompt on a phone: the person types there what this screen shows. */
      number: OrNull(Type.String()),
    }),
  ),
})
export type DeskPrompt = Static<typeof DeskPrompt>

/** What became of an answer; `waiting`: a prompt was sent to the phone, ask again until it is answered. */
export const DeskAnsweredPrompt = Type.Object({
  state: Type.Enum(['proven', 'refused', 'waiting', 'ended']),
  triesLeft: OrNull(Type.Integer()),
})
export type DeskAnsweredPrompt = Static<typeof DeskAnsweredPrompt>
