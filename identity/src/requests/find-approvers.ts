import type { Access } from '../access/module.ts'
import type { Directory, Person } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { sourcesAt } from './policy.ts'
import type { ApproverSource, Level, PolicyStage, Request } from './types.ts'

export type FindApproversDeps = {
  directory: Pick<Directory, 'people' | 'managerOf' | 'membersOf'>
  access: Pick<Access, 'ownersOf' | 'administrators'>
}

type About = Pick<Request, 'beneficiaryId' | 'roleId'>

/**
 * Whom a stage names at this moment, active people only. Who of them may decide this request is `policy.ts`'s question.
 * An empty answer never means yes.
 */
export async function findApprovers(
  deps: FindApproversDeps,
  reader: Reader,
  about: About,
  stage: PolicyStage,
  level: Level,
): Promise<string[]> {
  const found: Person[] = []
  for (const source of sourcesAt(stage, level)) found.push(...(await namedBy(deps, reader, about, source)))
  return [...new Set(found.filter((person) => person.state === 'active').map((person) => person.id))]
}

async function namedBy(
  deps: FindApproversDeps,
  reader: Reader,
  about: About,
  source: ApproverSource,
): Promise<Person[]> {
  const { directory, access } = deps
  switch (source.kind) {
    case 'manager': {
      const manager = await directory.managerOf(reader, about.beneficiaryId)
      return manager ? [manager] : []
    }
    case 'role_owner':
      return directory.people(reader, await access.ownersOf(reader, about.roleId))
    case 'administrators':
      return directory.people(reader, await access.administrators(reader))
    case 'group':
      return directory.membersOf(reader, source.groupId)
    case 'person':
      return directory.people(reader, [source.personId])
  }
}
