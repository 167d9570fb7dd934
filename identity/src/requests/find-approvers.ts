import type { Access } from '../access/module.ts'
import type { Directory } from '../directory/module.ts'
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
  const found: string[] = []
  for (const source of sourcesAt(stage, level)) found.push(...(await namedBy(deps, reader, about, source)))
  const people = await deps.directory.people(reader, [...new Set(found)])
  return people.filter((person) => person.state === 'active').map((person) => person.id)
}

async function namedBy(
  deps: FindApproversDeps,
  reader: Reader,
  about: About,
  source: ApproverSource,
): Promise<string[]> {
  switch (source.kind) {
    case 'manager': {
      const manager = await deps.directory.managerOf(reader, about.beneficiaryId)
      return manager ? [manager.id] : []
    }
    case 'role_owner':
      return deps.access.ownersOf(reader, about.roleId)
    case 'administrators':
      return deps.access.administrators(reader)
    case 'group':
      return (await deps.directory.membersOf(reader, source.groupId)).map((person) => person.id)
    case 'person':
      return [source.personId]
  }
}
