/** The nouns of credentials: what holds for a person's sessions, tickets, and how a directory lets people recover. */
import type { ProofKind, RecoveryPolicy, TicketPurpose } from '@hallpass/contract/credentials'

export type { ProofKind, RecoveryPolicy, TicketPurpose }

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
}

/** One counted try: at most `max` in a window of `windowSeconds`. */
export type Try = { key: string; max: number; windowSeconds: number }
