import type { Tx } from '../platform/database/database.ts'
import type { JobPayload } from '../platform/jobs/jobs.ts'
import { tell } from './change-grant.ts'
import type { AccessDeps } from './deps.ts'
import { sweepBatch } from './expire-grants.ts'
import { heldGrantsOfRoleAfter } from './store-sweeps.ts'
import type { Role } from './types.ts'

export const announceTask = 'access.announce-role'

/** Queues the telling of a role's grants that what they give has changed. */
export async function announceRole(deps: Pick<AccessDeps, 'jobs'>, tx: Tx, role: Role): Promise<void> {
  await enqueue(deps, tx, { roleId: role.id, version: role.version, after: null })
}

/** The job: tells of one batch and, in the same transaction, queues the next; killed at any instant it goes on where it was. */
export async function announceBatch(
  deps: Pick<AccessDeps, 'db' | 'jobs' | 'events'>,
  payload: JobPayload,
): Promise<void> {
  const { roleId, version, after } = payload as { roleId: string; version: number; after: string | null }
  await deps.db.transaction(async (tx) => {
    const grants = await heldGrantsOfRoleAfter(tx, roleId, after, sweepBatch)
    for (const grant of grants) await tell(deps, tx, grant)
    const last = grants[sweepBatch - 1]
    if (last) await enqueue(deps, tx, { roleId, version, after: last.id })
  })
}

/** One walk per version of the role: a second edit starts its own from the beginning. */
function enqueue(
  deps: Pick<AccessDeps, 'jobs'>,
  tx: Tx,
  payload: { roleId: string; version: number; after: string | null },
) {
  return deps.jobs.enqueue(tx, {
    task: announceTask,
    payload,
    key: `${announceTask}:${payload.roleId}:${payload.version}`,
  })
}
