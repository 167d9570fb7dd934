/** The nouns of credentials: what holds for a person's sessions, factors, challenges, tickets, and how people recover. */
import type { TicketPurpose } from '@hallpass/contract/credentials'
import type { FactorKind, PasskeyResponse, ProofKind } from '@hallpass/contract/factors'
import type { GroupRecoveryPolicy, RecoveryPolicy } from '@hallpass/contract/recovery-policies'

export type { FactorKind, PasskeyResponse, ProofKind, RecoveryPolicy, TicketPurpose }

/**
 * Since when a person's sessions and tokens count. A session of an older epoch is refused, but for the one in which the
 * person changed their own password.
 */
export type Validity = { from: Date | null; epoch: number; sparedSessionId: string | null }

/** Proof given: lets a page set one password, once. Only its SHA-256 is stored. */
export type Ticket = {
  id: string
  personId: string
  purpose: TicketPurpose
  attemptId: string | null
  expiresAt: Date
  createdAt: Date
  /** What was proven so far, and with which factors. */
  proofs: ProofKind[]
  factorIds: string[]
  /** While more is wanted: where it is asked for. */
  challengeId: string | null
  /** The case of the desk that it comes from. */
  caseId: string | null
}

/** Stricter rules for the people of a group. */
export type GroupPolicy = Omit<GroupRecoveryPolicy, 'groupName'>

/** Rules that somebody is under as well, beside those in force. */
export type RulesBefore = Pick<GroupPolicy, 'selfService' | 'proofs' | 'proofsWanted'> & { addressQuietDays?: number }

/** One counted try: at most `max` in a window of `windowSeconds`. */
export type Try = { key: string; max: number; windowSeconds: number }

/** What sets one passkey apart; the public key alone can be stolen without harm. */
export type Passkey = {
  /** base64url, as the browser names it. */
  credentialId: string
  publicKey: Buffer
  signCount: number
  transports: string[]
  isSynced: boolean
}

/** A factor as it is kept. `sealed` opens with the keyring only. */
export type StoredFactor = {
  id: string
  personId: string
  kind: FactorKind
  name: string
  sealed: string | null
  passkey: Passkey | null
  createdAt: Date
  lastUsedAt: Date | null
  restsUntil: Date | null
}

/** A factor as its person, the desk and sso see it. */
export type Factor = Pick<StoredFactor, 'id' | 'kind' | 'name' | 'createdAt' | 'lastUsedAt' | 'restsUntil'> & {
  codesLeft: number | null
  /** Of a passkey: whether it is copied between devices; null for other kinds. */
  isSynced: boolean | null
}

export type ChallengePurpose = 'sign_in' | 'step_up' | 'desk' | 'recovery' | 'passkey_sign_in' | 'case_code'

/** "Prove it again", once, for one purpose. */
export type Challenge = {
  id: string
  personId: string | null
  purpose: ChallengePurpose
  caseId: string | null
  passkeyChallenge: string
  number: string
  tries: number
  expiresAt: Date
}

export type PromptKind = 'mail_code' | 'sms' | 'push'
/** What was sent for a challenge; a code is kept as an HMAC bound to this row. */
export type Prompt = { id: string; kind: PromptKind; factorId: string | null; codeHmac: Buffer | null }

/** How somebody proved who they are, in the words of RFC 8176 where it has one. */
export type ProofMethod = 'otp' | 'hwk' | 'swk' | 'pop' | 'sms' | 'recovery' | 'mail'
