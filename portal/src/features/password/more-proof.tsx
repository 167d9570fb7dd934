/** One more proof where one is not enough: of another channel than the first. */
import type { ResetTicket } from '@hallpass/contract/credentials'
import { answer, api } from '../../api/client.ts'
import type { ProofAnswer, ProofOutcome } from '../../api/proof/proof.ts'
import { Prove } from '../../api/proof/prove.tsx'

type Props = { ticket: ResetTicket; onTicket: (ticket: ResetTicket) => void }

export function MoreProof({ ticket, onTicket }: Props) {
  async function onAnswer({ offer, code, response }: ProofAnswer): Promise<ProofOutcome> {
    const next = await answer(
      api.POST('/api/password/tickets/proofs', {
        body: {
          ticket: ticket.ticket,
          kind: offer.kind,
          ...(offer.factorId === null ? {} : { factorId: offer.factorId }),
          ...(code === undefined ? {} : { code }),
          ...(response === undefined ? {} : { response }),
        },
      }),
    )
    const asked = code === undefined && response === undefined
    // Asking for a code or prompt leaves the ticket as it is; a prompt that was answered meanwhile does not.
    if (asked && next.more.length > 0) return 'pending'
    onTicket(next)
    return 'done'
  }

  return <Prove key={ticket.ticket} offers={ticket.more} onAnswer={onAnswer} />
}
