import type { Reader } from '../platform/database/database.ts'
import { gather } from '../platform/database/gather.ts'
import { type Claim, claimAccount, claimFreeAccounts } from './store-claims.ts'
import type { AccountRow } from './types.ts'

export type ClaimAccount = (claim: Claim) => Promise<AccountRow | null>

/** Accounts that are claimed at the same time are claimed by one statement; of one that somebody holds only its run waits. */
export function claimAccounts(reader: Reader): ClaimAccount {
  const claimFree = gather<Claim, AccountRow | null>((claims) => claimFreeAccounts(reader, claims))
  return async (claim) => (await claimFree(claim)) ?? claimAccount(reader, claim)
}
