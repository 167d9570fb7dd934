/** By which name an app knows whom: a name stays with its holder until an administrator frees it. */
import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

type Tables = { sign_on_names: { app_id: string; person_id: string; name_key: string; released_at: Date } }
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** What apps and readers take for the same name is one: composed or not, blanks around it, large letters. */
export const nameKeyOf = (name: string): string => name.normalize('NFC').trim().toLowerCase()

type Name = { appId: string; nameKey: string }

/** Whom an app knows by this name; null for nobody. Kept until the transaction ends: whoever frees the name waits. */
export async function lockHolder(tx: Tx, { appId, nameKey }: Name): Promise<string | null> {
  const row = await tables(tx)
    .selectFrom('sign_on_names')
    .select('person_id')
    .where('app_id', '=', appId)
    .where('name_key', '=', nameKey)
    .forUpdate()
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** From now on the app knows this person by the name. False when somebody else came first. */
export async function takeName(tx: Tx, { appId, nameKey, personId }: Name & { personId: string }, now: Date) {
  const row = await tables(tx)
    .insertInto('sign_on_names')
    .values({ app_id: appId, person_id: personId, name_key: nameKey, released_at: now })
    .onConflict((conflict) => conflict.columns(['app_id', 'name_key']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}
