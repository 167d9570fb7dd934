import { neverForPrivileged, nothingToOverride, secondAgentWanted, strongProofMissing } from './errors.ts'
import { involvedIn } from './involved.ts'
import { noteOnCase } from './move-case.ts'
import { type AgentOnCase, type OnCaseDeps, onCase, Refused } from './on-case.ts'
import { inProofMinutes } from './start-proof.ts'
import { outcomesOf } from './store-outcomes.ts'
import { insertOverride } from './store-proofs.ts'

/** A second agent answers for the points that are missing, with a reason. Never for the privileged, never instead of a strong proof. */
export function overrideProofs(deps: OnCaseDeps, input: AgentOnCase & { reason: string }): Promise<void> {
  return onCase(deps, { ...input, as: 'second' }, async (tx, { theCase, proofs, weight, by }) => {
    if (theCase.tier === 'privileged') return new Refused(neverForPrivileged())
    if (involvedIn(theCase, proofs, await outcomesOf(tx, theCase.id)).has(input.agentId))
      return new Refused(secondAgentWanted())
    if (weight.isReached) return new Refused(nothingToOverride())
    if (!weight.hasStrong) return new Refused(strongProofMissing())
    const givenAt = deps.clock.now()
    const points = Math.max(0, weight.threshold - weight.points)
    const reason = input.reason.trim()
    await insertOverride(tx, {
      id: deps.ids.next(),
      caseId: theCase.id,
      round: theCase.round,
      agentId: input.agentId,
      reason,
      points,
      givenAt,
      expiresAt: inProofMinutes(givenAt),
    })
    return noteOnCase(deps, tx, theCase, { what: 'override', by, text: reason, after: { points } })
  })
}
