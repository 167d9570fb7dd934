import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { strictest } from './decide-recovery.ts'
import { policyOf } from './policy-of.ts'
import { groupPolicies } from './store-policies.ts'
import { rulesBefore } from './store-rules-before.ts'
import type { RecoveryPolicy } from './types.ts'

/**
 * How one person may recover: as their directory says, and as strictly as any of their groups says. Whoever changed one of
 * these is under the rules before as well, until somebody else stands behind the change, or time stands in.
 */
export async function recoveryPolicyFor(
  deps: { directory: Pick<Directory, 'groupsOf'> },
  r: Reader,
  person: { id: string; directoryId: string },
): Promise<RecoveryPolicy> {
  const [policy, groups, changed] = await Promise.all([
    policyOf(r, person.directoryId),
    deps.directory.groupsOf(r, person.id),
    rulesBefore(r, person.id),
  ])
  const groupIds = groups.map(({ id }) => id)
  const theirs = new Set([person.directoryId, ...groupIds])
  const before = changed.filter(({ subjectId }) => theirs.has(subjectId)).map(({ rules }) => rules)
  return strictest(policy, [...(await groupPolicies(r, groupIds)), ...before])
}
