/** By which name an app knows whom: a name stays with its holder until an administrator lets it go. */
import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

type Row = {
  app_id: string
  person_id: string
  name_key: string
  released_at: Date
  freed_at: Date | null
  freed_by: string | null
  freed_for: string | null
}
type Tables = {
  sign_on_names: Row
  names_at_apps: Pick<Row, 'app_id' | 'person_id' | 'name_key' | 'released_at' | 'freed_at'> & { directory_id: string }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/**
 * What apps and readers take for the same name is one: composed or not, blanks around it, large letters; `İ` and `I`, and the
 * sigma at the end of a word, whose small letters PostgreSQL makes in another way.
 */
export const nameKeyOf = (name: string): string =>
  name.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i').replaceAll('\u03c2', '\u03c3').trim()

type Name = { appId: string; nameKey: string }
/** Never all there are: those of an app, of a person, or one. */
type Names = ({ appId: string } | { personId: string }) & { appId?: string; personId?: string; nameKey?: string }

/** A name was let go: by whom (null: nobody in particular), and for the people of which directory (null: any). */
export type Freed = { at: Date; by: string | null; forDirectory: string | null }
export type Holder = { personId: string; since: Date; freed: Freed | null }

const rowOf = (r: Reader, { appId, nameKey }: Name) =>
  tables(r).selectFrom('sign_on_names').selectAll().where('app_id', '=', appId).where('name_key', '=', nameKey)

const toHolder = (row: Row | undefined): Holder | null =>
  row
    ? {
        personId: row.person_id,
        since: row.released_at,
        freed: row.freed_at && { at: row.freed_at, by: row.freed_by, forDirectory: row.freed_for },
      }
    : null

/** Whom an app knows by this name, or knew until it was let go; null for nobody. */
export const holderOf = async (r: Reader, name: Name): Promise<Holder | null> =>
  toHolder(await rowOf(r, name).executeTakeFirst())

/** The same, kept until the transaction ends: whoever lets the name go waits. */
export const lockHolder = async (tx: Tx, name: Name): Promise<Holder | null> =>
  toHolder(await rowOf(tx, name).forUpdate().executeTakeFirst())

/** From now on the app knows this person by the name. False when somebody else came first. */
export async function takeName(tx: Tx, { appId, nameKey, personId }: Name & { personId: string }, now: Date) {
  const row = await tables(tx)
    .insertInto('sign_on_names')
    .values({ app_id: appId, person_id: personId, name_key: nameKey, released_at: now, ...held })
    .onConflict((conflict) => conflict.columns(['app_id', 'name_key']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

const held = { freed_at: null, freed_by: null, freed_for: null }

/** The same for a name that somebody had, whose row this transaction has locked. */
export async function passName(tx: Tx, { appId, nameKey, personId }: Name & { personId: string }, now: Date) {
  await tables(tx)
    .updateTable('sign_on_names')
    .set({ person_id: personId, released_at: now, ...held })
    .where('app_id', '=', appId)
    .where('name_key', '=', nameKey)
    .execute()
}

export type KnownName = { appId: string; personId: string; nameKey: string }
const toKnown = (row: Pick<Row, 'app_id' | 'person_id' | 'name_key'>): KnownName => ({
  appId: row.app_id,
  personId: row.person_id,
  nameKey: row.name_key,
})

/** Names that fit all of what is given are let go; those that were let go already as well, from now on by whoever does it now. */
export async function letNamesGo(tx: Tx, of: Names | { directoryId: string }, freed: Freed): Promise<KnownName[]> {
  let query = tables(tx)
    .updateTable('sign_on_names')
    .set({ freed_at: freed.at, freed_by: freed.by, freed_for: freed.forDirectory })
  if ('directoryId' in of) {
    const { directoryId } = of
    query = query.where('person_id', 'in', (from) =>
      from.selectFrom('names_at_apps').select('person_id').where('directory_id', '=', directoryId),
    )
  } else {
    if (of.appId !== undefined) query = query.where('app_id', '=', of.appId)
    if (of.personId !== undefined) query = query.where('person_id', '=', of.personId)
    if (of.nameKey !== undefined) query = query.where('name_key', '=', of.nameKey)
  }
  return (await query.returning(['app_id', 'person_id', 'name_key']).execute()).map(toKnown)
}

/** All names of somebody are those of somebody else from now on: they are one person. */
export async function passNames(tx: Tx, { from, to }: { from: string; to: string }, now: Date): Promise<KnownName[]> {
  const rows = await tables(tx)
    .updateTable('sign_on_names')
    .set({ person_id: to, released_at: now, ...held })
    .where('person_id', '=', from)
    .returning(['app_id', 'person_id', 'name_key'])
    .execute()
  return rows.map(toKnown)
}

/** The names by which apps know somebody, those that were let go among them. */
export async function namesOfPerson(r: Reader, personId: string) {
  const rows = await tables(r)
    .selectFrom('sign_on_names')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('released_at')
    .orderBy('name_key')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ ...toKnown(row), since: row.released_at, isFreed: row.freed_at !== null }))
}

/** How many there are for people of a directory, of how many people, in how many apps; none that was let go. */
export async function countNamesOf(r: Reader, directoryId: string) {
  const row = await tables(r)
    .selectFrom('names_at_apps')
    .select(({ fn }) => [
      fn.countAll<number>().as('names'),
      fn.count<number>('person_id').distinct().as('people'),
      fn.count<number>('app_id').distinct().as('apps'),
    ])
    .where('directory_id', '=', directoryId)
    .where('freed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { names: Number(row.names), people: Number(row.people), apps: Number(row.apps) }
}

/** The names that fit all of what is given are forgotten. Answers the app of each. */
export async function deleteNames(tx: Tx, of: Names): Promise<string[]> {
  let query = tables(tx).deleteFrom('sign_on_names')
  if (of.appId !== undefined) query = query.where('app_id', '=', of.appId)
  if (of.personId !== undefined) query = query.where('person_id', '=', of.personId)
  if (of.nameKey !== undefined) query = query.where('name_key', '=', of.nameKey)
  return (await query.returning('app_id').execute()).map((row) => row.app_id)
}
