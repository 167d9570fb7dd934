/** SQL of comparisons between an app and what roles say. */
import { type Selectable, sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { type ProvisioningTables, tables } from './store-tables.ts'
import type { ConnectionKind } from './types.ts'

export type ComparisonRow = Selectable<ProvisioningTables['app_comparisons']>

/** Null when one of this app is running. */
export async function beginComparison(
  tx: Tx,
  begin: { id: string; appId: string; confirmRemovals: boolean; now: Date },
): Promise<ComparisonRow | null> {
  const row = await tables(tx)
    .insertInto('app_comparisons')
    .values({
      id: begin.id,
      app_id: begin.appId,
      state: 'running',
      confirm_removals: begin.confirmRemovals,
      listed: 0,
      missing: 0,
      changed: 0,
      extra: 0,
      unknown: 0,
      message: null,
      started_at: begin.now,
      finished_at: null,
    })
    // A literal, so that the index is found by a plan for any value too.
    .onConflict((conflict) => conflict.column('app_id').where(sql<boolean>`state = 'running'`).doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

export async function comparisonById(reader: Reader, id: string): Promise<ComparisonRow | null> {
  const row = await tables(reader).selectFrom('app_comparisons').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function updateComparison(
  reader: Reader,
  id: string,
  patch: Partial<
    Pick<ComparisonRow, 'state' | 'listed' | 'missing' | 'changed' | 'extra' | 'unknown' | 'message' | 'finished_at'>
  >,
): Promise<void> {
  await tables(reader)
    .updateTable('app_comparisons')
    .set(patch)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

export async function comparisonsOf(
  reader: Reader,
  appId: string,
  afterId: string | null,
  limit: number,
): Promise<ComparisonRow[]> {
  let query = tables(reader).selectFrom('app_comparisons').selectAll().where('app_id', '=', appId)
  if (afterId !== null) query = query.where('id', '<', afterId)
  return await query.orderBy('id', 'desc').limit(limit).execute()
}

export async function runningComparison(reader: Reader, appId: string): Promise<ComparisonRow | null> {
  const row = await tables(reader)
    .selectFrom('app_comparisons')
    .selectAll()
    .where('app_id', '=', appId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row ?? null
}

/** Automated apps not compared since a time. */
export async function appsToCompare(reader: Reader, since: Date, kinds: readonly string[]): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('app_connections')
    .select('app_id')
    .where('kind', 'in', kinds as ConnectionKind[])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('app_comparisons')
            .select('app_comparisons.id')
            .whereRef('app_comparisons.app_id', '=', 'app_connections.app_id')
            .where('app_comparisons.started_at', '>', since),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.app_id)
}
