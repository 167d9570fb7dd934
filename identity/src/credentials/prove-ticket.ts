import type { ProofOffer } from '@hallpass/contract/factors'
import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { type Given, hasSecondFactor, isEnough, kindsLeft } from './decide-recovery.ts'
import { proofImpossible } from './errors.ts'
import { type StartChallengeDeps, startChallenge } from './start-challenge.ts'
import type { RecoveryPolicy, StoredFactor } from './types.ts'

export type MoreProofDeps = StartChallengeDeps & { directory: Pick<Directory, 'groupsOf'> }

/** What is still wanted: nothing, or an answer to this challenge. */
export type MoreProof = { challengeId: string | null; more: ProofOffer[] }

/**
 * Whether what was proven so far opens the page for the new password; else what is wanted beside it. Fails with
 * `more_proof_impossible` when nothing is left that could be: it is said after proof only, and the desk helps.
 */
export async function moreProof(
  deps: MoreProofDeps,
  r: Reader,
  input: {
    personId: string
    policy: RecoveryPolicy
    factors: readonly StoredFactor[]
    given: Given
    /** Asked only where more is wanted. */
    hasAddress: () => Promise<boolean>
    address: string
    expiresAt: Date
  },
): Promise<MoreProof> {
  const { personId, policy, factors, given, address, expiresAt } = input
  if (isEnough(given, policy, hasSecondFactor(factors))) return { challengeId: null, more: [] }
  const left = kindsLeft(given, policy)
  const isMailPossible = left.includes('mail_code') && (await input.hasAddress())
  const only = left.filter((kind) => kind !== 'mail_code' || isMailPossible)
  const started = await startChallenge(deps, r, { personId, purpose: 'recovery', address, only, expiresAt })
  if (started.offers.length === 0) throw proofImpossible(started.restsUntil)
  return { challengeId: started.challengeId, more: started.offers }
}
