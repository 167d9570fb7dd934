import { type ChannelsDeps, phoneChannels } from './channels.ts'
import { channelUnknown, proofUnavailable } from './errors.ts'
import { noteOnCase } from './move-case.ts'
import { type AgentOnCase, type OnCaseDeps, onCase, Refused } from './on-case.ts'
import { startProof } from './start-proof.ts'
import { insertProof } from './store-proofs.ts'

/** Gives the agent the number of the directory to call back on. What the caller offers has no way in. */
export function startCallback(
  deps: OnCaseDeps & ChannelsDeps,
  input: AgentOnCase & { ref: string },
): Promise<{ number: string; expiresAt: Date }> {
  return onCase(deps, { ...input, as: 'agent' }, async (tx, atWork) => {
    const { theCase, by } = atWork
    const channel = (await phoneChannels(deps, tx, theCase.personId)).find(({ ref }) => ref === input.ref)
    if (!channel) throw channelUnknown()
    if (channel.unavailable) return new Refused(proofUnavailable(channel.unavailable), 'callback')
    const proof = startProof(deps, atWork, 'callback', { detail: channel.label })
    await insertProof(tx, proof)
    await noteOnCase(deps, tx, theCase, { what: 'proof_started', by, proof: 'callback', text: channel.label })
    return { number: channel.value, expiresAt: proof.expiresAt }
  })
}
