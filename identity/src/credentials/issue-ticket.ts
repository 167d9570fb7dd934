import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import type { Secret } from '../platform/secret.ts'
import { ticketMinutes } from './limits.ts'
import { oneTimeToken } from './one-time-token.ts'
import { insertTicket } from './store-tickets.ts'
import type { Ticket, TicketPurpose } from './types.ts'

export type IssuedTicket = { ticket: Secret; purpose: TicketPurpose; expiresAt: Date }

/** Proof was given: a ticket that lets one page set one password for this person, for a quarter of an hour. */
export async function issueTicket(
  deps: { clock: Clock; ids: Ids },
  tx: Tx,
  input: Pick<Ticket, 'personId' | 'purpose' | 'attemptId'> & Partial<Ticket>,
): Promise<IssuedTicket> {
  const createdAt = deps.clock.now()
  const expiresAt = new Date(createdAt.getTime() + ticketMinutes * 60_000)
  const { token, hash } = oneTimeToken()
  const nothingYet = { proofs: [], factorIds: [], challengeId: null, caseId: null }
  await insertTicket(tx, { id: deps.ids.next(), tokenHash: hash, createdAt, expiresAt, ...nothingYet, ...input })
  return { ticket: token, purpose: input.purpose, expiresAt }
}
