import type { Reader } from '../platform/database/database.ts'
import { conflictsOf } from './store-conflicts.ts'
import { heldGrantsOf } from './store-grants.ts'
import { findRoles } from './store-roles.ts'
import type { Role } from './types.ts'

/**
 * Roles a person holds, or is about to, that should not be held together with another one (separation of duties). It is
 * shown to whoever decides and forbids nothing: companies have reasons, and the decision is theirs, with a comment.
 */
export async function conflictsHeld(reader: Reader, personId: string, roleId: string): Promise<Role[]> {
  const conflicting = await conflictsOf(reader, roleId)
  if (conflicting.length === 0) return []
  const held = new Set((await heldGrantsOf(reader, personId)).map((grant) => grant.roleId))
  return findRoles(
    reader,
    conflicting.filter((id) => held.has(id)),
  )
}
