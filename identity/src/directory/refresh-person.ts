import { applyPeople } from './apply-people.ts'
import type { SliceDeps } from './deps.ts'
import { directoryById, noteSync } from './store/directories.ts'
import { personById, toPerson } from './store/people.ts'
import type { Person } from './types.ts'

/**
 * Reads one person again from their directory, now. Somebody who is not found is not gone by that alone: the directory
 * is swept next, with its guard. Throws what the connector throws; null when the person is not known here.
 */
export async function refreshPerson(deps: SliceDeps, personId: string): Promise<Person | null> {
  const before = await personById(deps.db, personId)
  const directory = before && (await directoryById(deps.db, before.directory_id))
  if (!before || !directory) return null
  const record = await deps.connectors.of(directory).get({ key: before.ref })
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    if (record === null) return await noteSync(tx, directory.id, { next_sync_at: now, next_sweep_at: now })
    const actor = { kind: 'system', name: 'directory.refresh' } as const
    await applyPeople(deps, tx, { directoryId: directory.id, records: [record], actor })
  })
  const after = await personById(deps.db, personId)
  return after && toPerson(after)
}
