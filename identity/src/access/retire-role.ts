import type { Actor } from '../audit/module.ts'
import type { JobPayload } from '../platform/jobs/jobs.ts'
import { endGrants } from './change-grant.ts'
import type { AccessDeps } from './deps.ts'
import { partsOf } from './edit-role.ts'
import { builtInRole, roleNotFound } from './errors.ts'
import { roleChanged } from './events.ts'
import { sweepBatch } from './expire-grants.ts'
import { roleFacts } from './role-rules.ts'
import { findApps } from './store-apps.ts'
import { findRole, lockRole, saveRole } from './store-roles.ts'
import { lockHeldGrantsOfRole } from './store-sweeps.ts'
import type { Role } from './types.ts'

export const retireRoleTask = 'access.end-role-grants'

/** Takes a role out of use: from this instant it gives nothing; its grants end by a job, in batches. Safe to repeat. */
export async function retireRole(
  deps: Pick<AccessDeps, 'db' | 'jobs' | 'events' | 'audit' | 'clock'>,
  input: { roleId: string; reason: string },
  actor: Actor,
): Promise<Role> {
  return deps.db.transaction(async (tx) => {
    const before = await lockRole(tx, input.roleId)
    if (!before) throw roleNotFound()
    if (before.productRole !== null) throw builtInRole()
    if (before.state === 'retired') return before
    const parts = await partsOf(tx, before.id)
    const appIds = parts.apps.map((app) => app.appId)
    const role: Role = { ...before, state: 'retired', version: before.version + 1 }
    await saveRole(tx, role, { ...parts, carried: await findApps(tx, appIds) }, deps.clock.now())
    deps.audit.record(tx, {
      action: 'role.retired',
      actor,
      subjects: { roleId: role.id },
      reason: input.reason,
      before: roleFacts(before, parts),
      after: roleFacts(role, parts),
    })
    await deps.events.emit(tx, roleChanged, { roleId: role.id, appIds })
    await deps.jobs.enqueue(tx, {
      task: retireRoleTask,
      payload: { roleId: role.id },
      key: `${retireRoleTask}:${role.id}`,
    })
    return role
  })
}

/** The job: ends the grants of a retired role, batch by batch. */
export async function endRoleGrants(
  deps: Pick<AccessDeps, 'db' | 'events' | 'audit' | 'clock'>,
  payload: JobPayload,
): Promise<void> {
  const { roleId } = payload as { roleId: string }
  for (let count = sweepBatch; count === sweepBatch; ) {
    count = await deps.db.transaction(async (tx) => {
      if ((await findRole(tx, roleId))?.state !== 'retired') return 0
      const grants = await lockHeldGrantsOfRole(tx, roleId, sweepBatch)
      const actor = { kind: 'system', name: retireRoleTask } as const
      await endGrants(deps, tx, { grants, now: deps.clock.now(), reason: 'role_retired', actor })
      return grants.length
    })
  }
}
