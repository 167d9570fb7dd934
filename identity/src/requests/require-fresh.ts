import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { decisionPaused, directoryStale } from './errors.ts'

export type RequireFreshDeps = { directory: Pick<Directory, 'people' | 'isFresh' | 'isPaused'> }

/**
 * Nothing is decided on facts that nobody has looked at for a while (security D): fails when the directory of one of these
 * people could not be read lately, or is paused. Whoever left in the meantime would still look active. Of whoever is known
 * to be gone nothing more has to be read: what rested on them is looked at where it is decided.
 */
export async function requireFresh(
  deps: RequireFreshDeps,
  reader: Reader,
  personIds: readonly string[],
): Promise<void> {
  const [personId] = await notFresh(deps, reader, personIds)
  if (personId !== undefined)
    throw (await deps.directory.isPaused(reader, personId)) ? decisionPaused() : directoryStale()
}

/** Those of them of whom nothing is known just now. */
export async function notFresh(
  deps: RequireFreshDeps,
  reader: Reader,
  personIds: readonly string[],
): Promise<Set<string>> {
  const people = await deps.directory.people(reader, [...new Set(personIds)])
  const known = people.filter(({ state }) => state !== 'gone')
  const oneOfEach = new Map(known.map((person) => [person.directoryId, person.id]))
  const stale = new Set<string>()
  for (const [directoryId, personId] of oneOfEach)
    if (!(await deps.directory.isFresh(reader, personId))) stale.add(directoryId)
  return new Set(known.flatMap(({ id, directoryId }) => (stale.has(directoryId) ? [id] : [])))
}
