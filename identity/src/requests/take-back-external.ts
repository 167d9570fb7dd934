import type { Access } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { type MoveRequestDeps, moveRequest } from './move-request.ts'
import { lockRequest } from './store.ts'

export type TakeBackExternalDeps = MoveRequestDeps & { access: Pick<Access, 'grant' | 'endGrant'> }

/**
 * The ticket behind a request was cancelled or closed in the other system: the request stops, or what it gave ends. Access
 * that was held before, or that another request gave, is none of its business. Safe to repeat.
 */
export async function takeBackExternal(
  deps: TakeBackExternalDeps,
  tx: Tx,
  { requestId, reason, actor }: { requestId: string; reason: string; actor: Actor },
): Promise<'stopped' | 'ended' | 'nothing'> {
  const request = await lockRequest(tx, requestId)
  if (!request) return 'nothing'
  if (request.state === 'waiting') {
    const outcome = await moveRequest(deps, tx, request, { kind: 'cancelled', by: request.requesterId, reason }, actor)
    return outcome.kind === 'moved' ? 'stopped' : 'nothing'
  }
  const grant = request.grantId === null ? null : await deps.access.grant(tx, request.grantId)
  if (!grant || grant.requestId !== request.id || grant.state === 'ended') return 'nothing'
  // Whoever listens to a grant that ends withdraws the request, if it was still being fulfilled.
  await deps.access.endGrant(tx, grant.id, 'revoked', actor)
  return 'ended'
}
