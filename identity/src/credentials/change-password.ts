import type { Actor } from '../audit/module.ts'
import { PasswordRejected } from '../directory/module.ts'
import type { Secret } from '../platform/secret.ts'
import { currentWrong, personUnknown } from './errors.ts'
import { type ProveCurrentDeps, proveCurrentPassword } from './prove-current-password.ts'
import { type WritePasswordDeps, writePassword } from './write-password.ts'

export type ChangePasswordDeps = WritePasswordDeps &
  ProveCurrentDeps & { directory: WritePasswordDeps['directory'] & ProveCurrentDeps['directory'] }

export type ChangePasswordInput = {
  personId: string
  /** Outlives the change; every other session of the person ends. */
  sessionId: string
  old: Secret
  next: Secret
  actor: Actor
  /** Asked from where nobody is signed in, by this address: no more is allowed there than at sign-in. */
  strangerAt?: string
  /** The one before was right, and everything begun earlier has ended but for this session, whatever follows. */
  onBegun?: () => void
}

/**
 * A person's own change: the directory is shown the current password, and its minimum age and history hold. A wrong one
 * counts with the same counter as at sign-in, so that an open screen is no place to guess.
 */
export async function changePassword(deps: ChangePasswordDeps, input: ChangePasswordInput): Promise<void> {
  const person = await deps.directory.person(deps.db, input.personId)
  if (!person) throw personUnknown()
  const { old: password, actor, strangerAt } = input
  await proveCurrentPassword(deps, { person, password, actor, ...(strangerAt === undefined ? {} : { strangerAt }) })
  const written = await writePassword(deps, {
    personId: input.personId,
    kind: 'change',
    actor: input.actor,
    next: input.next,
    ticketId: null,
    attemptId: null,
    sparedSessionId: input.sessionId,
    ...(input.onBegun ? { onBegun: input.onBegun } : {}),
    judge: (passwords, ref, knows) => passwords.faultsOf?.(ref, input.next, knows) ?? Promise.resolve([]),
    write: (passwords, ref, knows) => passwords.change(ref, input.old, input.next, knows),
  })
  if (written.kind === 'applied') return
  if (written.reasons.some(({ reason }) => reason === 'current_wrong')) throw currentWrong()
  throw new PasswordRejected(written.reasons)
}
