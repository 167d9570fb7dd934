/** SQL of the groups that entitlements became in an app. */
import { sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import { tables } from './store-tables.ts'

export async function groupIds(reader: Reader, appId: string, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const rows = await tables(reader)
    .selectFrom('app_groups')
    .select(['name', 'remote_id'])
    .where('app_id', '=', appId)
    .where('name', '=', sql<string>`any(${[...names]}::text[])`)
    .execute()
  return new Map(rows.flatMap((row) => (row.remote_id === null ? [] : [[row.name, row.remote_id]])))
}

/**
 * True for the one worker that may make a group now. The claim of a worker that died, made before `staleBefore`, goes to
 * the next who asks.
 */
export async function claimGroup(
  reader: Reader,
  claim: { appId: string; name: string; now: Date; staleBefore: Date },
): Promise<boolean> {
  const row = await tables(reader)
    .insertInto('app_groups')
    .values({ app_id: claim.appId, name: claim.name, remote_id: null, claimed_at: claim.now })
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'name'])
        .doUpdateSet({ claimed_at: claim.now })
        .where('app_groups.remote_id', 'is', null)
        .where('app_groups.claimed_at', '<', claim.staleBefore),
    )
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

export async function saveGroup(reader: Reader, appId: string, name: string, remoteId: string): Promise<void> {
  await tables(reader)
    .updateTable('app_groups')
    .set({ remote_id: remoteId })
    .where('app_id', '=', appId)
    .where('name', '=', name)
    .execute()
}

export async function forgetGroup(reader: Reader, appId: string, name: string): Promise<void> {
  await tables(reader).deleteFrom('app_groups').where('app_id', '=', appId).where('name', '=', name).execute()
}
