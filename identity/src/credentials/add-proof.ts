import type { Directory } from '../directory/module.ts'
import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Secret } from '../platform/secret.ts'
import { type AnswerChallengeDeps, answerChallenge } from './answer-challenge.ts'
import type { Caller } from './caller.ts'
import type { FactorAnswer } from './check-factor.ts'
import { kindsLeft } from './decide-recovery.ts'
import { codeWrong, ticketInvalid } from './errors.ts'
import { resetFailed } from './events.ts'
import { type IssuedTicket, type IssueTicketDeps, moreProofFor } from './issue-ticket.ts'
import { offersOf } from './offers.ts'
import { hashOfToken } from './one-time-token.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { openChallenge } from './store-challenges.ts'
import { addProofToTicket, endTicket, partialTicket } from './store-tickets.ts'
import type { ProofKind, Ticket } from './types.ts'

export type AddProofDeps = AnswerChallengeDeps &
  IssueTicketDeps & {
    db: Database
    events: Events
    directory: AnswerChallengeDeps['directory'] & IssueTicketDeps['directory'] & Pick<Directory, 'isActive'>
  }

export type AddProof = Caller & {
  ticket: Secret
  kind: ProofKind
  factorId?: string | undefined
  answer: FactorAnswer
}

/** One more proof for a ticket that wants it. Five wrong answers end the ticket, and the desk is told. */
export async function addProof(deps: AddProofDeps, input: AddProof): Promise<IssuedTicket> {
  const ticket = await partialTicket(deps.db, hashOfToken(input.ticket.reveal()), deps.clock.now())
  if (ticket?.challengeId == null || !(await deps.directory.isActive(deps.db, ticket.personId))) throw ticketInvalid()
  const { kind, factorId, answer, address } = input
  const person = await deps.directory.person(deps.db, ticket.personId)
  if (!person) throw ticketInvalid()
  // By a channel that was used, or that the rules do not count, nothing more is proven.
  if (!kindsLeft(ticket, await recoveryPolicyFor(deps, deps.db, person)).includes(kind)) throw codeWrong()
  const answered = await answerChallenge(deps, { challengeId: ticket.challengeId, kind, factorId, answer, address })
  switch (answered.kind) {
    case 'waiting':
      return { ...shown(input, ticket), more: await sameOffers(deps, ticket) }
    case 'refused':
      if (answered.triesLeft === 0) await giveUp(deps, ticket)
      throw codeWrong()
    case 'ended':
      throw ticketInvalid()
    case 'proven':
      return await complete(deps, input, ticket, kind, answered.factorId)
  }
}

const shown = (input: AddProof, { purpose, expiresAt }: Ticket) => ({ ticket: input.ticket, purpose, expiresAt })

function complete(
  deps: AddProofDeps,
  input: AddProof,
  ticket: Ticket,
  kind: ProofKind,
  factorId: string | null,
): Promise<IssuedTicket> {
  const proofs = [...ticket.proofs, kind]
  const factorIds = factorId === null ? ticket.factorIds : [...ticket.factorIds, factorId]
  return deps.db.transaction(async (tx) => {
    const { personId, purpose, expiresAt } = ticket
    const call = { address: input.address, expiresAt }
    const { challengeId, more } = await moreProofFor(deps, tx, personId, { purpose, proofs, factorIds }, call)
    if (!(await addProofToTicket(tx, ticket.id, { proofs, factorIds, challengeId }))) throw ticketInvalid()
    deps.audit.record(tx, {
      action: 'reset.proven',
      actor: { kind: 'person', personId, address: input.address, requestId: input.requestId },
      subjects: { personId, ...(ticket.attemptId === null ? {} : { attemptId: ticket.attemptId }) },
      after: { proofs, isEnough: more.length === 0 },
    })
    return { ...shown(input, ticket), more }
  })
}

async function sameOffers(deps: AddProofDeps, ticket: Ticket) {
  const now = deps.clock.now()
  const challenge = await openChallenge(deps.db, ticket.challengeId ?? '', now)
  if (!challenge) throw ticketInvalid()
  const { passkeyChallenge, number } = challenge
  const { offers } = await offersOf(deps, deps.db, { personId: ticket.personId, passkeyChallenge, number, now })
  const mail = { kind: 'mail_code' as const, factorId: null, name: null, passkeyOptions: null, number: null }
  return ticket.proofs.includes('mail_code') || ticket.purpose !== 'reset' ? offers : [mail, ...offers]
}

function giveUp(deps: AddProofDeps, { id, personId, attemptId }: Ticket): Promise<void> {
  return deps.db.transaction(async (tx) => {
    await endTicket(tx, id)
    if (attemptId !== null) await deps.events.emit(tx, resetFailed, { personId, attemptId, reason: 'tries_used' })
  })
}
