/** SQL of what accounts point at: whose manager's account it is, and what was not there yet. */
import type { Reader } from '../platform/database/database.ts'
import { toAccount } from './store-accounts.ts'
import { tables } from './store-tables.ts'
import type { AccountRow } from './types.ts'

/** Active accounts in an app that should point at this person's as their manager's. */
export async function accountsWithManager(reader: Reader, appId: string, managerId: string): Promise<AccountRow[]> {
  const rows = await tables(reader)
    .selectFrom('accounts')
    .selectAll()
    .where('app_id', '=', appId)
    .where('manager_id', '=', managerId)
    .where('actual', '=', 'active')
    .execute()
  return rows.map(toAccount)
}

/** Active accounts in an app whose manager or department was not there when they were last looked at. */
export async function accountsAwaitingLinks(reader: Reader, appId: string): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('accounts')
    .select('person_id')
    .where('app_id', '=', appId)
    .where('awaits_links', '=', true)
    .where('actual', '=', 'active')
    .execute()
  return rows.map((row) => row.person_id)
}
