import type { Reader } from '../platform/database/database.ts'
import { misconfigured } from './connectors/failures.ts'
import { directoryHolding } from './store/people-elsewhere.ts'

/**
 * A directory that is connected twice would make two people of everybody, and then an address of theirs says nobody: no
 * code would reach anyone. So the first reading ends at an entry that another directory has already, before anybody of
 * the page is added. Entries are named for good by their server, so the same name is the same entry. Later readings are
 * not held up: whoever moves from one branch to another is for a while in both.
 */
export async function refuseSecondReading(
  r: Reader,
  directory: { id: string; kind: string },
  refs: readonly string[],
): Promise<void> {
  const name = await directoryHolding(r, directory, refs)
  if (name !== null) {
    throw misconfigured(`The people of this directory are read already, as those of “${name}”. Nobody is read twice.`)
  }
}
