import type { Person } from '../../directory/module.ts'
import type { ServiceNowDeps } from './deps.ts'
import { matchPerson, type NamedPerson } from './match-person.ts'
import type { Connection } from './types.ts'

export type ReachablePersonDeps = Pick<ServiceNowDeps, 'db' | 'directory' | 'access' | 'audit'>

/** As the trail names what was asked for. */
export type Asked =
  | 'challenge.started'
  | 'password.reset'
  | 'password.changed'
  | 'account.unlocked'
  | 'lock_state.shown'

/**
 * Somebody this door may act on: known, active, and neither protected in their directory nor with power over Hallpass
 * itself. Null for everybody else, which a caller answers like a stranger; who reached for whom is in the trail, also
 * where the account is switched off (security A.1).
 */
export async function reachablePerson(
  deps: ReachablePersonDeps,
  connection: Connection,
  input: { person: NamedPerson; asked: Asked },
): Promise<Person | null> {
  const match = await matchPerson(deps, deps.db, connection.settings.matchBy, input.person)
  if (match.kind !== 'one') return null
  const { person } = match
  const isProtected = await deps.directory.isProtected(deps.db, person.id)
  if (!isProtected && (await deps.access.productRoles(deps.db, person.id)).size === 0)
    return person.state === 'active' ? person : null
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, {
      action: 'out_of_reach.refused',
      actor: { kind: 'system', name: 'servicenow' },
      subjects: { personId: person.id },
      after: {
        asked: input.asked,
        because: isProtected ? 'protected' : 'product_role',
        connectionId: connection.id,
      },
    }),
  )
  return null
}
