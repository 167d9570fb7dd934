import type { HeldInDirectory } from '@hallpass/contract/access'
import type { Reader } from '../platform/database/database.ts'
import type { AccessDeps } from './deps.ts'
import { directoryNotFound } from './errors.ts'
import { countHeld } from './store-held.ts'

/** What everybody of a directory holds together: what would end with them. Shown before a directory is removed. */
export async function heldInDirectory(
  deps: Pick<AccessDeps, 'directory'>,
  r: Reader,
  directoryId: string,
): Promise<HeldInDirectory> {
  if ((await deps.directory.directory(r, directoryId)) === null) throw directoryNotFound()
  return await countHeld(r, await deps.directory.memberIds(r, directoryId))
}
