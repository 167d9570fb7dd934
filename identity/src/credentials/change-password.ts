import type { Actor } from '../audit/module.ts'
import { type Directory, PasswordRejected, type Person } from '../directory/module.ts'
import type { Secret } from '../platform/secret.ts'
import { currentWrong, directorySilent, passwordElsewhere, personUnknown, tooManyTries } from './errors.ts'
import { isPresentPassword } from './is-present-password.ts'
import { streakKeys } from './limits.ts'
import type { LockoutThresholds } from './lockout-thresholds.ts'
import { clearTries, giveBackTries } from './store-tries.ts'
import { takePasswordTry } from './take-password-try.ts'
import { type WritePasswordDeps, writePassword } from './write-password.ts'

export type ChangePasswordDeps = WritePasswordDeps & {
  thresholds: LockoutThresholds
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
  await proveCurrent(deps, input, person)
  const written = await writePassword(deps, {
    personId: input.personId,
    kind: 'change',
    actor: input.actor,
    next: input.next,
    ticketId: null,
    attemptId: null,
    sparedSessionId: input.sessionId,
    write: (passwords, ref, knows) => passwords.change(ref, input.old, input.next, knows),
  })
  if (written.kind === 'applied') return
  if (written.reasons.some(({ reason }) => reason === 'current_wrong')) throw currentWrong()
  throw new PasswordRejected(written.reasons)
}

async function proveCurrent(deps: ChangePasswordDeps, input: ChangePasswordInput, person: Person): Promise<void> {
  const home = await deps.directory.connectorOf(deps.db, person.id)
  if (!home.connector.passwords) throw passwordElsewhere()
  const taken = await takePasswordTry(deps, { person, home, isKnown: true })
  if (taken.kind === 'over') throw tooManyTries(taken.retryAt, deps.clock.now())
  if (input.old.length === 0) throw currentWrong()
  const verdict = await home.connector.authenticate(home.ref, input.old).catch(async (error: unknown) => {
    await giveBackTries(deps.db, taken.keys)
    throw directorySilent(error)
  })
  if (!['ok', 'must_change', 'expired'].includes(verdict.kind)) throw currentWrong()
  const isDoubtful = verdict.kind === 'ok' && verdict.oldPasswordMayBind
  const proof = { personId: person.id, home, password: input.old }
  if (isDoubtful && !(await isPresentPassword(deps, proof))) throw currentWrong()
  await clearTries(deps.db, [...taken.keys, ...streakKeys(person.id)])
}
