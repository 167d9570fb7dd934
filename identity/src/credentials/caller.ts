import type { Actor } from '../audit/module.ts'

/** Where a call comes from that nobody is signed in for. */
export type Caller = { address: string; requestId: string }

/** For the trail: somebody who has not proved anything. */
export function asStranger({ address, requestId }: Caller): Actor {
  return { kind: 'anonymous', address, requestId }
}

/** For the trail: somebody who acts in a person's session and has not proved to be them. */
export function asUnproven(actor: Actor): Actor {
  if (actor.kind === 'operator' || actor.kind === 'system') return actor
  const { address, requestId } = actor
  return {
    kind: 'anonymous',
    ...(address === undefined ? {} : { address }),
    ...(requestId === undefined ? {} : { requestId }),
  }
}

/** For the trail: a person who gave proof for this one call. */
export function asPerson({ address, requestId }: Caller, personId: string): Actor {
  return { kind: 'person', personId, address, requestId }
}
