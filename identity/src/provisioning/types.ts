/** The nouns of provisioning: an app's connection, the account of one person in one app, and tasks for people. */
import type { AccountState, ConnectionKind, TaskKind, Unlinked } from '@hallpass/contract/provisioning'

export type { AccountState, ConnectionKind, TaskKind, Unlinked }

/** How accounts are made in an app. The secret is not here: it is opened only where a connector is. */
export type AppConnection = {
  appId: string
  kind: ConnectionKind
  settings: ConnectionSettings
  hasToken: boolean
  ratePerSecond: number
  parallel: number
  taskOwnerId: string | null
  /** After a restore nothing is written to the app until somebody has seen a comparison and confirmed it. */
  awaitsComparison: boolean
  /** Moves with every change; a connector opened for an older version is not used again. */
  version: number
}

export type ConnectionSettings = {
  /** Null for kinds that have no address. */
  baseUrl: string | null
  userName: 'mail' | 'login'
  entitlementsAs: ('groups' | 'entitlements')[]
  drift: 'repair' | 'report'
  removalsPercentMax: number
  /** A department, company, office or cost centre that the app has no record of is left out, or made there. */
  missingRecords: 'leave' | 'make'
}

/** The account of one person in one app, as Hallpass last knew it. */
export type AccountRow = {
  id: string
  appId: string
  personId: string
  /** What the app was last known to hold. */
  actual: 'none' | 'active' | 'inactive'
  /** What stands in the way of more. */
  trouble: 'failing' | 'needs_task' | null
  /** For people: `trouble` if any, `pending` while a wish is not met, else `actual`. */
  state: AccountState
  remoteId: string | null
  /** An administrator said that `remoteId` is this person's account; its key may be overwritten once. */
  isChosen: boolean
  userName: string | null
  /** The profile last written and how the app showed it then; a difference to either is a reason to write again. */
  profileMark: string | null
  /** What we gave and therefore may take away again; what others gave by hand is not touched. */
  entitlements: string[]
  /** Grants that the account was made for when it last settled. */
  grantIds: string[]
  /** Moves with every reason to look again; attempts begin anew with it. */
  wantedVersion: number
  /** The wanted version that was last seen to be so in the app. */
  settledVersion: number
  wantedAt: Date
  attempts: number
  /** A sentence for an administrator. */
  lastError: string | null
  nextTryAt: Date | null
  /** This account's place in the app's line, when its calls were more than the app takes. */
  turnAt: Date | null
  /** The run that works on it now; a run that finds another here was overtaken and stops. */
  runId: string | null
  /** The trail's open intent, until its outcome is known. */
  intentId: string | null
  settledAt: Date | null
  /** Whose account it should point at as its manager, when it last settled in an app that keeps managers. */
  managerId: string | null
  /** The manager's account and the department as we wrote them; null what we wrote none of. */
  managerRef: string | null
  departmentRef: string | null
  /** The name that `departmentRef` was written for. */
  departmentName: string | null
  /** Something it should point at is not in the app yet. */
  awaitsLinks: boolean
  /** What that is. */
  unlinked: Unlinked[]
}

export type TaskRow = {
  id: string
  kind: TaskKind
  state: 'open' | 'done' | 'dropped'
  appId: string
  /** Null for a task about the connection as a whole. */
  personId: string | null
  /** Null: any administrator. */
  ownerId: string | null
  instruction: string
  entitlements: string[]
  candidates: TaskCandidate[]
  createdAt: Date
  doneAt: Date | null
  doneBy: string | null
  note: string | null
}

/** Why an account that is there may not be this person's. */
export type DoubtReason = 'two' | 'other_key' | 'other_address' | 'not_vouched' | 'was_ended' | 'held_by_other'

export type TaskCandidate = { remoteId: string; userName: string; displayName: string | null; active: boolean }
