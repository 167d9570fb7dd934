import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { strictest } from './decide-recovery.ts'
import { policyOf } from './policy-of.ts'
import { groupPolicies } from './store-policies.ts'
import type { RecoveryPolicy } from './types.ts'

/** How one person may recover: as their directory says, and as strictly as any of their groups says. */
export async function recoveryPolicyFor(
  deps: { directory: Pick<Directory, 'groupsOf'> },
  r: Reader,
  person: { id: string; directoryId: string },
): Promise<RecoveryPolicy> {
  const [policy, groups] = await Promise.all([policyOf(r, person.directoryId), deps.directory.groupsOf(r, person.id)])
  const stricter = await groupPolicies(
    r,
    groups.map(({ id }) => id),
  )
  return strictest(policy, stricter)
}
