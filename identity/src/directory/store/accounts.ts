/** SQL of the built-in directory's accounts and passwords. */
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { unhurried } from '../../platform/database/unhurried.ts'
import { isUuid } from '../text.ts'
import { type AccountRow, type PasswordRow, tables } from './tables.ts'

export async function accountById(r: Reader, directoryId: string, id: string): Promise<ListedAccount | null> {
  if (!isUuid(id)) return null
  const row = await listed(r)
    .where('directory_id', '=', directoryId)
    .where('builtin_accounts.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** By login, else by mail; two with one mail are nobody. */
export async function accountByLogin(r: Reader, directoryId: string, key: string): Promise<ListedAccount | null> {
  const rows = await listed(r)
    .where('directory_id', '=', directoryId)
    .where((is) => is.or([is('login_key', '=', key), is('mail_key', '=', key)]))
    .limit(3)
    .execute()
  const byLogin = rows.find((row) => row.login_key === key)
  return byLogin ?? (rows.length === 1 ? (rows[0] ?? null) : null)
}

/** An account with the time its password was set. */
export type ListedAccount = AccountRow & { password_set_at: Date | null }

function listed(r: Reader) {
  return tables(r)
    .selectFrom('builtin_accounts')
    .leftJoin('builtin_passwords', 'builtin_passwords.account_id', 'builtin_accounts.id')
    .selectAll('builtin_accounts')
    .select('builtin_passwords.changed_at as password_set_at')
}

export async function accountsAfter(
  r: Reader,
  directoryId: string,
  after: string | null,
  limit: number,
): Promise<ListedAccount[]> {
  return await listed(r)
    .where('directory_id', '=', directoryId)
    .$if(after !== null, (query) => query.where('builtin_accounts.id', '>', after as string))
    .orderBy('builtin_accounts.id')
    .limit(limit)
    .execute()
}

export async function accountsModifiedSince(
  r: Reader,
  directoryId: string,
  since: Date,
  limit: number,
): Promise<ListedAccount[]> {
  return await listed(r)
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
    await touch(tx, row.account_id, row.changed_at)
    const made = await tables(tx)
      .insertInto('builtin_passwords')
      .values(row)
      .onConflict((conflict) => conflict.column('account_id').doNothing())
      .returning('account_id')
      .executeTakeFirst()
    return made !== undefined
  }
  const { account_id, ...values } = row
  // The account says when it last changed, and a password is part of what is told of it.
  await touch(tx, account_id, row.changed_at)
  const changed = await tables(tx)
    .updateTable('builtin_passwords')
    .set(values)
    .where('account_id', '=', account_id)
    .where('hash', '=', before)
    .returning('account_id')
    .executeTakeFirst()
  return changed !== undefined
}

async function touch(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tables(tx).updateTable('builtin_accounts').set({ modified_at: now }).where('id', '=', accountId).execute()
}

/**
 * Counts a try before anything is compared, so that many at once cannot slip through together. Null when the account is
 * locked: then nothing may be compared. A lock that is over begins a new count.
 */
export async function countTry(
  r: Reader,
  accountId: string,
  rule: { triesMax: number; lockedUntil: Date; now: Date },
): Promise<PasswordRow | null> {
  const { triesMax, lockedUntil, now } = rule
  const counted = await sql<PasswordRow>`
    update builtin_passwords set
      failures = case when locked_until <= ${now} then 1 else failures + 1 end,
      locked_until = case
        when (case when locked_until <= ${now} then 1 else failures + 1 end) >= ${triesMax} then ${lockedUntil}::timestamptz
      end
    where account_id = ${accountId} and (locked_until is null or locked_until <= ${now})
    returning *`.execute(tables(r))
  return counted.rows[0] ?? null
}

/** The password was right, or somebody ended the lock: the count begins anew. */
export async function forgetTries(r: Reader, accountId: string): Promise<void> {
  await forgetting(r, accountId).execute()
}

/** The same after a right password, outside of any transaction: lost in a crash, it leaves tries counted. */
export async function forgetTriesUnhurried(r: Reader, accountId: string): Promise<void> {
  await forgetting(r, accountId).returning(unhurried).execute()
}

const forgetting = (r: Reader, accountId: string) =>
  tables(r)
    .updateTable('builtin_passwords')
    .set({ failures: 0, locked_until: null })
    .where('account_id', '=', accountId)
