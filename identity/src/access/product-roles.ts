import type { ProductRole } from '@hallpass/contract/common'
import type { Reader } from '../platform/database/database.ts'
import { activeProductRoles } from './store-use.ts'

/**
 * Roles of Hallpass itself that a person holds now. Read on every request, so it is one statement; whether the person is
 * active is read by the session reader beside it.
 */
export async function productRoles(reader: Reader, personId: string, now: Date): Promise<Set<ProductRole>> {
  return new Set(await activeProductRoles(reader, personId, now))
}
