import type { Reader } from '../platform/database/database.ts'
import { gather } from '../platform/database/gather.ts'
import { type Claim, claimAccount, claimFreeAccounts } from './store-claims.ts'
import type { AccountRow } from './types.ts'

export type ClaimAccount = (claim: Claim) => Promise<AccountRow | null>

/**
 * Accounts of one app that are claimed at the same time are claimed by one statement; of one that somebody holds only its run
 * waits. Each app has a lane of its own: one whose claims are slow keeps no other waiting.
 */
export function claimAccounts(reader: Reader): ClaimAccount {
  const lanes = new Map<string, ClaimAccount>()
  return async (claim) => {
    const claimFree =
      lanes.get(claim.appId) ?? gather<Claim, AccountRow | null>((claims) => claimFreeAccounts(reader, claims))
    lanes.set(claim.appId, claimFree)
    return (await claimFree(claim)) ?? claimAccount(reader, claim)
  }
}
