import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { directoryStale } from './errors.ts'

export type RequireFreshDeps = { directory: Pick<Directory, 'people' | 'isFresh'> }

/**
 * Nothing is decided on facts that nobody has looked at for a while (security D): fails when the directory of one of these
 * people could not be read lately. Whoever left in the meantime would still look active.
 */
export async function requireFresh(
  deps: RequireFreshDeps,
  reader: Reader,
  personIds: readonly string[],
): Promise<void> {
  const people = await deps.directory.people(reader, [...new Set(personIds)])
  const oneOfEach = new Map(people.map((person) => [person.directoryId, person.id]))
  for (const personId of oneOfEach.values())
    if (!(await deps.directory.isFresh(reader, personId))) throw directoryStale()
}
