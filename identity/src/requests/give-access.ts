import type { Access, Evidence } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { RequestEvent } from './decide.ts'
import type { Request } from './types.ts'

export type GiveAccessDeps = { access: Pick<Access, 'grantRole' | 'extendGrant' | 'grant'> }

/** Makes or extends the grant in the transaction of the last approval, with the evidence of who asked and who approved. */
export async function giveAccess(deps: GiveAccessDeps, tx: Tx, request: Request, actor: Actor): Promise<RequestEvent> {
  return request.kind === 'extend' ? extend(deps, tx, request, actor) : grant(deps, tx, request, actor)
}

async function grant(deps: GiveAccessDeps, tx: Tx, request: Request, actor: Actor): Promise<RequestEvent> {
  const { grantId, kind } = await deps.access.grantRole(
    tx,
    {
      personId: request.beneficiaryId,
      roleId: request.roleId,
      requestId: request.id,
      reason: request.reason,
      durationDays: request.durationDays,
      evidence: {
        source: 'request',
        askedBy: request.requesterId,
        askedAt: request.createdAt.toISOString(),
        policy: { id: request.policy.id, name: nameOf(request), version: request.policy.version },
        approvals: approvalsOf(request),
      },
    },
    actor,
  )
  if (kind === 'granted') return { kind: 'granted', grantId, isActive: false }
  // Already has it is success; what is pending settles with whoever made it.
  const held = await deps.access.grant(tx, grantId)
  return { kind: 'granted', grantId, isActive: held?.state === 'active' }
}

async function extend(deps: GiveAccessDeps, tx: Tx, request: Request, actor: Actor): Promise<RequestEvent> {
  const grantId = request.grantId ?? ''
  const days = request.durationDays ?? 0
  const result = await deps.access.extendGrant(tx, grantId, days, request.id, actor, approvalsOf(request))
  if (result.kind === 'not_active') return { kind: 'withdrawn', why: 'extended_access_ended' }
  return { kind: 'granted', grantId, isActive: true }
}

function approvalsOf(request: Request): Evidence['approvals'] {
  return request.approvals.flatMap((approval) =>
    approval.state === 'approved' && approval.decidedAt
      ? {
          stage: request.policy.rules.stages[approval.stage]?.name ?? String(approval.stage + 1),
          approverId: approval.approverId,
          at: approval.decidedAt.toISOString(),
          ...(approval.comment ? { comment: approval.comment } : {}),
        }
      : [],
  )
}

function nameOf(request: Request): string {
  if (request.policy.version === 0) return 'Built-in policy'
  return request.policy.roleId ? 'Policy of the role' : 'Default policy'
}
