/** SQL that finds what nobody is working on. */
import { sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import { tables } from './store-tables.ts'

/**
 * Wishes not met although their time has come: no try is due later, and what once was due is overdue by `graceMs`.
 * One that waits for a task is left to it, unless the task is gone.
 */
export async function strandedAccounts(
  reader: Reader,
  now: Date,
  page: { graceMs: number; after: string | null; limit: number },
): Promise<{ id: string; appId: string; personId: string }[]> {
  const due = sql<Date>`greatest(wanted_at, updated_at, next_try_at, turn_at)`
  const rows = await tables(reader)
    .selectFrom('accounts')
    .select(['id', 'app_id', 'person_id'])
    .whereRef('settled_version', '<', 'wanted_version')
    .where(due, '<', new Date(now.getTime() - page.graceMs))
    .where((eb) =>
      eb.or([
        eb('trouble', 'is distinct from', 'needs_task'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('provisioning_tasks')
              .select('provisioning_tasks.id')
              .whereRef('provisioning_tasks.app_id', '=', 'accounts.app_id')
              .whereRef('provisioning_tasks.person_id', '=', 'accounts.person_id')
              .where('provisioning_tasks.state', '=', 'open'),
          ),
        ),
      ]),
    )
    .$if(page.after !== null, (query) => query.where('id', '>', page.after))
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({ id: row.id, appId: row.app_id, personId: row.person_id }))
}
