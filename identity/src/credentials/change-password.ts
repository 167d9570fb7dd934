import type { Actor } from '../audit/module.ts'
import { type Directory, PasswordRejected } from '../directory/module.ts'
import type { Secret } from '../platform/secret.ts'
import { currentWrong, directorySilent, passwordElsewhere, personUnknown, tooManyTries } from './errors.ts'
import { personTries } from './limits.ts'
import { policyOf } from './policy-of.ts'
import { clearTries, giveBackTries, takeTries } from './store-tries.ts'
import { type WritePasswordDeps, writePassword } from './write-password.ts'

export type ChangePasswordDeps = WritePasswordDeps & {
  directory: WritePasswordDeps['directory'] & Pick<Directory, 'isActive'>
}

export type ChangePasswordInput = {
  personId: string
  /** Outlives the change; every other session of the person ends. */
  sessionId: string
  old: Secret
  next: Secret
  actor: Actor
}

/**
 * A person's own change: the directory is shown the current password, and its minimum age and history hold. A wrong one
 * counts with the same counter as at sign-in, so that an open screen is no place to guess.
 */
export async function changePassword(deps: ChangePasswordDeps, input: ChangePasswordInput): Promise<void> {
  const person = await deps.directory.person(deps.db, input.personId)
  if (!person) throw personUnknown()
  await proveCurrent(deps, input, person.directoryId)
  const written = await writePassword(deps, {
    personId: input.personId,
    kind: 'change',
    actor: input.actor,
    next: input.next,
    ticketId: null,
    attemptId: null,
    sparedSessionId: input.sessionId,
    write: (passwords, ref) => passwords.change(ref, input.old, input.next),
  })
  if (written.kind === 'applied') return
  if (written.reasons.some(({ reason }) => reason === 'current_wrong')) throw currentWrong()
  throw new PasswordRejected(written.reasons)
}

async function proveCurrent(deps: ChangePasswordDeps, input: ChangePasswordInput, directoryId: string): Promise<void> {
  const now = deps.clock.now()
  const home = await deps.directory.connectorOf(deps.db, input.personId)
  if (!home.connector.passwords) throw passwordElsewhere()
  const tries = personTries(input.personId, await policyOf(deps.db, directoryId), input.sessionId)
  const keys = tries.map(({ key }) => key)
  const taken = await takeTries(deps.db, tries, now)
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, now)
  if (input.old.length === 0) throw currentWrong()
  const verdict = await home.connector.authenticate(home.ref, input.old).catch(async (error: unknown) => {
    await giveBackTries(deps.db, keys)
    throw directorySilent(error)
  })
  if (!['ok', 'must_change', 'expired'].includes(verdict.kind)) throw currentWrong()
  await clearTries(deps.db, keys)
}
