import type { Tx } from '../../platform/database/database.ts'
import type { ServiceNowDeps } from './deps.ts'
import { type Match, type MatchDeps, matchPerson } from './match-person.ts'
import type { ReadOrder, SnowUser } from './read-orders.ts'
import type { Connection, MatchBy } from './types.ts'

export type ForeseeOrderDeps = MatchDeps & { access: Pick<ServiceNowDeps['access'], 'role'> }

/** What deciding looks at is asked for in the trip that locks the item; the transaction remembers it. */
export async function foreseeOrder(
  deps: ForeseeOrderDeps,
  tx: Tx,
  { settings }: Connection,
  read: ReadOrder,
): Promise<void> {
  const approvers = read.approvals.filter(({ state }) => state === 'approved').map((each) => each.approverSysId)
  const named = [read.requestedFor, read.openedBy, ...approvers].flatMap((sysId) => read.users.get(sysId) ?? [])
  const roleIds = read.chosen.flatMap((chosen) => (typeof chosen === 'string' ? [] : [chosen.roleId]))
  await Promise.all([
    ...named.map((user) => whoIs(deps, tx, settings.matchBy, user)),
    ...roleIds.map((roleId) => deps.access.role(tx, roleId)),
  ])
}

const matchesKey = Symbol('who people of the instance are')

/** Of several items in one transaction most have the same approvers. */
export function whoIs(deps: MatchDeps, tx: Tx, by: MatchBy, user: SnowUser): Promise<Match> {
  const known = tx.memo(matchesKey, () => new Map<string, Promise<Match>>())
  const found = known.get(user.sysId) ?? matchPerson(deps, tx, by, user)
  known.set(user.sysId, found)
  return found
}
