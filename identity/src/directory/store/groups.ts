/** SQL of groups and who is in them. */
import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { forget, once, onceEach } from '../../platform/database/once.ts'
import { isUuid, wordsOf } from '../text.ts'
import type { Group } from '../types.ts'
import { readCursor, toPage } from './paging.ts'
import { type GroupRow, type PersonRow, tables } from './tables.ts'

export async function groupById(r: Reader, id: string): Promise<GroupRow | null> {
  if (!isUuid(id)) return null
  const select = tables(r).selectFrom('groups').selectAll().where('id', '=', id).where('is_gone', '=', false)
  return (await select.executeTakeFirst()) ?? null
}

export async function groupsOf(r: Reader, personId: string): Promise<GroupRow[]> {
  return await once(r, 'groups', `of ${personId}`, () => ofPerson(r, { personId }))
}

const ofPerson = kept((r, { personId }: { personId: string }) =>
  tables(r)
    .selectFrom('groups')
    .innerJoin('group_members', 'group_members.group_id', 'groups.id')
    .selectAll('groups')
    .where('group_members.person_id', '=', personId)
    .where('is_gone', '=', false)
    .orderBy('sort_name'),
)

export async function activeMembersOf(r: Reader, groupId: string): Promise<PersonRow[]> {
  const read = tables(r)
    .selectFrom('people')
    .innerJoin('group_members', 'group_members.person_id', 'people.id')
    .innerJoin('groups', 'groups.id', 'group_members.group_id')
    .selectAll('people')
    .where('groups.id', '=', groupId)
    .where('groups.is_gone', '=', false)
    .where('people.state', '=', 'active')
    .orderBy('people.sort_name')
    .orderBy('people.id')
  // Forgotten with people, of whom it tells as much as of groups.
  const rows = await once(r, 'people', `members of ${groupId}`, () => read.execute())
  // Whoever remembers what they read need not read these again by id.
  await onceEach(
    r,
    'people',
    rows.map(({ id }) => id),
    async () => new Map(rows.map((row) => [row.id, row])),
  )
  return rows
}

export type GroupsQuery = {
  q?: string | undefined
  directoryId?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Groups by name with the number of their members who are not gone; the words of `q` begin the name's words in order. */
export async function searchGroups(r: Reader, query: GroupsQuery) {
  const after = readCursor(query.cursor)
  let select = withMembers(r)
    .where('is_gone', '=', false)
    .orderBy('sort_name')
    .orderBy('id')
    .limit(query.limit + 1)
  if (query.directoryId) select = select.where('directory_id', '=', query.directoryId)
  for (const word of wordsOf(query.q ?? '')) {
    select = select.where(sql<boolean>`position(${` ${word}`} in ' ' || sort_name) > 0`)
  }
  if (after) {
    select = select.where(sql<boolean>`(sort_name, id) > (${after.sort} collate "C", ${after.id}::uuid)`)
  }
  return toPage(await select.execute(), query.limit, (row) => ({ sort: row.sort_name, id: row.id }))
}

export async function groupWithMembers(r: Reader, id: string) {
  if (!isUuid(id)) return null
  return (await withMembers(r).where('id', '=', id).where('is_gone', '=', false).executeTakeFirst()) ?? null
}

function withMembers(r: Reader) {
  return tables(r)
    .selectFrom('groups')
    .selectAll()
    .select((is) =>
      is
        .selectFrom('group_members')
        .innerJoin('people', 'people.id', 'group_members.person_id')
        .select((of) => of.fn.countAll<number>().as('members'))
        .whereRef('group_members.group_id', '=', 'groups.id')
        .where('people.state', '<>', 'gone')
        .as('members'),
    )
}

export async function groupsByRefs(tx: Tx, directoryId: string, refs: readonly string[]): Promise<GroupRow[]> {
  if (refs.length === 0) return []
  return await tables(tx)
    .selectFrom('groups')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .where('ref', '=', sql<string>`any(${[...refs]}::text[])`)
    .orderBy('ref')
    .forUpdate()
    .execute()
}

export async function putGroup(tx: Tx, row: GroupRow): Promise<void> {
  const { id: _id, directory_id: _directory, ref: _ref, ...values } = row
  forgetGroups(tx)
  await tables(tx)
    .insertInto('groups')
    .values(row)
    .onConflict((conflict) => conflict.columns(['directory_id', 'ref']).doUpdateSet(values))
    .execute()
}

/**
 * Makes these, and nobody else, the direct members; true when anything differed. Handles that nobody here has are kept
 * apart: they may be those of groups, whose members count, too (`putInherited`).
 */
export async function putMembers(
  tx: Tx,
  group: { id: string; directoryId: string },
  handles: readonly string[],
): Promise<boolean> {
  forgetGroups(tx)
  const wanted = sql`(
    select id from people
    where directory_id = ${group.directoryId} and handle = any(${[...handles]}::text[]) and state <> 'gone'
  )`
  const removed =
    await sql`delete from group_members where group_id = ${group.id} and is_direct and person_id not in ${wanted}`.execute(
      tables(tx),
    )
  const added = await sql`insert into group_members (group_id, person_id, is_direct)
    select ${group.id}::uuid, id, true from ${wanted} as wanted
    on conflict (group_id, person_id) do update set is_direct = true where not group_members.is_direct`.execute(
    tables(tx),
  )
  const others = sql`(
    select member.handle from unnest(${[...handles]}::text[]) as member (handle)
    where not exists (
      select 1 from people p
      where p.directory_id = ${group.directoryId} and p.handle = member.handle and p.state <> 'gone'
    )
  )`
  const left = await sql`delete from group_nested where group_id = ${group.id} and handle not in ${others}`.execute(
    tables(tx),
  )
  const joined = await sql`insert into group_nested (group_id, handle)
    select distinct ${group.id}::uuid, handle from ${others} as others on conflict do nothing`.execute(tables(tx))
  return [removed, added, left, joined].some((result) => Number(result.numAffectedRows ?? 0) > 0)
}

/** Deeper than any company nests its groups; a ring of groups ends by itself, as each is looked at once. */
const nestingMax = 50

/**
 * Makes the members that come through groups within groups so, for these groups and all that hold them, however deep.
 * Returns the groups in which that changed anything.
 */
export async function putInherited(
  tx: Tx,
  directoryId: string,
  changed: readonly string[],
  now: Date,
): Promise<GroupRow[]> {
  if (changed.length === 0) return []
  forgetGroups(tx)
  const affected = sql`
    with recursive above (id, depth) as (
      select unnest(${[...changed]}::uuid[]), 0
      union
      select nested.group_id, above.depth + 1
      from above
      join groups held on held.id = above.id
      join group_nested nested on nested.handle = held.handle
      join groups holder on holder.id = nested.group_id and holder.directory_id = ${directoryId}
      where above.depth < ${nestingMax}
    )
    select distinct id from above`
  const wanted = sql`
    with recursive below (top, id, depth) as (
      select id, id, 0 from affected
      union
      select below.top, held.id, below.depth + 1
      from below
      join group_nested nested on nested.group_id = below.id
      join groups held on held.handle = nested.handle and held.directory_id = ${directoryId} and not held.is_gone
      where below.depth < ${nestingMax}
    )
    select distinct below.top as group_id, members.person_id
    from below join group_members members on members.group_id = below.id and members.is_direct
    where below.id <> below.top`
  const result = await sql<{ group_id: string }>`
    with affected as materialized (${affected}), wanted as materialized (${wanted}),
    removed as (
      delete from group_members m using affected
      where m.group_id = affected.id and not m.is_direct
        and not exists (select 1 from wanted w where w.group_id = m.group_id and w.person_id = m.person_id)
      returning m.group_id
    ),
    added as (
      insert into group_members (group_id, person_id, is_direct)
      select group_id, person_id, false from wanted on conflict do nothing
      returning group_id
    )
    select group_id from removed union select group_id from added`.execute(tables(tx))
  if (result.rows.length === 0) return []
  return await tables(tx)
    .updateTable('groups')
    .set((is) => ({ changed_at: now, version: is('version', '+', 1) }))
    .where('id', '=', anyOf(result.rows.map((row) => row.group_id)))
    .returningAll()
    .execute()
}

/** Whether any group of this directory holds something that is not a person, or did; else nothing is inherited. */
export async function hasNesting(tx: Tx, directoryId: string): Promise<boolean> {
  const found = await sql`select 1 from group_nested n join groups g on g.id = n.group_id
    where g.directory_id = ${directoryId}
    union all
    select 1 from group_members m join groups g on g.id = m.group_id
    where g.directory_id = ${directoryId} and not m.is_direct limit 1`.execute(tables(tx))
  return found.rows.length > 0
}

/** Marks groups of a directory whose refs were not seen as gone; returns them. */
export async function markGroupsGone(
  tx: Tx,
  directoryId: string,
  seen: ReadonlySet<string>,
  now: Date,
): Promise<GroupRow[]> {
  const present = await tables(tx)
    .selectFrom('groups')
    .select(['id', 'ref'])
    .where('directory_id', '=', directoryId)
    .where('is_gone', '=', false)
    .execute()
  const missing = present.filter((group) => !seen.has(group.ref)).map((group) => group.id)
  if (missing.length === 0) return []
  forgetGroups(tx)
  return await tables(tx)
    .updateTable('groups')
    .set((is) => ({ is_gone: true, changed_at: now, version: is('version', '+', 1) }))
    .where('id', '=', anyOf(missing))
    .returningAll()
    .execute()
}

function forgetGroups(tx: Tx): void {
  forget(tx, 'groups')
  forget(tx, 'people')
}

export const toGroup = (row: GroupRow): Group => ({ id: row.id, directoryId: row.directory_id, name: row.name })
