import type { Actor } from '../audit/module.ts'
import { type ChangeDeps, changeGrant } from './change-grant.ts'
import type { AccessDeps } from './deps.ts'
import { grantEndedAlready, grantNotFound } from './errors.ts'
import { requireOtherAdministrator } from './last-administrator.ts'
import { findGrant } from './store-grants.ts'
import type { Grant } from './types.ts'

/** Ends a grant of one's own. Another person's grant is answered like one that does not exist. */
export async function giveBack(
  deps: ChangeDeps & Pick<AccessDeps, 'db' | 'directory'>,
  input: { grantId: string; personId: string },
  actor: Actor,
): Promise<Grant> {
  return deps.db.transaction(async (tx) => {
    const found = await findGrant(tx, input.grantId)
    if (found?.personId !== input.personId) throw grantNotFound()
    if (found.state === 'ended') throw grantEndedAlready()
    await requireOtherAdministrator(deps, tx, found)
    const event = { kind: 'end', now: deps.clock.now(), reason: 'given_back' } as const
    const { grant } = await changeGrant(deps, tx, { grantId: found.id, event, actor })
    return grant
  })
}
