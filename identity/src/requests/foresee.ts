import type { Access } from '../access/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { sourcesAt } from './policy.ts'
import type { Request } from './types.ts'

export type ForeseeDeps = {
  directory: Pick<Directory, 'people' | 'membersOf' | 'groupsOf' | 'isFresh'>
  access: Pick<Access, 'role' | 'apps' | 'appsOfRole' | 'mayRequest'>
}

/**
 * Reads what a decision about this request will look at, in one trip to the database instead of one after the other. The
 * transaction remembers each of these facts, so whoever looks at them next waits for nothing; what is missing here is
 * only slower. Nothing is decided here.
 */
export async function foresee(deps: ForeseeDeps, tx: Tx, request: Request, personId: string): Promise<void> {
  const { directory, access } = deps
  const { requesterId, beneficiaryId, roleId, approvals } = request
  const people = [...new Set([requesterId, beneficiaryId, personId, ...approvals.map((each) => each.approverId)])]
  await Promise.all([
    access.role(tx, roleId),
    foreseeApps(access, tx, roleId),
    readPeople(deps, tx, people, personId),
    ...groupsAskedFrom(request).map((groupId) => directory.membersOf(tx, groupId)),
    isLastStage(request) ? access.mayRequest(tx, beneficiaryId, roleId) : null,
  ])
}

async function readPeople({ directory }: ForeseeDeps, tx: Tx, ids: string[], personId: string): Promise<void> {
  const people = await directory.people(tx, ids)
  if (people.some(({ id }) => id === personId)) await directory.isFresh(tx, personId)
}

/** The apps that a role carries, which whoever is answered is told too. */
export async function foreseeApps(access: Pick<Access, 'apps' | 'appsOfRole'>, tx: Tx, roleId: string): Promise<void> {
  const carried = await access.appsOfRole(tx, roleId)
  await access.apps(
    tx,
    carried.map(({ appId }) => appId),
  )
}

const isLastStage = ({ stage, policy }: Request): boolean => stage >= policy.rules.stages.length - 1

/** Of this stage and the next, or of all where the last one may give the access. */
function groupsAskedFrom(request: Request): string[] {
  const { stage, stages, policy } = request
  const from = isLastStage(request) ? 0 : stage
  const looked = policy.rules.stages.slice(from, stage + 2)
  const sources = looked.flatMap((each, index) => sourcesAt(each, stages[from + index]?.level ?? 'first'))
  return [...new Set(sources.flatMap((source) => (source.kind === 'group' ? [source.groupId] : [])))]
}
