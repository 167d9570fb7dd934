/** The nouns of our side of ServiceNow. */
import type { FulfilmentState } from '@hallpass/contract/servicenow-shapes'

export type { FulfilmentState }

export type Direction = 'to_hallpass' | 'to_servicenow'
/** Also the name of the field of sys_user that says it. */
export type MatchBy = 'user_name' | 'email' | 'employee_number'

export type Settings = {
  /** `pull`: the instance cannot reach us, so Hallpass asks what is new. */
  mode: 'push' | 'pull'
  matchBy: MatchBy
  pollSeconds: number
  ratePerSecond: number
  casesAs: 'nothing' | 'incident' | 'sc_task'
  endsWithTicket: boolean
  ownVerificationSuffices: boolean
  resetsMax: number
  /** sys_id of the item that is ordered there; null until the connection was tried with the app in place. */
  catalogItem: string | null
}

export const usualSettings: Settings = {
  mode: 'push',
  matchBy: 'user_name',
  pollSeconds: 30,
  ratePerSecond: 20,
  casesAs: 'nothing',
  endsWithTicket: true,
  ownVerificationSuffices: false,
  resetsMax: 20,
  catalogItem: null,
}

export type Connection = {
  id: string
  name: string
  instanceUrl: string
  oauthClientId: string
  settings: Settings
  state: 'active' | 'disabled' | 'closed'
  closedReason: string | null
  instanceId: string | null
  clockOffsetSeconds: number | null
  /** Of our app in the instance, when it was last looked at. */
  appVersion: string | null
  /** Of people there who chose none, and of notes for agents; null until the app said. */
  language: string | null
  catalogVersion: number
  catalogSyncedAt: Date | null
  catalogComparedAt: Date | null
  polledAt: Date | null
  heardAt: Date | null
  lastFailureAt: Date | null
  lastFailure: string | null
  version: number
}

export type SigningKey = {
  id: string
  connectionId: string
  direction: Direction
  sealed: string
  state: 'current' | 'previous' | 'exposed'
  exposedBy: string | null
  createdAt: Date
  endsAt: Date | null
}

/** One requested item of ServiceNow, and how far we are with it. */
export type Order = {
  id: string
  connectionId: string
  ritmSysId: string
  ritmNumber: string
  requestSysId: string | null
  door: 'push' | 'pull'
  toldRequestedFor: string | null
  personId: string | null
  state: FulfilmentState
  message: string
  workNote: string
  revokedReason: string | null
  /** In which its messages are said there; they are kept in English. */
  language: string | null
  version: number
  toldVersion: number
  tellFailures: number
  createdAt: Date
  changedAt: Date
}

export type OrderItem = {
  orderId: string
  roleId: string
  roleName: string
  requestId: string | null
  grantId: string | null
  alreadyHeld: boolean
  /** The request was open before the item was brought: what becomes of the item changes nothing about it. */
  follows: boolean
  refusal: string | null
}
