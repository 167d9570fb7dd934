import type { Actor, Audit } from '../audit/module.ts'
import type { Database } from '../platform/database/database.ts'
import { policyChanged } from './errors.ts'
import { type KeepAuthorUnderDeps, keepAuthorUnder } from './keep-author-under.ts'
import { policyOf } from './policy-of.ts'
import { putPolicy } from './store-policies.ts'
import type { RecoveryPolicy } from './types.ts'

export type ChangePolicyDeps = KeepAuthorUnderDeps & { db: Database; audit: Pick<Audit, 'record'> }

/** Changes how people of a directory may recover; from the version that was shown, so that two do not overwrite each other. */
export function changePolicy(
  deps: ChangePolicyDeps,
  input: { policy: RecoveryPolicy; actor: Actor },
): Promise<RecoveryPolicy> {
  const { policy, actor } = input
  return deps.db.transaction(async (tx) => {
    const before = await policyOf(tx, policy.directoryId)
    if (before.version !== policy.version || !(await putPolicy(tx, policy))) throw policyChanged()
    const after = { ...policy, version: policy.version + 1 }
    deps.audit.record(tx, {
      action: 'recovery_policy.changed',
      actor,
      subjects: { directoryId: policy.directoryId },
      before,
      after,
    })
    await keepAuthorUnder(deps, tx, { subject: { kind: 'directory', id: policy.directoryId }, actor, before })
    return after
  })
}
