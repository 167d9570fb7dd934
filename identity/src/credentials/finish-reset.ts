import { type Directory, PasswordRejected } from '../directory/module.ts'
import type { Secret } from '../platform/secret.ts'
import { asPerson, type Caller } from './caller.ts'
import { ticketBusy, ticketInvalid } from './errors.ts'
import { hashOfToken } from './one-time-token.ts'
import { resetPassword } from './reset-password.ts'
import { selfServiceStoppedAt } from './store.ts'
import { claimTicket, liveTicket } from './store-tickets.ts'
import type { WritePasswordDeps } from './write-password.ts'

export type FinishResetDeps = WritePasswordDeps & {
  directory: WritePasswordDeps['directory'] & Pick<Directory, 'isActive'>
}

/**
 * Sets the new password of whoever gave proof. The ticket is used up by a password that the directory takes; one it
 * refuses comes back as a fault of the field with a sentence about what to change, and the ticket stays good.
 */
export async function finishReset(
  deps: FinishResetDeps,
  input: Caller & { ticket: Secret; password: Secret },
): Promise<void> {
  const hash = hashOfToken(input.ticket.reveal())
  const ticket = await liveTicket(deps.db, hash, deps.clock.now())
  if (!ticket) throw ticketInvalid()
  if (ticket.isBusy) throw ticketBusy()
  const { personId, attemptId, purpose } = ticket
  const written = await resetPassword(deps, {
    personId,
    next: input.password,
    kind: purpose === 'invite' ? 'first' : 'reset',
    ticketId: ticket.id,
    attemptId,
    actor: asPerson(input, personId),
    claim: async (tx) => {
      const [isActive, stoppedAt, claimed] = await Promise.all([
        deps.directory.isActive(tx, personId),
        selfServiceStoppedAt(tx, personId),
        claimTicket(tx, hash, deps.clock.now()),
      ])
      if (!isActive) throw ticketInvalid()
      // A code typed at the very moment of "this was not me" must not outlive it.
      const isSelfService = purpose === 'reset' && ticket.caseId === null
      if (isSelfService && stoppedAt !== null) throw ticketInvalid()
      if (!claimed) throw ticketBusy()
    },
  })
  if (written.kind === 'rejected') throw new PasswordRejected(written.reasons)
}
