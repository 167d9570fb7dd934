import type { Reader } from '../platform/database/database.ts'
import { misconfigured } from './connectors/failures.ts'
import { directoryHolding } from './store/people-elsewhere.ts'

/**
 * A directory that is connected twice would make two people of everybody, and then an address of theirs says nobody: no
 * code would reach anyone. So before anybody is added the first reading looks through all its entries, and ends at one that
 * another directory has already. Entries are named for good by their server, so the same name is the same entry. Whoever
 * moves from one branch to another later is for a while in both; that holds nothing up.
 */
export async function refuseSecondReading(
  r: Reader,
  directory: { id: string; kind: string },
  refs: AsyncIterable<readonly string[]>,
): Promise<void> {
  for await (const page of refs) {
    const name = await directoryHolding(r, directory, page)
    if (name === null) continue
    throw misconfigured(`The people of this directory are read already, as those of “${name}”. Nobody is read twice.`)
  }
}
