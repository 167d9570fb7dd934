/** The nouns of the desk. `decide.ts`, `weigh-proofs.ts` and `decide-outcome.ts` move them, the stores keep them. */
import type { DeskSettings } from '@hallpass/contract/desk-settings'
import type {
  DeskCaseKind,
  DeskCaseState,
  DeskDoor,
  DeskOutcomeKind,
  DeskProofKind,
  DeskResult,
  DeskTier,
} from '@hallpass/contract/desk-shapes'

export type {
  DeskCaseKind as CaseKind,
  DeskCaseState as CaseState,
  DeskDoor as Door,
  DeskOutcomeKind as OutcomeKind,
  DeskProofKind as ProofKind,
  DeskResult as Result,
  DeskTier as Tier,
}

/** What an administrator may set; see the contract for what each field means. */
export type Settings = Omit<DeskSettings, 'version' | 'changedAt'>

export type Case = {
  id: string
  reference: string
  kind: DeskCaseKind
  state: DeskCaseState
  /** Only ever rises. */
  tier: DeskTier
  door: DeskDoor
  personId: string
  directoryId: string
  assigneeId: string | null
  round: number
  times: number
  openedAt: Date
  changedAt: Date
  takenAt: Date | null
  dueAt: Date | null
  leftSeconds: number | null
  overdueToldAt: Date | null
  result: DeskResult | null
  settledAt: Date | null
  wasDueAt: Date | null
  version: number
}

export type ProofState = 'waiting' | 'passed' | 'failed' | 'replaced'

export type Proof = {
  id: string
  caseId: string
  round: number
  kind: DeskProofKind
  state: ProofState
  agentId: string
  startedAt: Date
  expiresAt: Date
  decidedAt: Date | null
  voucherId: string | null
  detail: string | null
  challengeId: string | null
  opened: number
}

export type Override = {
  id: string
  caseId: string
  round: number
  agentId: string
  reason: string
  points: number
  givenAt: Date
  expiresAt: Date
}

export type OutcomeState = 'confirm' | 'delayed' | 'sent' | 'denied'

export type Outcome = {
  id: string
  caseId: string
  personId: string
  kind: DeskOutcomeKind
  state: OutcomeState
  channel: string
  askedBy: string
  askedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  notBefore: Date | null
  sentAt: Date | null
  expiresAt: Date | null
}

/** One line of what happened on a case. */
export type CaseEvent = {
  id: string
  caseId: string
  at: Date
  what: string
  personId: string | null
  proof: DeskProofKind | null
  text: string | null
  /** Of what was refused. */
  code: string | null
}

/** A finished reset or unlock, as the report counts it. */
export type Recovery = {
  id: string
  personId: string
  directoryId: string
  kind: 'reset' | 'unlock'
  door: DeskDoor
  caseId: string | null
  startedAt: Date
  finishedAt: Date
}
