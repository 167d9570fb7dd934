import type { Tx } from '../platform/database/database.ts'
import { endGrants } from './change-grant.ts'
import type { AccessDeps } from './deps.ts'
import { lockHeldGrantsOf } from './store-grants.ts'
import { forgetSuspended } from './store-sweeps.ts'

type Deps = Pick<AccessDeps, 'db' | 'audit' | 'events' | 'clock' | 'directory'>

/** A person whose directory no longer has them holds nothing. The fact is read again: they may be back by now. */
export async function onPersonGone(deps: Deps, personId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const person = await deps.directory.person(tx, personId)
    if (person?.state !== 'gone') return
    await endAllOf(deps, tx, personId, 'person_gone')
  })
}

/** Ends everything a person holds, for one reason. */
export async function endAllOf(
  deps: Pick<Deps, 'audit' | 'events' | 'clock'>,
  tx: Tx,
  personId: string,
  reason: 'person_gone' | 'disabled_too_long',
): Promise<number> {
  const grants = await lockHeldGrantsOf(tx, personId)
  const actor = {
    kind: 'system',
    name: `access.${reason === 'person_gone' ? 'on-person-gone' : 'end-disabled'}`,
  } as const
  await endGrants(deps, tx, { grants, now: deps.clock.now(), reason, actor })
  await forgetSuspended(tx, [personId])
  return grants.length
}
