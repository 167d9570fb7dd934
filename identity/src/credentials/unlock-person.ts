import type { ProductRole } from '@hallpass/contract/common'
import type { Actor } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { beyondDesk, ownUnlock, personUnknown } from './errors.ts'
import { type UnlockAccountDeps, unlockAccount } from './unlock-account.ts'

/** Which roles of the product a person holds; access, to the right, knows, and app.ts plugs it in. */
export type RolesOf = (r: Reader, personId: string) => Promise<ReadonlySet<ProductRole>>

export type UnlockPersonDeps = UnlockAccountDeps & {
  directory: UnlockAccountDeps['directory'] & Pick<Directory, 'person'>
  rolesOf: RolesOf
}

/**
 * An administrator or desk agent lets somebody else in again: for oneself it would sell tries at the own password to whoever
 * holds the session. An agent does not act on administrators, auditors or agents.
 */
export async function unlockPerson(
  deps: UnlockPersonDeps,
  input: { personId: string; reason: string; actor: Actor; roles: ReadonlySet<ProductRole> },
): Promise<void> {
  if (!(await deps.directory.person(deps.db, input.personId))) throw personUnknown()
  if (input.actor.kind === 'person' && input.actor.personId === input.personId) throw ownUnlock()
  if (!input.roles.has('admin') && (await deps.rolesOf(deps.db, input.personId)).size > 0) throw beyondDesk()
  const { personId, reason, actor } = input
  const door = input.roles.has('admin') ? 'administrator' : 'desk'
  const startedAt = deps.clock.now()
  await unlockAccount(deps, {
    personId,
    reason,
    actor,
    letRecover: true,
    isProven: true,
    door,
    caseId: null,
    startedAt,
  })
}
