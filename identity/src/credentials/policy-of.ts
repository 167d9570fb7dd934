import type { Reader } from '../platform/database/database.ts'
import { defaultPolicy } from './policy.ts'
import { policyRow } from './store-policies.ts'
import type { RecoveryPolicy } from './types.ts'

/** How people of a directory may recover: as an administrator set it, else the default. */
export async function policyOf(r: Reader, directoryId: string): Promise<RecoveryPolicy> {
  return (await policyRow(r, directoryId)) ?? defaultPolicy(directoryId)
}
