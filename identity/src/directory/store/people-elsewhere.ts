import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { tables } from './tables.ts'

/** The name of another directory of this kind that has somebody of these entries; null when none has. */
export async function directoryHolding(
  r: Reader,
  { id, kind }: { id: string; kind: string },
  refs: readonly string[],
): Promise<string | null> {
  const found = await tables(r)
    .selectFrom('directories')
    .select('name')
    .where('id', '<>', id)
    .where(sql<string>`kind`, '=', kind)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('people')
          .select('people.id')
          .whereRef('people.directory_id', '=', 'directories.id')
          .where('people.ref', '=', sql<string>`any(${[...refs]}::text[])`)
          .where('people.state', '<>', 'gone'),
      ),
    )
    .orderBy('created_at')
    .executeTakeFirst()
  return found?.name ?? null
}
