import type { Access } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { lockRequest } from './store.ts'

export type TakeBackExternalDeps = { access: Pick<Access, 'grant' | 'endGrant'> }

/**
 * The ticket behind a request was cancelled or closed in the other system: what it gave ends, and the request with it where
 * it was still being fulfilled. Access that was held before, or that another request gave, is none of its business; nor is a
 * request that waits for approval, because it was asked for here: what comes from a ticket is decided as it is recorded.
 * Safe to repeat.
 */
export async function takeBackExternal(
  deps: TakeBackExternalDeps,
  tx: Tx,
  { requestId, actor }: { requestId: string; actor: Actor },
): Promise<'ended' | 'nothing'> {
  const request = await lockRequest(tx, requestId)
  if (!request?.grantId) return 'nothing'
  const grant = await deps.access.grant(tx, request.grantId)
  if (!grant || grant.requestId !== request.id || grant.state === 'ended') return 'nothing'
  // Whoever listens to a grant that ends withdraws the request, if it was still being fulfilled.
  await deps.access.endGrant(tx, grant.id, 'revoked', actor)
  return 'ended'
}
