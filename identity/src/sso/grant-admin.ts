import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'

/** Makes somebody an administrator by the console of the machine. Holding it already is success. */
export async function grantAdmin(
  deps: Pick<SsoDeps, 'access'>,
  tx: Tx,
  input: { personId: string; reason: string; source: 'bootstrap' | 'operator'; actor: Actor },
): Promise<void> {
  const { personId, reason, source, actor } = input
  const { kind, grantId } = await deps.access.grantRole(
    tx,
    {
      personId,
      roleId: await deps.access.productRoleId(tx, 'admin'),
      requestId: null,
      reason,
      durationDays: null,
      evidence: { source, approvals: [] },
    },
    actor,
  )
  if (kind === 'granted') await deps.access.startGrant(tx, grantId)
}
