import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { applyPeople } from './apply-people.ts'
import { protectedIdentity } from './connectors/failures.ts'
import type { SliceDeps } from './deps.ts'
import { notBuiltIn, oneself, personUnknown } from './errors.ts'
import { isProtected } from './out-of-reach.ts'
import { directoryById } from './store/directories.ts'
import { personById, toPerson } from './store/people.ts'
import type { Person } from './types.ts'

export type SetPersonEnabled = { personId: string; enabled: boolean; reason: string; actor: Actor }

/**
 * Disables or enables a person of a built-in directory; what follows from it happens in the same transaction. Somebody out
 * of reach stays as they are (security A.1), and that it was tried is in the trail.
 */
export async function setPersonEnabled(deps: SliceDeps, input: SetPersonEnabled): Promise<Person> {
  const { personId, actor, reason } = input
  if ((await personById(deps.db, personId)) !== null && (await isProtected(deps.db, personId))) {
    const asked = input.enabled ? 'person.enabled' : 'person.disabled'
    await deps.db.transaction(async (tx) =>
      deps.audit.record(tx, {
        action: 'out_of_reach.refused',
        actor,
        subjects: { personId },
        reason,
        after: { asked },
      }),
    )
    throw protectedIdentity()
  }
  return await deps.db.transaction((tx) => setEnabled(deps, tx, input))
}

async function setEnabled(deps: SliceDeps, tx: Tx, input: SetPersonEnabled): Promise<Person> {
  const person = await personById(tx, input.personId)
  if (person === null) throw personUnknown()
  if (!input.enabled && input.actor.kind === 'person' && input.actor.personId === person.id) throw oneself()
  const directory = await directoryById(tx, person.directory_id)
  const connector = directory && deps.connectors.within(tx, directory)
  if (!connector?.accounts) throw notBuiltIn()
  const ref = { key: person.ref }
  await (input.enabled ? connector.accounts.enable(ref) : connector.accounts.disable(ref))
  const record = await connector.get(ref)
  const { directory_id: directoryId } = person
  await applyPeople(deps, tx, {
    directoryId,
    records: record ? [record] : [],
    actor: input.actor,
    reason: input.reason,
  })
  const after = await personById(tx, person.id)
  if (after === null) throw personUnknown()
  return toPerson(after)
}
