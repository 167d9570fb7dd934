import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Secret } from '../platform/secret.ts'
import { type WritePasswordDeps, type Written, writePassword } from './write-password.ts'

export type ResetPasswordInput = {
  personId: string
  next: Secret
  actor: Actor
  /** `first` for somebody who never had a password. */
  kind: 'reset' | 'first'
  ticketId: string | null
  attemptId: string | null
  claim?: (tx: Tx) => Promise<void>
}

/**
 * Sets a new password in the directory that the person lives in, with the service's own right. The old one is dead
 * afterwards, every session has ended before, and nobody is signed in by it.
 */
export function resetPassword(deps: WritePasswordDeps, input: ResetPasswordInput): Promise<Written> {
  return writePassword(deps, {
    ...input,
    sparedSessionId: null,
    write: (passwords, ref, knows) => passwords.reset(ref, input.next, { mustChange: false, ...knows }),
  })
}
