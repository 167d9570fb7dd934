import type { GroupRecoveryPolicy } from '@hallpass/contract/recovery-policies'
import type { Actor, Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Database } from '../platform/database/database.ts'
import { groupPolicyUnknown, groupUnknown, policyChanged } from './errors.ts'
import { type KeepAuthorUnderDeps, keepAuthorUnder } from './keep-author-under.ts'
import { deleteGroupPolicy, groupPolicies, putGroupPolicy } from './store-policies.ts'
import type { GroupPolicy } from './types.ts'

export type GroupPolicyDeps = KeepAuthorUnderDeps & {
  db: Database
  audit: Pick<Audit, 'record'>
  directory: Pick<Directory, 'group'>
}

export async function listGroupPolicies(
  deps: Pick<GroupPolicyDeps, 'db' | 'directory'>,
): Promise<GroupRecoveryPolicy[]> {
  const named = (await groupPolicies(deps.db)).map(async (policy) => {
    const group = await deps.directory.group(deps.db, policy.groupId)
    return { ...policy, groupName: group?.name ?? '' }
  })
  return await Promise.all(named)
}

/** Stricter rules for a group; from the version that was shown. */
export function changeGroupPolicy(
  deps: GroupPolicyDeps,
  input: { policy: GroupPolicy; actor: Actor },
): Promise<GroupRecoveryPolicy> {
  const { policy, actor } = input
  return deps.db.transaction(async (tx) => {
    const group = await deps.directory.group(tx, policy.groupId)
    if (!group) throw groupUnknown()
    const [before] = await groupPolicies(tx, [policy.groupId])
    if (!(await putGroupPolicy(tx, policy))) throw policyChanged()
    const after = { ...policy, version: policy.version + 1 }
    deps.audit.record(tx, {
      action: 'recovery_policy.changed',
      actor,
      subjects: { groupId: policy.groupId },
      ...(before ? { before } : {}),
      after,
    })
    const subject = { kind: 'group', id: policy.groupId } as const
    await keepAuthorUnder(deps, tx, { subject, actor, before: before ?? null })
    return { ...after, groupName: group.name }
  })
}

export function removeGroupPolicy(deps: GroupPolicyDeps, input: { groupId: string; actor: Actor }): Promise<void> {
  const { groupId, actor } = input
  return deps.db.transaction(async (tx) => {
    const [before] = await groupPolicies(tx, [groupId])
    if (!before || !(await deleteGroupPolicy(tx, groupId))) throw groupPolicyUnknown()
    deps.audit.record(tx, { action: 'recovery_policy.removed', actor, subjects: { groupId }, before })
    await keepAuthorUnder(deps, tx, { subject: { kind: 'group', id: groupId }, actor, before })
  })
}
