import { proofNotStarted } from './errors.ts'
import { noteOnCase } from './move-case.ts'
import { type AgentOnCase, type OnCaseDeps, onCase, Refused } from './on-case.ts'
import { decidedNow, startProof } from './start-proof.ts'
import { insertProof, settleProof, waitingProofOf } from './store-proofs.ts'

export type RecordProof = AgentOnCase & {
  kind: 'callback' | 'photo_id' | 'personal_data'
  passed: boolean
  note: string
}

/** What an agent saw or heard themselves. A call back counts only after the number was taken from here. */
export function recordProof(deps: OnCaseDeps, input: RecordProof): Promise<void> {
  const { kind, passed } = input
  return onCase(deps, { ...input, as: 'agent' }, async (tx, atWork) => {
    const { theCase, by } = atWork
    const text = input.note.trim() || null
    if (kind === 'callback') {
      const begun = await waitingProofOf(tx, theCase.id, kind, deps.clock.now())
      if (begun?.agentId !== input.agentId) return new Refused(proofNotStarted(), kind)
      await settleProof(tx, begun.id, decidedNow(deps, passed))
    } else await insertProof(tx, { ...startProof(deps, atWork, kind), ...decidedNow(deps, passed) })
    await noteOnCase(deps, tx, theCase, { what: passed ? 'proof_passed' : 'proof_failed', by, proof: kind, text })
  })
}
