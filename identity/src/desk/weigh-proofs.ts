/** How much a person has proven on a case: pure, so that nothing that is said on the phone gets around it. */
import type { Case, Override, Proof, ProofKind, Settings, Tier } from './types.ts'

/** Something the person has, a channel the directory vouches for, or somebody who vouches (security B.12). */
const strong: ReadonlySet<ProofKind> = new Set(['callback', 'address_code', 'prompt', 'voucher'])
export const isStrong = (kind: ProofKind): boolean => strong.has(kind)

export type Weight = {
  points: number
  threshold: number
  hasStrong: boolean
  isReached: boolean
  /** When it stops being reached unless more is proven; null when it is not. */
  reachedUntil: Date | null
  /** Proofs that count, at most one of each kind. */
  counted: Proof[]
  /** The override that counts, if one does. */
  override: Override | null
}

export type Weighing = {
  theCase: Pick<Case, 'tier' | 'round' | 'personId'>
  proofs: readonly Proof[]
  overrides: readonly Override[]
  settings: Pick<Settings, 'points' | 'thresholds'>
  now: Date
}

/**
 * Only proofs of this round that passed and are younger than 15 minutes count, one of each kind. The threshold is reached
 * by points and at least one strong proof; points that are missing may be lifted by an agent who took no part in the
 * case, never the strong proof, and never for the privileged.
 */
export function weighProofs(weighing: Weighing): Weight {
  const { theCase, settings } = weighing
  const counted = countedProofs(weighing)
  const points = counted.reduce((sum, proof) => sum + settings.points[proof.kind], 0)
  const threshold = thresholdOf(theCase.tier, settings)
  const hasStrong = counted.some((proof) => isStrong(proof.kind) && settings.points[proof.kind] > 0)
  const override = countedOverride(weighing)
  const isReached = hasStrong && (points >= threshold || override !== null)
  const ends = [...counted, ...(points >= threshold || !override ? [] : [override])].map((each) =>
    each.expiresAt.getTime(),
  )
  return {
    points,
    threshold,
    hasStrong,
    isReached,
    reachedUntil: isReached ? new Date(Math.min(...ends)) : null,
    counted,
    override,
  }
}

/** Whatever the settings say, the privileged never need less than everybody. */
function thresholdOf(tier: Tier, { thresholds }: Pick<Settings, 'thresholds'>): number {
  return tier === 'privileged' ? Math.max(thresholds.privileged, thresholds.standard) : thresholds.standard
}

function countedProofs({ theCase, proofs, now }: Weighing): Proof[] {
  const agents = agentsOn(proofs)
  const latest = new Map<ProofKind, Proof>()
  for (const proof of proofs) {
    if (proof.round !== theCase.round || proof.state !== 'passed' || proof.decidedAt === null) continue
    if (proof.decidedAt > now || proof.expiresAt <= now) continue
    if (proof.kind === 'voucher' && !isOutsider(proof.voucherId, theCase, agents)) continue
    const known = latest.get(proof.kind)
    if (!known || (known.decidedAt ?? now) < proof.decidedAt) latest.set(proof.kind, proof)
  }
  return [...latest.values()]
}

function countedOverride({ theCase, proofs, overrides, now }: Weighing): Override | null {
  if (theCase.tier === 'privileged') return null
  const agents = agentsOn(proofs)
  const isValid = (override: Override) =>
    override.round === theCase.round &&
    override.givenAt <= now &&
    override.expiresAt > now &&
    isOutsider(override.agentId, theCase, agents)
  return overrides.findLast(isValid) ?? null
}

/** Everybody who ever started or recorded a proof on the case, whatever became of it. */
export const agentsOn = (proofs: readonly Proof[]): ReadonlySet<string> => new Set(proofs.map((proof) => proof.agentId))

/** Neither whom the case is about nor anybody who worked on its proofs. */
function isOutsider(personId: string | null, theCase: Pick<Case, 'personId'>, agents: ReadonlySet<string>): boolean {
  return personId !== null && personId !== theCase.personId && !agents.has(personId)
}
