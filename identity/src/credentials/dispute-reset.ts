import type { Audit } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Secret } from '../platform/secret.ts'
import { asStranger, type Caller } from './caller.ts'
import { linkInvalid, tooManyTries } from './errors.ts'
import { resetDisputed } from './events.ts'
import { proofTries } from './limits.ts'
import { hashOfToken } from './one-time-token.ts'
import { moveValidity, stopSelfService } from './store.ts'
import { voidProofsOf } from './store-resets.ts'
import { useLink, voidTicketsOf } from './store-tickets.ts'
import { takeTries } from './store-tries.ts'

export type DisputeResetDeps = {
  db: Database
  clock: Clock
  events: Events
  audit: Pick<Audit, 'record'>
}

/**
 * "This was not me": once, within 72 hours, by the link of a notice. Ends all sessions, and neither the password nor
 * self-service opens anything here until somebody looked; it disables nothing in the directory, so that the link in a
 * thief's hands is no weapon.
 */
export async function disputeReset(deps: DisputeResetDeps, input: Caller & { token: Secret }): Promise<void> {
  const now = deps.clock.now()
  const taken = await takeTries(deps.db, proofTries(input.address), now)
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
  await deps.db.transaction(async (tx) => {
    const link = await useLink(tx, 'dispute', hashOfToken(input.token.reveal()), now)
    if (!link) throw linkInvalid()
    const { personId } = link
    await moveValidity(tx, personId, now, null)
    await voidTicketsOf(tx, personId, now)
    await voidProofsOf(tx, personId)
    await stopSelfService(tx, personId, now)
    deps.audit.record(tx, {
      action: 'reset.disputed',
      actor: asStranger(input),
      subjects: { personId },
    })
    await deps.events.emit(tx, resetDisputed, { personId })
  })
}
