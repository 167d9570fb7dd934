import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Secret } from '../platform/secret.ts'
import { asPerson, type Caller } from './caller.ts'
import { ticketInvalid } from './errors.ts'
import { hashOfToken } from './one-time-token.ts'
import { claimTicket, releaseTicket } from './store-tickets.ts'
import { type UnlockAccountDeps, unlockAccount } from './unlock-account.ts'

export type UnlockWithTicketDeps = UnlockAccountDeps & {
  clock: Clock
  directory: UnlockAccountDeps['directory'] & Pick<Directory, 'isActive'>
}

/** Somebody who gave proof knows the password after all and only wants the lock gone. Uses up the ticket. */
export async function unlockWithTicket(deps: UnlockWithTicketDeps, input: Caller & { ticket: Secret }): Promise<void> {
  const ticket = await claimTicket(deps.db, hashOfToken(input.ticket.reveal()), deps.clock.now())
  if (!ticket) throw ticketInvalid()
  const { personId } = ticket
  try {
    if (!(await deps.directory.isActive(deps.db, personId))) throw ticketInvalid()
    await unlockAccount(deps, {
      personId,
      actor: asPerson(input, personId),
      letRecover: false,
      isProven: ticket.purpose === 'reset',
      door: ticket.caseId === null ? 'self_service' : 'desk',
      caseId: ticket.caseId,
      startedAt: ticket.createdAt,
    })
  } catch (error) {
    await releaseTicket(deps.db, ticket.id, 'open')
    throw error
  }
  await releaseTicket(deps.db, ticket.id, 'used')
}
