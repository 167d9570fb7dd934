/** By which name an app knows whom: a name stays with its holder until an administrator frees it. */
import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

type Tables = { sign_on_names: { app_id: string; person_id: string; name_key: string; released_at: Date } }
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** What apps and readers take for the same name is one: composed or not, blanks around it, large letters. */
export const nameKeyOf = (name: string): string => name.normalize('NFC').trim().toLowerCase()

type Name = { appId: string; nameKey: string }
/** Never all there are: those of an app, of a person, or one. */
type Names = ({ appId: string } | { personId: string }) & { appId?: string; personId?: string; nameKey?: string }

const rowOf = (r: Reader, { appId, nameKey }: Name) =>
  tables(r).selectFrom('sign_on_names').selectAll().where('app_id', '=', appId).where('name_key', '=', nameKey)

/** Whom an app knows by this name, and since when; null for nobody. */
export async function holderOf(r: Reader, name: Name): Promise<{ personId: string; since: Date } | null> {
  const row = await rowOf(r, name).executeTakeFirst()
  return row ? { personId: row.person_id, since: row.released_at } : null
}

/** The person alone, kept until the transaction ends: whoever frees the name waits. */
export async function lockHolder(tx: Tx, name: Name): Promise<string | null> {
  const row = await rowOf(tx, name).forUpdate().executeTakeFirst()
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

/** The names that fit all of what is given are nobody's from now on. Answers the app of each. */
export async function deleteNames(tx: Tx, of: Names): Promise<string[]> {
  let query = tables(tx).deleteFrom('sign_on_names')
  if (of.appId !== undefined) query = query.where('app_id', '=', of.appId)
  if (of.personId !== undefined) query = query.where('person_id', '=', of.personId)
  if (of.nameKey !== undefined) query = query.where('name_key', '=', of.nameKey)
  return (await query.returning('app_id').execute()).map((row) => row.app_id)
}
