/** SQL of the built-in directory's accounts and passwords. */
import type { Reader, Tx } from '../../platform/database/database.ts'
import { isUuid } from '../text.ts'
import { type AccountRow, type PasswordRow, tables } from './tables.ts'

export async function accountById(r: Reader, directoryId: string, id: string): Promise<AccountRow | null> {
  if (!isUuid(id)) return null
  const row = await tables(r)
    .selectFrom('builtin_accounts')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** By login, else by mail; two with one mail are nobody. */
export async function accountByLogin(r: Reader, directoryId: string, key: string): Promise<AccountRow | null> {
  const rows = await tables(r)
    .selectFrom('builtin_accounts')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .where((is) => is.or([is('login_key', '=', key), is('mail_key', '=', key)]))
    .limit(3)
    .execute()
  const byLogin = rows.find((row) => row.login_key === key)
  return byLogin ?? (rows.length === 1 ? (rows[0] ?? null) : null)
}

export async function accountsAfter(r: Reader, directoryId: string, after: string | null, limit: number) {
  return await tables(r)
    .selectFrom('builtin_accounts')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .$if(after !== null, (query) => query.where('id', '>', after as string))
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function accountsModifiedSince(r: Reader, directoryId: string, since: Date, limit: number) {
  return await tables(r)
    .selectFrom('builtin_accounts')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .where('modified_at', '>=', since)
    .orderBy('modified_at')
    .limit(limit)
    .execute()
}

/** False when the login is taken. */
export async function insertAccount(tx: Tx, row: AccountRow): Promise<boolean> {
  const made = await tables(tx)
    .insertInto('builtin_accounts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['directory_id', 'login_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** False when there is no such account. */
export async function setAccountDisabled(tx: Tx, directoryId: string, id: string, disabled: boolean, now: Date) {
  const changed = await tables(tx)
    .updateTable('builtin_accounts')
    .set({ disabled, modified_at: now })
    .where('directory_id', '=', directoryId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

export async function passwordOf(r: Reader, accountId: string): Promise<PasswordRow | null> {
  const row = await tables(r)
    .selectFrom('builtin_passwords')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Puts a new password in the place of the one that was read; false when another change came between. `before` null:
 * there was none.
 */
export async function putPassword(tx: Tx, row: PasswordRow, before: string | null): Promise<boolean> {
  if (before === null) {
    const made = await tables(tx)
      .insertInto('builtin_passwords')
      .values(row)
      .onConflict((conflict) => conflict.column('account_id').doNothing())
      .returning('account_id')
      .executeTakeFirst()
    return made !== undefined
  }
  const { account_id, ...values } = row
  const changed = await tables(tx)
    .updateTable('builtin_passwords')
    .set(values)
    .where('account_id', '=', account_id)
    .where('hash', '=', before)
    .returning('account_id')
    .executeTakeFirst()
  return changed !== undefined
}
