import type { Principal } from '../platform/http/principal.ts'
import type { Actor } from './types.ts'

/** Who is behind a call, for the trail. */
export function actorOf(call: { principal: Principal | undefined; address: string; requestId: string }): Actor {
  const { principal, address, requestId } = call
  if (!principal) return { kind: 'anonymous', address, requestId }
  return { kind: 'person', personId: principal.personId, address, requestId }
}
