import type { Reader } from '../../platform/database/database.ts'
import { tables } from './tables.ts'

/** In a department of thousands these many say enough. */
const most = 2000

/** Active people with the same manager, or in the same department of the same directory; not the person themselves. */
export async function colleagueIds(r: Reader, personId: string): Promise<string[]> {
  const rows = await tables(r)
    .selectFrom('people as me')
    .innerJoin('people as other', (join) =>
      join.on((on) =>
        on.or([
          on('other.manager_id', '=', on.ref('me.manager_id')),
          on.and([
            on('other.department', '=', on.ref('me.department')),
            on('other.directory_id', '=', on.ref('me.directory_id')),
            on('me.department', '<>', ''),
          ]),
        ]),
      ),
    )
    .select('other.id')
    .where('me.id', '=', personId)
    .whereRef('other.id', '<>', 'me.id')
    .where('other.state', '=', 'active')
    .orderBy('other.id')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}
