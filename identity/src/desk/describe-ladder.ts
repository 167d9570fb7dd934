/** The ladder of proofs as pages show it: each kind, how far it has come, and why it cannot be tried. Pure. */
import type { DeskChannel, DeskLadder, DeskProofStep, DeskUnavailable } from '@hallpass/contract/desk'
import type { FoundVoucher } from './ask-voucher.ts'
import type { Names } from './names.ts'
import { isAsked } from './prompt.ts'
import type { Case, Proof, ProofKind, Settings } from './types.ts'
import { isStrong, type Weight } from './weigh-proofs.ts'

export type Ways = {
  addresses: readonly DeskChannel[]
  phones: readonly DeskChannel[]
  factors: readonly { kind: string }[]
  voucher: FoundVoucher
}

export type LadderFacts = {
  theCase: Case
  weight: Weight
  proofs: readonly Proof[]
  settings: Settings
  names: Names
  now: Date
  ways: Ways
}

const order: readonly ProofKind[] = ['callback', 'address_code', 'prompt', 'voucher', 'photo_id', 'personal_data']

export function describeLadder(facts: LadderFacts): DeskLadder {
  const { theCase, weight, names } = facts
  const { override } = weight
  return {
    tier: theCase.tier,
    points: weight.points,
    threshold: weight.threshold,
    hasStrong: weight.hasStrong,
    isReached: weight.isReached,
    reachedUntil: weight.reachedUntil?.toISOString() ?? null,
    override: override && {
      by: names(override.agentId),
      reason: override.reason,
      points: override.points,
      expiresAt: override.expiresAt.toISOString(),
    },
    steps: order.map((kind) => describeStep(facts, kind)),
  }
}

function describeStep(
  { theCase, weight, proofs, settings, names, now, ways }: LadderFacts,
  kind: ProofKind,
): DeskProofStep {
  const latest = proofs.findLast(
    (proof) => proof.kind === kind && proof.round === theCase.round && proof.state !== 'replaced',
  )
  const by = latest && (latest.voucherId ?? latest.agentId)
  return {
    kind,
    points: settings.points[kind],
    isStrong: isStrong(kind),
    state: stateOf(latest, now),
    counts: weight.counted.some((proof) => proof.kind === kind),
    unavailable: unavailable(kind, ways),
    channels: [...channelsOf(kind, ways)],
    detail: latest?.detail ?? null,
    by: by ? names(by) : null,
    startedAt: latest?.startedAt.toISOString() ?? null,
    decidedAt: latest?.decidedAt?.toISOString() ?? null,
    expiresAt: latest && latest.state !== 'failed' ? latest.expiresAt.toISOString() : null,
  }
}

function stateOf(proof: Proof | undefined, now: Date): DeskProofStep['state'] {
  if (!proof || proof.state === 'replaced') return 'none'
  if (proof.state === 'failed') return 'failed'
  if (proof.expiresAt > now) return proof.state
  return proof.state === 'passed' ? 'expired' : 'none'
}

function channelsOf(kind: ProofKind, ways: Ways): readonly DeskChannel[] {
  if (kind === 'callback') return ways.phones
  return kind === 'address_code' ? ways.addresses : []
}

function unavailable(kind: ProofKind, ways: Ways): DeskUnavailable | null {
  switch (kind) {
    case 'callback':
      return unusable(ways.phones, 'no_number')
    case 'address_code':
      return unusable(ways.addresses, 'no_address')
    case 'prompt':
      return ways.factors.some((factor) => isAsked(factor.kind)) ? null : 'no_factor'
    case 'voucher':
      return ways.voucher.unavailable
    case 'photo_id':
    case 'personal_data':
      return null
  }
}

function unusable(channels: readonly DeskChannel[], none: DeskUnavailable): DeskUnavailable | null {
  if (channels.some((channel) => channel.unavailable === null)) return null
  return channels[0]?.unavailable ?? none
}
