import { addressChannels, type ChannelsDeps } from './channels.ts'
import type { DeskDeps } from './deps.ts'
import { channelUnknown, proofNotStarted, proofUnavailable } from './errors.ts'
import { noteOnCase } from './move-case.ts'
import { type AgentOnCase, type OnCaseDeps, onCase, Refused } from './on-case.ts'
import { decidedNow, startProof } from './start-proof.ts'
import { insertProof, settleProof, waitingProofOf } from './store-proofs.ts'

export type CodeDeps = OnCaseDeps &
  ChannelsDeps & { credentials: Pick<DeskDeps['credentials'], 'sendProofCode' | 'checkProofCode'> }

/** A code to an address that the directory vouches for; the person reads it out. */
export function sendCode(deps: CodeDeps, input: AgentOnCase & { ref: string }): Promise<void> {
  return onCase(deps, { ...input, as: 'agent' }, async (tx, atWork) => {
    const { theCase, by } = atWork
    const { personId, id: caseId } = theCase
    const channel = (await addressChannels(deps, tx, personId)).find(({ ref }) => ref === input.ref)
    if (!channel) throw channelUnknown()
    if (channel.unavailable) return new Refused(proofUnavailable(channel.unavailable), 'address_code')
    const { expiresAt } = await deps.credentials.sendProofCode(tx, { personId, caseId, address: channel.value })
    const proof = startProof(deps, atWork, 'address_code', { detail: channel.label })
    const ends = new Date(Math.min(expiresAt.getTime(), proof.expiresAt.getTime()))
    await insertProof(tx, { ...proof, expiresAt: ends })
    return noteOnCase(deps, tx, theCase, { what: 'proof_started', by, proof: 'address_code', text: channel.label })
  })
}

/** The code the person read out. Credentials counts the try before it compares, in a transaction of its own. */
export async function checkCode(deps: CodeDeps, input: AgentOnCase & { code: string }): Promise<void> {
  const { personId, proofId } = await onCase(deps, { ...input, as: 'agent' }, async (tx, { theCase }) => {
    const begun = await waitingProofOf(tx, theCase.id, 'address_code', deps.clock.now())
    return begun ? { personId: theCase.personId, proofId: begun.id } : new Refused(proofNotStarted(), 'address_code')
  })
  const checked = await deps.credentials.checkProofCode({ personId, caseId: input.caseId, code: input.code })
  await onCase(deps, { ...input, as: 'agent' }, async (tx, { theCase, by }) => {
    const passed = checked.kind === 'proven'
    const text = checked.kind === 'refused' ? `Wrong code; ${checked.triesLeft} tries left.` : null
    const isOver = passed || checked.kind === 'ended' || checked.triesLeft === 0
    // A wrong code leaves the proof waiting for a right one, as long as there are tries.
    if (isOver && !(await settleProof(tx, proofId, decidedNow(deps, passed))))
      return new Refused(proofNotStarted(), 'address_code')
    return noteOnCase(deps, tx, theCase, {
      what: passed ? 'proof_passed' : 'proof_failed',
      by,
      proof: 'address_code',
      text,
    })
  })
}
