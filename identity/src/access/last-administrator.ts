import type { Tx } from '../platform/database/database.ts'
import type { AccessDeps } from './deps.ts'
import { lastAdministrator } from './errors.ts'
import { findRole, lockRole } from './store-roles.ts'
import { holdersOfProductRole } from './store-use.ts'
import type { Grant } from './types.ts'

/**
 * Fails when ending this grant would leave nobody who can administer Hallpass. The role's row is locked first, so that
 * two administrators who take it from each other at the same instant do not both succeed.
 */
export async function requireOtherAdministrator(
  deps: Pick<AccessDeps, 'directory' | 'clock'>,
  tx: Tx,
  grant: Grant,
): Promise<void> {
  if ((await findRole(tx, grant.roleId))?.productRole !== 'admin' || grant.state !== 'active') return
  await lockRole(tx, grant.roleId)
  const holders = await holdersOfProductRole(tx, 'admin', deps.clock.now())
  const others = holders.filter((personId) => personId !== grant.personId)
  const people = await deps.directory.people(tx, others)
  if (!people.some((person) => person.state === 'active')) throw lastAdministrator()
}
