/** Ids as people read them: who somebody is, and what a directory is called. */
import type { PersonSummary } from '@hallpass/contract/common'
import type { Reader } from '../platform/database/database.ts'
import type { DeskDeps } from './deps.ts'
import type { Case } from './types.ts'

export type Names = (personId: string) => PersonSummary

/** People by id; somebody who can no longer be read is shown without a name rather than not at all. */
export async function namesOf(
  deps: { directory: Pick<DeskDeps['directory'], 'people' | 'summary'> },
  r: Reader,
  personIds: readonly string[],
): Promise<Names> {
  const people = await deps.directory.people(r, [...new Set(personIds)])
  const byId = new Map(people.map((person) => [person.id, deps.directory.summary(person)]))
  return (id) => byId.get(id) ?? { id, displayName: '', title: null, mail: null }
}

export type DirectoryNames = (directoryId: string) => { id: string; name: string }

export async function directoriesIn(
  deps: { directory: Pick<DeskDeps['directory'], 'everyDirectory'> },
  r: Reader,
  cases: readonly Pick<Case, 'directoryId'>[],
): Promise<DirectoryNames> {
  const ids = new Set(cases.map((each) => each.directoryId))
  const all = await deps.directory.everyDirectory(r)
  const byId = new Map(all.filter(({ id }) => ids.has(id)).map(({ id, name }) => [id, { id, name }]))
  return (id) => byId.get(id) ?? { id, name: '' }
}

export const wireTime = (at: Date | null): string | null => (at === null ? null : at.toISOString())
