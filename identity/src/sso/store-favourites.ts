import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'

type Tables = { favourite_apps: { person_id: string; app_id: string; since: Date } }

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function favouritesOf(r: Reader, personId: string): Promise<Set<string>> {
  const rows = await tables(r).selectFrom('favourite_apps').select('app_id').where('person_id', '=', personId).execute()
  return new Set(rows.map((row) => row.app_id))
}

export async function insertFavourite(tx: Tx, personId: string, appId: string, since: Date): Promise<void> {
  await tables(tx)
    .insertInto('favourite_apps')
    .values({ person_id: personId, app_id: appId, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteFavourite(tx: Tx, personId: string, appId: string): Promise<void> {
  await tables(tx).deleteFrom('favourite_apps').where('person_id', '=', personId).where('app_id', '=', appId).execute()
}
