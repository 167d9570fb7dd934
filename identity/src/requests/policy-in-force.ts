import type { Reader } from '../platform/database/database.ts'
import { builtInRules, versionFor } from './policy.ts'
import { type PolicyVersion, policyVersionsFor } from './store-policies.ts'
import type { PolicySnapshot } from './types.ts'

/**
 * The policy that a request of this person for this role follows: the role's own, else the default, else the one Hallpass
 * comes with. Whoever weakened a policy follows the one before it until somebody else stands behind the change.
 */
export async function policyInForce(reader: Reader, roleId: string, personId: string): Promise<PolicySnapshot> {
  const read = await policyVersionsFor(reader, roleId)
  const byDefault = defaultFor(read.byDefault, personId)
  const chosen = read.ofRole[versionFor(read.ofRole, personId, byDefault.rules)]
  if (!chosen?.rules) return byDefault
  return { id: chosen.id, roleId, version: chosen.version, rules: chosen.rules }
}

function defaultFor(versions: PolicyVersion[], personId: string): PolicySnapshot {
  const chosen = versions[versionFor(versions, personId, builtInRules)]
  if (!chosen?.rules) return { id: null, roleId: null, version: 0, rules: builtInRules }
  return { id: chosen.id, roleId: null, version: chosen.version, rules: chosen.rules }
}
