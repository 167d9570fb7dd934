import type { AccountKey, AccountPage, AccountToBe, Cursor, Match, RemoteAccount } from '../connector.ts'

/** Accounts of an instance, whichever of its two APIs they are made by. Ids are sys_ids of `sys_user` with both. */
export type InstanceUsers = {
  find(key: AccountKey, remoteId: string | null): Promise<Match[]>
  get(remoteId: string): Promise<RemoteAccount | null>
  ensure(account: AccountToBe): Promise<RemoteAccount>
  list(cursor: Cursor): Promise<AccountPage>
}
