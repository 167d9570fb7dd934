import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { endGrants, factsOf, subjectsOf, tell } from './change-grant.ts'
import { allowedDays, isHeld } from './decide.ts'
import type { AccessDeps } from './deps.ts'
import { personNotActive, roleNotFound, roleRetired } from './errors.ts'
import { findHeldGrant, insertGrant, lockGrant } from './store-grants.ts'
import { findRole } from './store-roles.ts'
import type { Evidence, Grant } from './types.ts'

export type GrantRoleInput = {
  personId: string
  roleId: string
  requestId: string | null
  reason: string
  /** Counts from fulfilment. Null means without end, where the role allows it; never longer than the role allows. */
  durationDays: number | null
  evidence: Evidence
}

export type GrantRoleResult =
  | { kind: 'granted'; grantId: string; durationDays: number | null }
  | { kind: 'already_held'; grantId: string }

/**
 * Gives a person a role: the grant is pending until its accounts are there. Holding it already is success.
 * Throws a conflict when the role is retired or the person is not active: nothing is granted on old facts.
 */
export async function grantRole(
  deps: Pick<AccessDeps, 'audit' | 'events' | 'clock' | 'ids' | 'directory'>,
  tx: Tx,
  input: GrantRoleInput,
  actor: Actor,
): Promise<GrantRoleResult> {
  const role = await findRole(tx, input.roleId)
  if (!role) throw roleNotFound()
  if (role.state === 'retired') throw roleRetired()
  if (!(await deps.directory.isActive(tx, input.personId))) throw personNotActive()

  const now = deps.clock.now()
  const grant: Grant = {
    id: deps.ids.next(),
    personId: input.personId,
    roleId: input.roleId,
    state: 'pending',
    requestId: input.requestId,
    reason: input.reason,
    durationDays: allowedDays(input.durationDays, role.daysMax),
    evidence: input.evidence,
    grantedAt: now,
    startedAt: null,
    endsAt: null,
    endedAt: null,
    endReason: null,
    version: 1,
  }
  const held = await insertUnlessHeld(deps, tx, grant, now)
  if (held) return { kind: 'already_held', grantId: held.id }
  deps.audit.record(tx, {
    action: 'grant.made',
    actor,
    subjects: subjectsOf(grant),
    reason: grant.reason,
    after: factsOf(grant),
  })
  await tell(deps, tx, grant)
  return { kind: 'granted', grantId: grant.id, durationDays: grant.durationDays }
}

/** The grant that stands in the way, or null once the new one is in. A due one the sweep has not reached yet is over: it makes room. */
async function insertUnlessHeld(
  deps: Pick<AccessDeps, 'audit' | 'events'>,
  tx: Tx,
  grant: Grant,
  now: Date,
): Promise<Grant | null> {
  while (!(await insertGrant(tx, grant))) {
    const found = await findHeldGrant(tx, grant.personId, grant.roleId)
    if (!found) continue // it ended between the two statements
    if (isHeld(found, now)) return found
    const due = await lockGrant(tx, found.id)
    if (due && due.state !== 'ended' && !isHeld(due, now))
      await endGrants(deps, tx, {
        grants: [due],
        now,
        reason: 'expired',
        actor: { kind: 'system', name: 'access.expire-grants' },
      })
  }
  return null
}
