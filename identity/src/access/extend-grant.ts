import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { type ChangeDeps, changeGrant } from './change-grant.ts'
import { grantNotFound } from './errors.ts'
import { lockGrant } from './store-grants.ts'
import { findRole } from './store-roles.ts'
import type { EvidenceApproval } from './types.ts'

export type ExtendGrantInput = {
  grantId: string
  days: number
  requestId: string | null
  approvals?: EvidenceApproval[]
}
export type ExtendGrantResult = { kind: 'extended'; endsAt: Date } | { kind: 'without_end' } | { kind: 'not_active' }

/**
 * Adds days to what is left of an active grant, up to the role's longest duration counted from now.
 * The same request never adds twice, so that a repeated job is harmless.
 */
export async function extendGrant(
  deps: ChangeDeps,
  tx: Tx,
  input: ExtendGrantInput,
  actor: Actor,
): Promise<ExtendGrantResult> {
  const now = deps.clock.now()
  const before = await lockGrant(tx, input.grantId)
  if (!before) throw grantNotFound()
  if (wasCounted(before.evidence.extensions, input.requestId) && before.endsAt)
    return { kind: 'extended', endsAt: before.endsAt }

  const role = await findRole(tx, before.roleId)
  const { decision, grant } = await changeGrant(deps, tx, {
    grantId: input.grantId,
    event: { kind: 'extend', now, days: input.days, daysMax: role?.daysMax ?? null },
    actor,
    evidence: (evidence) => ({
      ...evidence,
      extensions: [
        ...(evidence.extensions ?? []),
        { requestId: input.requestId, days: input.days, at: now.toISOString(), approvals: input.approvals ?? [] },
      ],
    }),
  })
  if (decision.kind === 'refused') return { kind: 'not_active' }
  return grant.endsAt === null ? { kind: 'without_end' } : { kind: 'extended', endsAt: grant.endsAt }
}

function wasCounted(
  extensions: readonly { requestId: string | null }[] | undefined,
  requestId: string | null,
): boolean {
  return requestId !== null && (extensions ?? []).some((extension) => extension.requestId === requestId)
}
