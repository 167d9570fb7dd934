/** SQL that writes people, in batches of a page of a directory. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { PersonState } from '../types.ts'
import { type AddressRow, type PersonRow, tables } from './tables.ts'

/** The rows of these entries, locked in one order so that two syncs never wait for each other in a circle. */
export async function lockPeople(tx: Tx, directoryId: string, refs: readonly string[]): Promise<PersonRow[]> {
  if (refs.length === 0) return []
  return await tables(tx)
    .selectFrom('people')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .where('ref', 'in', [...refs])
    .orderBy('ref')
    .forUpdate()
    .execute()
}

/** Makes the rows so. Rows that another sync put there first keep their id; the caller reads them again. */
export async function putPeople(tx: Tx, rows: readonly PersonRow[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0] as PersonRow).filter(
    (column) => !['id', 'directory_id', 'ref', 'first_seen_at'].includes(column),
  )
  await tables(tx)
    .insertInto('people')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['directory_id', 'ref'])
        .doUpdateSet((is) =>
          Object.fromEntries(columns.map((column) => [column, is.ref(`excluded.${column as keyof PersonRow}`)])),
        ),
    )
    .execute()
}

export async function putWords(tx: Tx, words: ReadonlyMap<string, readonly string[]>): Promise<void> {
  if (words.size === 0) return
  await tables(tx)
    .deleteFrom('person_words')
    .where('person_id', 'in', [...words.keys()])
    .execute()
  const pairs = [...words].flatMap(([person, list]) => list.map((word) => ({ person_id: person, word })))
  if (pairs.length === 0) return
  await sql`insert into person_words (person_id, word)
    select * from unnest(${pairs.map((pair) => pair.person_id)}::uuid[], ${pairs.map((pair) => pair.word)}::text[])
    on conflict do nothing`.execute(tables(tx))
}

export async function addressRowsOf(tx: Tx, personIds: readonly string[]): Promise<AddressRow[]> {
  if (personIds.length === 0) return []
  return await tables(tx)
    .selectFrom('person_addresses')
    .selectAll()
    .where('person_id', 'in', [...personIds])
    .execute()
}

/** Replaces the addresses of these people. */
export async function putAddresses(tx: Tx, personIds: readonly string[], rows: readonly AddressRow[]): Promise<void> {
  if (personIds.length === 0) return
  await tables(tx)
    .deleteFrom('person_addresses')
    .where('person_id', 'in', [...personIds])
    .execute()
  if (rows.length > 0)
    await tables(tx)
      .insertInto('person_addresses')
      .values([...rows])
      .execute()
}

export async function existingIds(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tables(tx)
    .selectFrom('people')
    .select('id')
    .where('id', 'in', [...personIds])
    .execute()
  return new Set(rows.map((row) => row.id))
}

export type Link = { id: string; managerId: string | null; version: number }

/**
 * Points people at the manager whom their directory names, and at nobody where that name is nobody's. With `ids` only
 * where one of these is on either end; returns those that were not so before.
 */
export async function linkManagers(
  tx: Tx,
  directoryId: string,
  ids: readonly string[] | 'all',
  now: Date,
): Promise<Link[]> {
  const touched = ids === 'all' ? sql`true` : sql`(p.id = any(${[...ids]}::uuid[]) or m.id = any(${[...ids]}::uuid[]))`
  const linked = await sql<{ id: string; manager_id: string; version: number }>`
    update people p set manager_id = m.id, version = p.version + 1, changed_at = ${now}
    from people m
    where p.directory_id = ${directoryId} and m.directory_id = ${directoryId} and m.handle = p.manager_ref
      and m.state <> 'gone' and m.missing_since is null and p.manager_id is distinct from m.id and ${touched}
    returning p.id, p.manager_id, p.version`.execute(tables(tx))
  const own = ids === 'all' ? sql`true` : sql`p.id = any(${[...ids]}::uuid[])`
  const unlinked = await sql<{ id: string; version: number }>`
    update people p set manager_id = null, version = p.version + 1, changed_at = ${now}
    where p.directory_id = ${directoryId} and p.manager_id is not null and p.manager_ref is not null and ${own}
      and not exists (
        select 1 from people m
        where m.directory_id = ${directoryId} and m.handle = p.manager_ref and m.state <> 'gone' and m.missing_since is null
      )
    returning p.id, p.version`.execute(tables(tx))
  return [
    ...linked.rows.map((row) => ({ id: row.id, managerId: row.manager_id, version: row.version })),
    ...unlinked.rows.map((row) => ({ id: row.id, managerId: null, version: row.version })),
  ]
}

/** Everybody a directory is believed to have, for holding against the keys that were seen. */
export async function presentRefs(tx: Tx, directoryId: string) {
  return await tables(tx)
    .selectFrom('people')
    .select(['id', 'ref', 'missing_since'])
    .where('directory_id', '=', directoryId)
    .where('state', '<>', 'gone')
    .execute()
}

export async function setMissing(tx: Tx, ids: readonly string[], since: Date | null): Promise<void> {
  if (ids.length === 0) return
  await tables(tx)
    .updateTable('people')
    .set({ missing_since: since })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}

/** Their entries are gone: the name of the entry is free for somebody else, the person stays as history. */
export async function markGone(tx: Tx, ids: readonly string[], now: Date): Promise<{ id: string; version: number }[]> {
  if (ids.length === 0) return []
  const state: PersonState = 'gone'
  return await tables(tx)
    .updateTable('people')
    .set((is) => ({
      state,
      state_since: now,
      missing_since: null,
      handle: null,
      changed_at: now,
      version: is('version', '+', 1),
    }))
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('state', '<>', 'gone')
    .returning(['id', 'version'])
    .execute()
}
