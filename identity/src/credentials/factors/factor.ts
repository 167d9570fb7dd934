/**
 * The seam of proofs that are sent when somebody asks for a reset: "this answer is right, for this attempt, once". What a
 * person sets up beforehand (app, passkey, codes, prompts) is checked in `check-factor.ts`. When a proof is wanted is
 * decided elsewhere: by the policy here, by sso, by the desk.
 */
import type { Person } from '../../directory/module.ts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { Secret } from '../../platform/secret.ts'
import type { ProofKind, RecoveryPolicy } from '../types.ts'

/** Begins a proof for an attempt: sends what is to be answered. What stays behind is useless without the keyring. */
export type Begin = (tx: Tx, attempt: { attemptId: string; expiresAt: Date }) => Promise<void>

export type Factor = {
  readonly kind: ProofKind
  /** What begins a proof of this person; null when they cannot prove who they are with it now. */
  prepare(r: Reader, person: Person, policy: RecoveryPolicy): Promise<Begin | null>
  /**
   * Whose proof this answer is, null when nobody's. The caller has used up a try of the attempt before, and marks the
   * attempt as used after.
   */
  verify(r: Reader, input: { attemptId: string; answer: Secret }): Promise<{ personId: string } | null>
  /** The same by a value that found its way on its own, such as a mailed link. */
  verifyLink?(r: Reader, token: Secret): Promise<{ personId: string; attemptId: string } | null>
}
