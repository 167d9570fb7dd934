import type { ProofOffer } from '@hallpass/contract/factors'
import type { Directory } from '../directory/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Secret } from '../platform/secret.ts'
import { ticketInvalid } from './errors.ts'
import { ticketMinutes } from './limits.ts'
import { oneTimeToken } from './one-time-token.ts'
import { recoveryAddresses } from './policy.ts'
import { type MoreProofDeps, moreProof } from './prove-ticket.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { factorsOfPerson } from './store-factors.ts'
import { insertTicket } from './store-tickets.ts'
import type { ProofKind, TicketPurpose } from './types.ts'

export type IssueTicketDeps = MoreProofDeps & {
  directory: Pick<Directory, 'groupsOf' | 'person' | 'addressesOf'>
}

export type IssuedTicket = {
  ticket: Secret
  purpose: TicketPurpose
  expiresAt: Date
  /** What is wanted before the page opens; empty when nothing is. */
  more: ProofOffer[]
}

export type IssueTicket = {
  personId: string
  purpose: TicketPurpose
  attemptId: string | null
  proofs?: ProofKind[]
  factorIds?: string[]
  /** The desk has seen proof: nothing more is wanted. */
  caseId?: string | null
  address: string
}

/** Proof was given: a ticket that lets one page set one password for this person, for a quarter of an hour. */
export async function issueTicket(deps: IssueTicketDeps, tx: Tx, input: IssueTicket): Promise<IssuedTicket> {
  const { personId, purpose, attemptId, proofs = [], factorIds = [], caseId = null } = input
  const createdAt = deps.clock.now()
  const expiresAt = new Date(createdAt.getTime() + ticketMinutes * 60_000)
  const { token, hash } = oneTimeToken()
  const wanted =
    caseId !== null
      ? { challengeId: null, more: [] }
      : await moreProofFor(deps, tx, personId, { purpose, proofs, factorIds }, { address: input.address, expiresAt })
  await insertTicket(tx, {
    id: deps.ids.next(),
    tokenHash: hash,
    personId,
    purpose,
    attemptId,
    createdAt,
    expiresAt,
    proofs,
    factorIds,
    challengeId: wanted.challengeId,
    caseId,
  })
  return { ticket: token, purpose, expiresAt, more: wanted.more }
}

/** What a person must prove beside what they gave; a mailed code only where an address counts. */
export async function moreProofFor(
  deps: IssueTicketDeps,
  tx: Tx,
  personId: string,
  given: { purpose: TicketPurpose; proofs: ProofKind[]; factorIds: string[] },
  call: { address: string; expiresAt: Date },
) {
  const person = await deps.directory.person(tx, personId)
  if (!person) throw ticketInvalid()
  const [policy, factors] = await Promise.all([recoveryPolicyFor(deps, tx, person), factorsOfPerson(tx, personId)])
  const hasAddress = async () =>
    recoveryAddresses(await deps.directory.addressesOf(tx, personId), policy, deps.clock.now()).length > 0
  return await moreProof(deps, tx, { personId, policy, factors, given, hasAddress, ...call })
}
