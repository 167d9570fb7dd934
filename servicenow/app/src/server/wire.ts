/** What travels between this app and Hallpass. Held against Hallpass' own schemas by a test; the app cannot import them. */

export type Ticket = { readonly sysId: string; readonly number: string }
export type Person = {
  readonly sysId: string
  readonly userName: string
  readonly email: string
  /** Left out where the person has none. */
  readonly employeeNumber?: string
  /** In which Hallpass is to answer them. */
  readonly language?: string
}

export const fulfilmentStates = [
  'checking',
  'denied',
  'working',
  'manual',
  'failed',
  'fulfilled',
  'revoking',
  'ended',
] as const
export type FulfilmentState = (typeof fulfilmentStates)[number]

export type CatalogEntry = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly appName: string
  readonly icon: string | null
  readonly held: boolean
  readonly requestable: boolean
  readonly daysMax: number | null
  readonly daysDefault: number | null
  readonly policyVersion: number
}

/** `match`: the field of sys_user by which Hallpass tells people apart, and what it holds for this one. */
export type Approver = {
  readonly userName: string
  readonly email: string
  readonly name: string
  readonly match: { readonly field: 'user_name' | 'email' | 'employee_number'; readonly value: string }
}

export type PolicyStage = {
  readonly kind: 'manager' | 'group' | 'owner' | 'person'
  readonly label: string
  readonly quorum: number
  readonly approvers: readonly Approver[]
  readonly problem: string | null
}

export type FulfilmentRequest = {
  readonly ritm: Ticket
  readonly request: Ticket
  readonly requestedFor: Person
  readonly openedBy: Person
  readonly roles: readonly string[]
  readonly durationDays: number | null
  readonly reason: string
}

export type FulfilmentItem = {
  readonly roleId: string
  readonly roleName: string
  readonly state: FulfilmentState
  readonly alreadyHeld: boolean
  readonly message: string
  readonly startsAt: string | null
  readonly endsAt: string | null
}
export type Fulfilment = {
  readonly id: string
  readonly ritm: Ticket
  readonly state: FulfilmentState
  readonly message: string
  readonly version: number
  readonly items: readonly FulfilmentItem[]
}

export type FulfilmentCallback = {
  readonly state: FulfilmentState
  readonly message: string
  readonly workNote: string
  readonly version: number
}
export type CatalogCallback = {
  readonly version: number
  readonly isFull: boolean
  readonly apps: readonly CatalogEntry[]
  readonly removed: readonly string[]
}
export type GrantCallback = {
  readonly ritm: string
  readonly role: string
  readonly state: 'active' | 'ended'
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly version: number
}
export type PasswordCallback = { readonly status: 'success' | 'failure'; readonly message: string }
/** How a call to Hallpass went that was made to see whether it gets there; status 0: nothing answered. */
export type Outward = {
  readonly client: 'fulfil' | 'password' | 'read'
  readonly status: number
  readonly error: string
}
export type Health = {
  readonly instanceId: string
  readonly instanceUrl: string
  readonly version: string
  readonly keyId: string
  readonly time: number
  /** Which this instance speaks where nobody chose another. */
  readonly language?: string
  /** Where it was asked for and this instance calls out. */
  readonly outward?: readonly Outward[]
}

export type PasswordOutcome = {
  readonly status: 'success' | 'failure' | 'pending' | 'link_sent'
  readonly message: string
}
export type ChallengeOffer = { readonly kind: string; readonly label: string; readonly number: string | null }
export type ChallengeAnswer = {
  readonly id: string
  readonly state: 'waiting' | 'proven' | 'ended'
  /** Right answers so far: who has a second factor gives two, of different kinds. */
  readonly given: number
  readonly offers: readonly ChallengeOffer[]
  readonly expiresAt: string
}
export type LockStateAnswer = { readonly locked: 'yes' | 'no' | 'unknown'; readonly message: string }

/**
 * JSON whose bytes are the same in every encoding: what is not ASCII is written as an escape, so that the hash this
 * side takes of a text is the hash the other side takes of bytes. `$` as well: a REST message takes `${…}` in a body for a
 * variable of its own, and somebody's reason or password may hold just that.
 */
export function toWire(value: unknown): string {
  return JSON.stringify(value).replace(
    /[$\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
