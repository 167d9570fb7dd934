/** Which proofs recover a password, and when they are enough. Pure. */
import type { PromptKind, ProofKind, RecoveryPolicy, RulesBefore, StoredFactor, TicketPurpose } from './types.ts'

/** What is kept apart: two proofs by the same channel are one proof. */
const channels: Record<ProofKind, string> = {
  mail_code: 'mail',
  sms: 'phone',
  push: 'phone',
  totp: 'app',
  passkey: 'passkey',
  recovery_codes: 'paper',
}

export type RecoveryRules = Pick<RecoveryPolicy, 'selfService' | 'proofs' | 'proofsWanted'>

/** Of the directory and every group the strictest: what all allow, the most that one wants. */
export function strictest(policy: RecoveryPolicy, others: readonly RulesBefore[]): RecoveryPolicy {
  return {
    ...policy,
    selfService: policy.selfService && others.every(({ selfService }) => selfService),
    proofs: policy.proofs.filter((kind) => others.every(({ proofs }) => proofs.includes(kind))),
    proofsWanted: [policy, ...others].some(({ proofsWanted }) => proofsWanted === 2) ? 2 : 1,
    addressQuietDays: Math.max(policy.addressQuietDays, ...others.map(({ addressQuietDays = 0 }) => addressQuietDays)),
  }
}

/** Recovery codes alone are no second factor: they stand in for one that is lost. */
export function hasSecondFactor(factors: readonly Pick<StoredFactor, 'kind'>[]): boolean {
  return factors.some(({ kind }) => kind !== 'recovery_codes')
}

export type Given = { purpose: TicketPurpose; proofs: readonly ProofKind[]; factorIds: readonly string[] }

/**
 * A reset never weakens the second factor: who has one gives two proofs of different channels, whatever the policy says.
 * Who knew the password and only must change it gives the factor alone. Rules count as they are now: what they no longer
 * allow proves nothing, also when it was sent before they were changed.
 */
export function isEnough(given: Given, policy: RecoveryRules, hasFactor: boolean): boolean {
  if (given.purpose === 'invite') return true
  if (given.purpose !== 'reset') return !hasFactor || given.factorIds.length > 0
  const wanted = hasFactor ? 2 : policy.proofsWanted
  const counted = policy.selfService ? given.proofs.filter((kind) => policy.proofs.includes(kind)) : []
  return new Set(counted.map((kind) => channels[kind])).size >= wanted
}

/** Kinds that would bring a recovery further: allowed, and not by a channel that was used. */
export function kindsLeft(given: Given, policy: RecoveryRules): ProofKind[] {
  const used = new Set(given.proofs.map((kind) => channels[kind]))
  const left = policy.proofs.filter((kind) => !used.has(channels[kind]))
  if (given.purpose === 'reset') return policy.selfService ? left : []
  return left.filter((kind) => kind !== 'mail_code')
}

/** What is sent rather than kept: asked for by an answer without a code. */
export const isSentKind = (kind: ProofKind): kind is PromptKind => ['mail_code', 'sms', 'push'].includes(kind)
