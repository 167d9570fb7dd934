/** What requests look like on the wire: rows of a list, the tracker, cards of the inbox, the preview. */
import { type Static, Type } from 'typebox'
import { AppSummary, Id, PersonSummary, Timestamp } from './common.ts'
import { Unlinked } from './provisioning.ts'

const OrNull = <T extends import('typebox').TSchema>(type: T) => Type.Union([type, Type.Null()])

/** `waiting` for approvals · `fulfilling`: approved, accounts are being made · the other three are final. */
export const RequestState = Type.Enum(['waiting', 'fulfilling', 'fulfilled', 'denied', 'cancelled'])
export type RequestState = Static<typeof RequestState>
/** Why a request ended where no person said why. */
export const OutcomeCode = Type.Enum([
  'taken_back',
  'asker_inactive',
  'role_unused',
  'not_offered',
  'access_ended',
  'extended_access_ended',
  'nobody_found',
  'nobody_decided',
])
export type OutcomeCode = Static<typeof OutcomeCode>
/** `extend` asks for more days of access that is held already. */
export const RequestKind = Type.Enum(['grant', 'extend'])
/** How far a stage had to go to find who decides. */
export const ApproverLevel = Type.Enum(['first', 'fallback', 'escalated'])
export const ApprovalState = Type.Enum(['open', 'approved', 'denied', 'closed', 'rerouted', 'lapsed'])
export const DueFor = Type.Enum(['remind', 'escalate', 'deny'])

const RoleInRequest = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  apps: Type.Array(AppSummary),
})
export type RoleInRequest = Static<typeof RoleInRequest>

/** A request in a list: enough for a row or a ghost tile. */
export const RequestSummary = Type.Object({
  id: Id,
  cartId: Id,
  kind: RequestKind,
  state: RequestState,
  role: RoleInRequest,
  requester: PersonSummary,
  beneficiary: PersonSummary,
  reason: Type.String(),
  durationDays: OrNull(Type.Integer()),
  /** Index of the stage it waits at, and its name; null when it waits for nobody. */
  stage: OrNull(Type.Integer()),
  stageName: OrNull(Type.String()),
  stageCount: Type.Integer(),
  waitsFor: Type.Array(PersonSummary),
  waitingSince: OrNull(Timestamp),
  createdAt: Timestamp,
  settledAt: OrNull(Timestamp),
  /** Why it was denied or cancelled: as a person typed it, or the sentence in English for `outcomeCode`. */
  outcomeReason: OrNull(Type.String()),
  outcomeCode: OrNull(OutcomeCode),
  /** Name of the stage it was denied at; null when it was not. */
  outcomeStage: OrNull(Type.String()),
  version: Type.Integer(),
})
export type RequestSummary = Static<typeof RequestSummary>

/** A request with what the caller decided about it, the latest where it was at several stages. */
export const DecidedRequest = Type.Object({
  ...RequestSummary.properties,
  decision: Type.Object({
    /** `lapsed`: was approved, and no longer counts. */
    state: Type.Enum(['approved', 'denied', 'lapsed']),
    stageName: Type.String(),
    at: Timestamp,
    comment: OrNull(Type.String()),
  }),
})
export type DecidedRequest = Static<typeof DecidedRequest>

export const TrackerApproval = Type.Object({
  person: PersonSummary,
  state: ApprovalState,
  askedAt: Timestamp,
  decidedAt: OrNull(Timestamp),
  comment: OrNull(Type.String()),
})
export const TrackerStage = Type.Object({
  index: Type.Integer(),
  name: Type.String(),
  state: Type.Enum(['done', 'current', 'upcoming', 'denied', 'not_reached']),
  level: ApproverLevel,
  quorum: Type.Integer(),
  startedAt: OrNull(Timestamp),
  decidedAt: OrNull(Timestamp),
  /** What happens next by itself, and when; on the current stage only. */
  dueAt: OrNull(Timestamp),
  dueFor: OrNull(DueFor),
  approvals: Type.Array(TrackerApproval),
  /** Upcoming stages: who would be asked if the stage opened now. */
  wouldAsk: Type.Array(PersonSummary),
})
export type TrackerStage = Static<typeof TrackerStage>

export const RequestComment = Type.Object({
  id: Id,
  author: PersonSummary,
  kind: Type.Enum(['comment', 'question']),
  text: Type.String(),
  at: Timestamp,
})
export type RequestComment = Static<typeof RequestComment>

/** What the caller may do now; the portal shows the rest disabled. */
const Can = Type.Object({
  decide: Type.Boolean(),
  cancel: Type.Boolean(),
  comment: Type.Boolean(),
  remind: Type.Boolean(),
  remindNotBefore: OrNull(Timestamp),
})

export const RequestTracker = Type.Object({
  request: RequestSummary,
  stages: Type.Array(TrackerStage),
  fulfilment: Type.Object({
    state: Type.Enum(['not_started', 'running', 'by_hand', 'done', 'never']),
    grantId: OrNull(Id),
    startedAt: OrNull(Timestamp),
    doneAt: OrNull(Timestamp),
    endsAt: OrNull(Timestamp),
    apps: Type.Array(
      Type.Object({
        app: AppSummary,
        state: Type.Enum(['waiting', 'working', 'by_hand', 'failing', 'done']),
        detail: OrNull(Type.String()),
        unlinked: Type.Array(Unlinked),
      }),
    ),
  }),
  comments: Type.Array(RequestComment),
  trail: Type.Array(
    Type.Object({
      id: Type.String(),
      at: Timestamp,
      action: Type.String(),
      actor: Type.String(),
      reason: OrNull(Type.String()),
    }),
  ),
  can: Can,
})
export type RequestTracker = Static<typeof RequestTracker>

/** One card of the inbox: everything needed to decide. */
/**
 * What is unusual: it conflicts with a role held already · the role gives power in this service · it would never end · none of at least three colleagues has it ·
 * it would be the first role of the person · they have none of its apps yet.
 */
export const ToMind = Type.Enum(['conflict', 'gives_power', 'no_end', 'nobody_near', 'first_role', 'new_to_apps'])

/** Roles the person holds that should not be held together with the one asked for. */
const conflicts = Type.Array(Type.Object({ id: Id, name: Type.String() }))

export const InboxItem = Type.Object({
  requestId: Id,
  cartId: Id,
  kind: RequestKind,
  version: Type.Integer(),
  requester: PersonSummary,
  beneficiary: PersonSummary,
  beneficiaryDepartment: OrNull(Type.String()),
  beneficiaryManager: OrNull(PersonSummary),
  role: RoleInRequest,
  reason: Type.String(),
  durationDays: OrNull(Type.Integer()),
  othersHoldingRole: Type.Integer(),
  /** Of the beneficiary's colleagues: same manager, or same department. */
  colleaguesHoldingRole: Type.Integer(),
  /** Other roles the beneficiary holds. */
  rolesHeld: Type.Integer(),
  toMind: Type.Array(ToMind),
  conflicts,
  stage: Type.Integer(),
  stageName: Type.String(),
  stageCount: Type.Integer(),
  level: ApproverLevel,
  /** Approvals this stage still needs, mine included. */
  approvalsMissing: Type.Integer(),
  approvedBefore: Type.Array(
    Type.Object({ person: PersonSummary, stageName: Type.String(), at: Timestamp, comment: OrNull(Type.String()) }),
  ),
  askedAt: Timestamp,
  dueAt: OrNull(Timestamp),
  dueFor: OrNull(DueFor),
  comments: Type.Array(RequestComment),
})
export type InboxItem = Static<typeof InboxItem>
export const Inbox = Type.Object({
  items: Type.Array(InboxItem),
  next: OrNull(Type.String()),
  counts: Type.Object({
    open: Type.Integer(),
    dueWithin24Hours: Type.Integer(),
    decidedByMeLast30Days: Type.Integer(),
  }),
})
export type Inbox = Static<typeof Inbox>

export const PreviewStage = Type.Object({
  name: Type.String(),
  level: ApproverLevel,
  quorum: Type.Integer(),
  approvers: Type.Array(PersonSummary),
  denyAfterHours: Type.Integer(),
  /** Nobody could be found who may decide this stage: asking now would end in denial. The sentence, in English. */
  problem: OrNull(Type.String()),
})
export const RequestPreview = Type.Object({
  role: RoleInRequest,
  stages: Type.Array(PreviewStage),
  durationDays: OrNull(Type.Integer()),
  durationDaysMax: OrNull(Type.Integer()),
  /** When access would end if it were given today; null without an end. */
  untilIfGivenNow: OrNull(Timestamp),
  alreadyHeld: Type.Boolean(),
  conflicts,
  openRequestId: OrNull(Id),
  typicalSeconds: OrNull(Type.Number()),
})
export type RequestPreview = Static<typeof RequestPreview>
