import type { Access } from '../access/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import type { RequestEvent } from './decide.ts'
import { type FindApproversDeps, findApprovers } from './find-approvers.ts'
import type { OutcomeCode } from './outcomes.ts'
import type { Request } from './types.ts'

export type VerifyRequestDeps = FindApproversDeps & {
  directory: Pick<Directory, 'isActive'>
  access: Pick<Access, 'role' | 'mayRequest' | 'grant'>
}

/**
 * Looks at everything once more, in the transaction that grants (security C.14): the people, the role, and for every
 * stage who could approve it now. Says what it saw; `decide` says what follows.
 */
export async function verifyRequest(
  deps: VerifyRequestDeps,
  reader: Reader,
  request: Request,
): Promise<Extract<RequestEvent, { kind: 'verified' }>> {
  const obstacle = await obstacleTo(deps, reader, request)
  if (obstacle) return { kind: 'verified', obstacle, candidates: [] }
  const candidates: string[][] = []
  for (const [index, stage] of request.policy.rules.stages.entries()) {
    const level = request.stages[index]?.level ?? 'first'
    candidates.push(await findApprovers(deps, reader, request, stage, level))
  }
  return { kind: 'verified', obstacle: null, candidates }
}

async function obstacleTo(deps: VerifyRequestDeps, reader: Reader, request: Request): Promise<OutcomeCode | null> {
  for (const personId of new Set([request.requesterId, request.beneficiaryId]))
    if (!(await deps.directory.isActive(reader, personId))) return 'asker_inactive'
  const role = await deps.access.role(reader, request.roleId)
  if (role?.state !== 'active') return 'role_unused'
  if (request.kind === 'grant')
    return (await deps.access.mayRequest(reader, request.beneficiaryId, role.id)) ? null : 'not_offered'
  const grant = request.grantId ? await deps.access.grant(reader, request.grantId) : null
  const isHeld = grant?.state === 'active' && grant.personId === request.beneficiaryId
  return isHeld ? null : 'extended_access_ended'
}
