import type { Tx } from '../platform/database/database.ts'
import { type ChangeDeps, changeGrant } from './change-grant.ts'
import { type TellAdministratorsDeps, tellProductRoleGiven } from './product-role-given.ts'

export type StartGrantResult = { kind: 'started' | 'already_active'; endsAt: Date | null } | { kind: 'ended' }

/** Pending → active once the accounts are there; the duration counts from now. Safe to repeat. */
export async function startGrant(
  deps: ChangeDeps & TellAdministratorsDeps,
  tx: Tx,
  grantId: string,
): Promise<StartGrantResult> {
  const { decision, grant } = await changeGrant(deps, tx, {
    grantId,
    event: { kind: 'start', now: deps.clock.now() },
    actor: { kind: 'system', name: 'access.start-grant' },
  })
  if (decision.kind === 'refused') return { kind: 'ended' }
  if (decision.kind === 'changed') await tellProductRoleGiven(deps, tx, grant)
  return { kind: decision.kind === 'changed' ? 'started' : 'already_active', endsAt: grant.endsAt }
}
