/** SQL that writes people, in batches of a page of a directory. */
import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import { batches } from '../../platform/database/batches.ts'
import type { Tx } from '../../platform/database/database.ts'
import { forget } from '../../platform/database/once.ts'
import type { PersonState } from '../types.ts'
import { type AddressRow, type PersonRow, type PhoneRow, tables } from './tables.ts'

/** The rows of these entries as they are. */
export async function peopleByRefs(tx: Tx, directoryId: string, refs: readonly string[]): Promise<PersonRow[]> {
  if (refs.length === 0) return []
  return await byRefs(tx, directoryId, refs).execute()
}

/** The same, locked in one order so that two syncs never wait for each other in a circle. */
export async function lockPeople(tx: Tx, directoryId: string, refs: readonly string[]): Promise<PersonRow[]> {
  if (refs.length === 0) return []
  forget(tx, 'people')
  return await byRefs(tx, directoryId, refs).orderBy('ref').forUpdate().execute()
}

function byRefs(tx: Tx, directoryId: string, refs: readonly string[]) {
  return tables(tx)
    .selectFrom('people')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .where('ref', '=', sql<string>`any(${[...refs]}::text[])`)
}

/** Who the names of entries are, of a directory. */
export async function idsByHandles(
  tx: Tx,
  directoryId: string,
  handles: readonly string[],
): Promise<Map<string, string>> {
  if (handles.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('people')
    .select(['id', 'handle'])
    .where('directory_id', '=', directoryId)
    .where('handle', '=', sql<string>`any(${[...new Set(handles)]}::text[])`)
    .where('state', '<>', 'gone')
    .where('missing_since', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.handle ?? '', row.id]))
}

/** Makes the rows so. Rows that another sync put there first keep their id; the caller reads them again. */
export async function putPeople(tx: Tx, rows: readonly PersonRow[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0] as PersonRow).filter(
    (column) => !['id', 'directory_id', 'ref', 'first_seen_at'].includes(column),
  )
  forget(tx, 'people')
  for (const batch of batches(rows)) {
    await tables(tx)
      .insertInto('people')
      .values(batch)
      .onConflict((conflict) =>
        conflict
          .columns(['directory_id', 'ref'])
          .doUpdateSet((is) =>
            Object.fromEntries(columns.map((column) => [column, is.ref(`excluded.${column as keyof PersonRow}`)])),
          ),
      )
      .execute()
  }
}

/** `renewed`: whose words may have been others before. */
export async function putWords(
  tx: Tx,
  words: ReadonlyMap<string, readonly string[]>,
  renewed: readonly string[],
): Promise<void> {
  if (renewed.length > 0) {
    await tables(tx).deleteFrom('person_words').where('person_id', '=', anyOf(renewed)).execute()
  }
  const pairs = [...words].flatMap(([person, list]) => list.map((word) => ({ person_id: person, word })))
  if (pairs.length === 0) return
  await sql`insert into person_words (person_id, word)
    select * from unnest(${pairs.map((pair) => pair.person_id)}::uuid[], ${pairs.map((pair) => pair.word)}::text[])
    on conflict do nothing`.execute(tables(tx))
}

export async function addressRowsOf(tx: Tx, personIds: readonly string[]): Promise<AddressRow[]> {
  if (personIds.length === 0) return []
  return await tables(tx).selectFrom('person_addresses').selectAll().where('person_id', '=', anyOf(personIds)).execute()
}

/** Makes these the addresses; `renewed`: whose addresses may have been others before. */
export async function putAddresses(tx: Tx, rows: readonly AddressRow[], renewed: readonly string[]): Promise<void> {
  // Addresses are remembered with their people.
  forget(tx, 'people')
  if (renewed.length > 0)
    await tables(tx).deleteFrom('person_addresses').where('person_id', '=', anyOf(renewed)).execute()
  for (const batch of batches(rows)) {
    await tables(tx)
      .insertInto('person_addresses')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function phoneRowsOf(tx: Tx, personIds: readonly string[]): Promise<PhoneRow[]> {
  if (personIds.length === 0) return []
  return await tables(tx).selectFrom('person_phones').selectAll().where('person_id', '=', anyOf(personIds)).execute()
}

/** As `putAddresses`, for numbers. */
export async function putPhones(tx: Tx, rows: readonly PhoneRow[], renewed: readonly string[]): Promise<void> {
  if (renewed.length > 0) {
    await tables(tx).deleteFrom('person_phones').where('person_id', '=', anyOf(renewed)).execute()
  }
  for (const batch of batches(rows)) {
    await tables(tx)
      .insertInto('person_phones')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function existingIds(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tables(tx).selectFrom('people').select('id').where('id', '=', anyOf(personIds)).execute()
  return new Set(rows.map((row) => row.id))
}

export type Link = { id: string; managerId: string | null; version: number }

/**
 * Points people at the manager whom their directory names, and at nobody where that name is nobody's: the people of
 * `own`, and whoever names one of `managers`. Returns those that were not so before.
 */
export async function linkManagers(
  tx: Tx,
  directoryId: string,
  of: { own: readonly string[]; managers: readonly string[] } | 'all',
  now: Date,
): Promise<Link[]> {
  forget(tx, 'people')
  // Two statements rather than one with `or`: each can then use an index.
  const scopes =
    of === 'all' ? [sql`true`] : [sql`p.id = any(${[...of.own]}::uuid[])`, sql`m.id = any(${[...of.managers]}::uuid[])`]
  const links: Link[] = []
  for (const scope of scopes) {
    const linked = await sql<Link>`
      update people p set manager_id = m.id, version = p.version + 1, changed_at = ${now}
      from people m
      where p.directory_id = ${directoryId} and m.directory_id = ${directoryId} and m.handle = p.manager_ref
        and m.state <> 'gone' and m.missing_since is null and p.manager_id is distinct from m.id and ${scope}
      returning p.id, p.manager_id as "managerId", p.version`.execute(tables(tx))
    links.push(...linked.rows)
  }
  const own = of === 'all' ? sql`true` : sql`p.id = any(${[...of.own]}::uuid[])`
  const unlinked = await sql<{ id: string; version: number }>`
    update people p set manager_id = null, version = p.version + 1, changed_at = ${now}
    where p.directory_id = ${directoryId} and p.manager_id is not null and p.manager_ref is not null and ${own}
      and not exists (
        select 1 from people m
        where m.directory_id = ${directoryId} and m.handle = p.manager_ref and m.state <> 'gone' and m.missing_since is null
      )
    returning p.id, p.version`.execute(tables(tx))
  return [...links, ...unlinked.rows.map(({ id, version }) => ({ id, managerId: null, version }))]
}

/** How long a transaction takes that makes somebody in a built-in directory. */
const madeSecondsMax = 30

export type Absent = { id: string; missingSince: Date | null }

/**
 * Everybody a directory is believed to have, held against the keys that were seen: how many there are, who was not seen,
 * and who was missing before and is there again. Whoever came while they were being seen is left out, and so is who was
 * made here so shortly before that the transaction may have ended after. Compared in the database, so that a large directory is not read to memory.
 */
export async function holdAgainst(
  tx: Tx,
  { directoryId, seen, readFrom }: { directoryId: string; seen: ReadonlySet<string>; readFrom: Date },
): Promise<{ present: number; missing: Absent[]; backAgain: string[] }> {
  const present = await tables(tx)
    .selectFrom('people')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('directory_id', '=', directoryId)
    .where('state', '<>', 'gone')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<Absent & { isSeen: boolean }>`
    select p.id, p.missing_since as "missingSince", seen.ref is not null as "isSeen"
    from people p left join unnest(${[...seen]}::text[]) as seen (ref) on seen.ref = p.ref
    where p.directory_id = ${directoryId} and p.state <> 'gone' and (seen.ref is null or p.missing_since is not null)
      and (seen.ref is not null or p.first_seen_at < ${readFrom}::timestamptz - (
        select case when d.kind = 'built-in' then ${madeSecondsMax} else 0 end * interval '1 second'
        from directories d where d.id = ${directoryId}))
  `.execute(tables(tx))
  return {
    present: present.count,
    missing: rows.filter((row) => !row.isSeen),
    backAgain: rows.filter((row) => row.isSeen).map(({ id }) => id),
  }
}

export async function setMissing(tx: Tx, ids: readonly string[], since: Date | null): Promise<void> {
  if (ids.length === 0) return
  forget(tx, 'people')
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
  forget(tx, 'people')
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
