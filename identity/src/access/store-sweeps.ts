/** SQL of the sweeps: due rows, locked, in batches; rows another node has locked are left to it. */
import { anyOf } from '../platform/database/any-of.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { toGrant } from './store-grants.ts'
import { activeGrantRow, heldGrantRow, tables } from './store-tables.ts'
import type { Grant } from './types.ts'

export async function lockDueGrants(tx: Tx, now: Date, limit: number): Promise<Grant[]> {
  const rows = await tables(tx)
    .selectFrom('grants')
    .selectAll()
    .where(activeGrantRow)
    .where('ends_at', '<=', now)
    .orderBy('ends_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(toGrant)
}

export async function lockGrantsToRemind(tx: Tx, now: Date, limit: number): Promise<Grant[]> {
  const rows = await tables(tx)
    .selectFrom('grants')
    .selectAll()
    .where('remind_at', '<=', now)
    .orderBy('remind_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(toGrant)
}

export async function markReminded(tx: Tx, grantIds: readonly string[], now: Date): Promise<void> {
  await tables(tx)
    .updateTable('grants')
    .set({ remind_at: null, reminded_at: now })
    .where('id', '=', anyOf(grantIds))
    .execute()
}

/** Held grants of a role after one, in order, to tell of them in batches. */
export async function heldGrantsOfRoleAfter(
  reader: Reader,
  roleId: string,
  after: string | null,
  limit: number,
): Promise<Grant[]> {
  let query = tables(reader)
    .selectFrom('grants')
    .selectAll()
    .where('role_id', '=', roleId)
    .where(heldGrantRow)
    .orderBy('id')
    .limit(limit)
  if (after !== null) query = query.where('id', '>', after)
  return (await query.execute()).map(toGrant)
}

export async function lockHeldGrantsOfRole(tx: Tx, roleId: string, limit: number): Promise<Grant[]> {
  const rows = await tables(tx)
    .selectFrom('grants')
    .selectAll()
    .where('role_id', '=', roleId)
    .where(heldGrantRow)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map(toGrant)
}

export async function noteSuspended(tx: Tx, personId: string, since: Date): Promise<void> {
  await tables(tx)
    .insertInto('access_suspensions')
    .values({ person_id: personId, since })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
}

export async function forgetSuspended(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await tables(tx).deleteFrom('access_suspensions').where('person_id', '=', anyOf(personIds)).execute()
}

export async function lockSuspendedSince(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('access_suspensions')
    .select('person_id')
    .where('since', '<=', before)
    .orderBy('since')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => row.person_id)
}
