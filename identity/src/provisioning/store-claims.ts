/** SQL by which a run takes its account over. */
import { type Selectable, sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import { unhurriedAlone } from '../platform/database/unhurried.ts'
import { toAccount } from './store-accounts.ts'
import { type ProvisioningTables, tables } from './store-tables.ts'
import type { AccountRow } from './types.ts'

export type Claim = { appId: string; personId: string; runId: string }

/**
 * Locks the row and puts this run's name on it: a run that finds another name later was overtaken. Waits for whoever holds
 * the row. Null where there is no account.
 */
export async function claimAccount(reader: Reader, { appId, personId, runId }: Claim): Promise<AccountRow | null> {
  const row = await tables(reader)
    .updateTable('accounts')
    .set({ run_id: runId })
    .where('app_id', '=', appId)
    .where('person_id', '=', personId)
    .returningAll()
    .returning(unhurriedAlone)
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

/**
 * The same for runs that begin at the same time, in the order of the claims; of two over one account either has it. It waits
 * for no row, and so neither holds up the others nor closes a circle: what somebody holds is null, as what is not there.
 */
export async function claimFreeAccounts(reader: Reader, claims: readonly Claim[]): Promise<(AccountRow | null)[]> {
  const lists = [
    claims.map(({ appId }) => appId),
    claims.map(({ personId }) => personId),
    claims.map(({ runId }) => runId),
  ]
  const [apps, people, runs] = lists.map((ids) => sql`${ids}::uuid[]`)
  const { rows } = await sql<Selectable<ProvisioningTables['accounts']>>`
    with free as (
      select accounts.id, claim.run_id
      from unnest(${apps}, ${people}, ${runs}) claim (app_id, person_id, run_id)
      join accounts on accounts.app_id = claim.app_id and accounts.person_id = claim.person_id
      for no key update of accounts skip locked)
    update accounts set run_id = free.run_id from free where accounts.id = free.id
    returning accounts.*, ${unhurriedAlone}`.execute(tables(reader))
  const accounts = rows.map(toAccount)
  return claims.map(
    ({ appId, personId }) =>
      accounts.find((account) => account.appId === appId && account.personId === personId) ?? null,
  )
}
