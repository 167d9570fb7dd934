/** The nouns of sso: sessions, how long they last, and what a session cookie leads to. */
import type { ProductRole } from '@hallpass/contract/common'
import type { AssuranceMethod, MainFactorKind } from '@hallpass/contract/sign-in'

export type { AssuranceMethod } from '@hallpass/contract/sign-in'

/** One proof of who somebody is, and when it was given. */
export type Proof = { method: AssuranceMethod; at: Date }

/** The second factor of an earlier sign-in that this device stands in for. Of one from before it was kept, the method is null. */
export type Remembered = { method: AssuranceMethod | null; at: Date }

export type EndReason =
  | 'signed_out'
  | 'signed_in_again'
  | 'ended_by_owner'
  | 'ended_by_administrator'
  | 'password_changed'
  | 'person_disabled'

export type Session = {
  id: string
  personId: string
  methods: AssuranceMethod[]
  /** When the person last proved who they are. */
  assuredAt: Date
  proofs: Proof[]
  /** Kinds of factor of which one must be added before this session can do anything else; null for a full session. */
  enrolKinds: MainFactorKind[] | null
  /** The second factor given on this device before, where it was remembered instead of asked for. */
  remembered: Remembered | null
  /** Epoch of the person's credentials when that proof was begun. */
  epoch: number
  /** Product roles when the cookie was last made. */
  rolesSeen: ProductRole[]
  address: string
  userAgent: string
  startedAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

export type SessionLimits = {
  /** A session that nobody uses for this long ends. */
  idleMinutes: number
  /** Any session ends after this, however busy. */
  absoluteHours: number
}
