import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { type ChangeDeps, changeGrant } from './change-grant.ts'
import type { EndReason } from './types.ts'

export type EndGrantResult = { kind: 'ended' | 'already_ended' }

/** Ends a pending or active grant. Safe to repeat: the first reason stays. */
export async function endGrant(
  deps: ChangeDeps,
  tx: Tx,
  input: { grantId: string; reason: EndReason; note?: string },
  actor: Actor,
): Promise<EndGrantResult> {
  const { decision } = await changeGrant(deps, tx, {
    grantId: input.grantId,
    event: { kind: 'end', now: deps.clock.now(), reason: input.reason },
    actor,
    ...(input.note === undefined ? {} : { reason: input.note }),
  })
  return { kind: decision.kind === 'changed' ? 'ended' : 'already_ended' }
}
