import type { Actor } from '../audit/module.ts'
import { type ChangeDeps, changeGrant } from './change-grant.ts'
import type { AccessDeps } from './deps.ts'
import { grantEndedAlready, grantNotFound } from './errors.ts'
import { requireOtherAdministrator } from './last-administrator.ts'
import { findGrant } from './store-grants.ts'
import type { Grant } from './types.ts'

/** An administrator takes a role from a person, with a reason the trail keeps. */
export async function revokeGrant(
  deps: ChangeDeps & Pick<AccessDeps, 'db' | 'directory'>,
  input: { grantId: string; reason: string },
  actor: Actor,
): Promise<Grant> {
  return deps.db.transaction(async (tx) => {
    const found = await findGrant(tx, input.grantId)
    if (!found) throw grantNotFound()
    if (found.state === 'ended') throw grantEndedAlready()
    await requireOtherAdministrator(deps, tx, found)
    const event = { kind: 'end', now: deps.clock.now(), reason: 'revoked' } as const
    const { grant } = await changeGrant(deps, tx, { grantId: found.id, event, actor, reason: input.reason })
    return grant
  })
}
