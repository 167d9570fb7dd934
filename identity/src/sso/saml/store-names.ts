import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

type Tables = { sign_on_names: { app_id: string; person_id: string; name_key: string; released_at: Date } }
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** Whom an app knows by this name; null for nobody. */
export async function knownBy(r: Reader, appId: string, nameKey: string): Promise<string | null> {
  const row = await tables(r)
    .selectFrom('sign_on_names')
    .select('person_id')
    .where('app_id', '=', appId)
    .where('name_key', '=', nameKey)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/**
 * From now on the app knows this person by the name, and by none that it had for them before. `from`: who had it and loses
 * it. False when somebody else came first.
 */
export async function takeName(
  tx: Tx,
  name: { appId: string; personId: string; nameKey: string; from: string | null },
  now: Date,
): Promise<boolean> {
  const { appId, personId, nameKey, from } = name
  await tables(tx)
    .deleteFrom('sign_on_names')
    .where('app_id', '=', appId)
    .where((is) =>
      is.or([
        is.and([is('person_id', '=', personId), is('name_key', '<>', nameKey)]),
        ...(from === null ? [] : [is.and([is('person_id', '=', from), is('name_key', '=', nameKey)])]),
      ]),
    )
    .execute()
  const row = await tables(tx)
    .insertInto('sign_on_names')
    .values({ app_id: appId, person_id: personId, name_key: nameKey, released_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'name_key'])
        .doUpdateSet({ released_at: now })
        .where('sign_on_names.person_id', '=', personId),
    )
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}
