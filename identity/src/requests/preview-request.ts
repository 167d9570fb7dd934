import type { RequestPreview } from '@hallpass/contract/requests'
import type { Access } from '../access/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader } from '../platform/database/database.ts'
import { type DescribeDeps, namesOf, rolesIn } from './describe-requests.ts'
import { roleNotFound } from './errors.ts'
import { type FindApproversDeps, findApprovers } from './find-approvers.ts'
import { eligibleApprovers, levelAfter } from './policy.ts'
import { policyInForce } from './policy-in-force.ts'
import { leadTimeOf } from './store.ts'
import { openRequestFor } from './store-lists.ts'
import type { Approval, Level, PolicySnapshot, PolicyStage } from './types.ts'

export type PreviewRequestDeps = DescribeDeps &
  FindApproversDeps & { access: Pick<Access, 'conflictsHeld' | 'role' | 'mayRequest' | 'heldGrant'>; clock: Clock }
export type PreviewRequestInput = { personId: string; roleId: string; durationDays?: number | undefined }

const dayMs = 24 * 3_600_000
/** How many fulfilled requests the typical time is measured over. */
export const leadTimeSample = 50

/** What asking would lead to, as things are now: the same rules and look-ups as the real thing, without the request. */
export async function previewRequest(
  deps: PreviewRequestDeps,
  reader: Reader,
  { personId, roleId, durationDays }: PreviewRequestInput,
): Promise<RequestPreview> {
  const role = await deps.access.role(reader, roleId)
  const held = role ? await deps.access.heldGrant(reader, personId, roleId) : null
  if (!role || (!held && !(await deps.access.mayRequest(reader, personId, roleId)))) throw roleNotFound()

  const policy = await policyInForce(reader, roleId, personId)
  const stages: (Found & { stage: PolicyStage })[] = []
  const needed: Approval[] = []
  for (const [index, stage] of policy.rules.stages.entries()) {
    const found = await whoDecides(deps, reader, { personId, roleId, policy, index, stage, approvals: needed })
    stages.push({ stage, ...found })
    if (found.approverIds.length === stage.quorum)
      needed.push(...found.approverIds.map((id) => approvalBy(index, id, deps.clock.now())))
  }
  const names = await namesOf(
    deps,
    reader,
    stages.flatMap((found) => found.approverIds),
  )
  const roles = await rolesIn(deps, reader, [{ roleId }])
  const days = durationDays ?? role.daysDefault ?? role.daysMax
  return {
    role: roles(roleId),
    stages: stages.map(({ stage, level, approverIds, problem }) => ({
      name: stage.name,
      level,
      quorum: stage.quorum,
      approvers: approverIds.map(names),
      denyAfterHours: stage.denyAfterHours,
      problem,
    })),
    durationDays: days,
    durationDaysMax: role.daysMax,
    untilIfGivenNow: days === null ? null : new Date(deps.clock.now().getTime() + days * dayMs).toISOString(),
    alreadyHeld: held !== null,
    conflicts: (await deps.access.conflictsHeld(reader, personId, roleId)).map(({ id, name }) => ({ id, name })),
    openRequestId: await openRequestFor(reader, personId, roleId),
    typicalSeconds: (await leadTimeOf(reader, roleId, leadTimeSample)).medianSeconds,
  }
}

type Found = { level: Level; approverIds: string[]; problem: string | null }
type Where = {
  personId: string
  roleId: string
  policy: PolicySnapshot
  index: number
  stage: PolicyStage
  /** Of people whose approval an earlier stage cannot do without. */
  approvals: readonly Approval[]
}

async function whoDecides(deps: PreviewRequestDeps, reader: Reader, at: Where): Promise<Found> {
  const { personId, roleId, policy, index, stage, approvals } = at
  const about = { requesterId: personId, beneficiaryId: personId, approvals, policy }
  for (let level: Level | null = 'first'; level; level = levelAfter(stage, level)) {
    const candidates = await findApprovers(deps, reader, { beneficiaryId: personId, roleId }, stage, level)
    const approverIds = eligibleApprovers(about, index, candidates)
    if (approverIds.length >= stage.quorum) return { level, approverIds, problem: null }
  }
  const problem = `Nobody who may decide “${stage.name}” could be found; the request would be denied.`
  return { level: 'escalated', approverIds: [], problem }
}

function approvalBy(stage: number, approverId: string, at: Date): Approval {
  return { stage, approverId, state: 'approved', askedAt: at, decidedAt: at, comment: null }
}
