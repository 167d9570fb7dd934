import type { Person } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import type { DeskDeps } from './deps.ts'
import type { SubjectFacts } from './obstacle.ts'

export type ReadSubjectDeps = {
  directory: Pick<DeskDeps['directory'], 'person' | 'directory' | 'isFresh' | 'isProtected' | 'groupsOf'>
  access: Pick<DeskDeps['access'], 'productRoles'>
}

/** What is known now of the person a case is about; null when they are not known here at all. */
export async function readSubject(
  deps: ReadSubjectDeps,
  r: Reader,
  personId: string,
): Promise<{ person: Person; facts: SubjectFacts } | null> {
  const person = await deps.directory.person(r, personId)
  if (!person) return null
  const groups = await deps.directory.groupsOf(r, personId)
  const facts = {
    isActive: person.state === 'active',
    isFresh: await deps.directory.isFresh(r, personId),
    isPaused: ((await deps.directory.directory(r, person.directoryId))?.pausedAt ?? null) !== null,
    isProtected: await deps.directory.isProtected(r, personId),
    roles: await deps.access.productRoles(r, personId),
    groupIds: groups.map((group) => group.id),
  }
  return { person, facts }
}
