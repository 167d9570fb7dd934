import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database, Reader, Tx } from '../platform/database/database.ts'
import type { Body, PersonalValue, StoredEntry, TrailFilter } from './types.ts'

type AuditTables = {
  audit_entries: {
    chain: number
    seq: number
    at: Date
    body: Body
    prev: Buffer
    hash: Buffer
    id: string
    action: string
  }
  audit_personal: { entry_id: string; name: string; person_id: string | null; salt: Buffer; value: unknown }
  audit_open_intents: { id: string; at: Date }
  audit_checkpoints: { number: number; at: Date; body: string; signature: string }
}

/** As many as `audit_append` spreads entries over. */
const chainCount = 16

const tables = (reader: Reader): Kysely<AuditTables> => reader.withTables<AuditTables>()

/** An entry as it is hashed and kept: its body as canonical JSON. */
export type Appended = { at: string; body: string }

/** Appends to one chain, which stays locked until this transaction ends: SQL for its last statement. */
export function append({ entries, values }: { entries: Appended[]; values: PersonalValue[] }): RawBuilder<unknown> {
  return sql`audit_append(null::int, ${entries.map(({ body }) => body)}::text[], ${entries.map(({ at }) => at)}::timestamptz[],
    ${JSON.stringify(values)}::jsonb)`
}

export type EntryRow = { chain: number; seq: number; at: Date; body: Body; prev: Buffer; hash: Buffer }

/** The next entries of one chain after `seq`, in order. */
export function entriesOfChain(reader: Reader, chain: number, afterSeq: number, limit: number): Promise<EntryRow[]> {
  return tables(reader)
    .selectFrom('audit_entries')
    .select(['chain', 'seq', 'at', 'body', 'prev', 'hash'])
    .where('chain', '=', chain)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

export async function chainsInUse(reader: Reader): Promise<number[]> {
  const rows = await tables(reader).selectFrom('audit_entries').select('chain').distinct().orderBy('chain').execute()
  return rows.map((row) => row.chain)
}

/** Where an entry with this hash stands in a chain. */
export async function seqOfHash(reader: Reader, chain: number, hash: Buffer): Promise<number | null> {
  const row = await tables(reader)
    .selectFrom('audit_entries')
    .select('seq')
    .where('chain', '=', chain)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row?.seq ?? null
}

export type Head = { chain: number; seq: number; hash: Buffer }

/** The last entry of every chain, in one statement and so at one instant. */
export async function chainHeads(reader: Reader): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select c.chain, e.seq, e.hash from generate_series(0, ${sql.lit(chainCount - 1)}) c (chain)
    cross join lateral (
      select seq, hash from audit_entries e where e.chain = c.chain order by seq desc limit 1) e
    order by c.chain`.execute(tables(reader))
  return rows
}

/** Up to which time values about a person were erased, by person: the newest of them may have been written by a fast clock. */
export async function erasuresByPerson(reader: Reader): Promise<Map<string, Date>> {
  const { rows } = await sql<{ person: string; until: Date }>`
    select body -> 'subjects' ->> 'personId' as person,
      max(greatest(at, (body -> 'after' ->> 'until')::timestamptz)) as until
    from audit_entries where action = 'trail.values_erased' group by 1`.execute(tables(reader))
  return new Map(rows.map(({ person, until }) => [person, until]))
}

export type PersonalRow = { entry_id: string; name: string; salt: Buffer; value: unknown }

export function personalOf(reader: Reader, entryIds: readonly string[]): Promise<PersonalRow[]> {
  if (entryIds.length === 0) return Promise.resolve([])
  return tables(reader)
    .selectFrom('audit_personal')
    .select(['entry_id', 'name', 'salt', 'value'])
    .where(sql<boolean>`entry_id = any(${entryIds}::uuid[])`)
    .execute()
}

const storedColumns = ['chain', 'seq', 'body', 'prev', 'hash'] as const

export type Paging = { order: 'newest' | 'oldest'; after?: string | undefined; limit: number }

/** Entries that match, by the time they were recorded; `after` is the id of the last one of the page before. */
export async function searchEntries(reader: Reader, filter: TrailFilter, paging: Paging): Promise<StoredEntry[]> {
  const isNewest = paging.order === 'newest'
  let query = tables(reader).selectFrom('audit_entries').select(storedColumns).limit(paging.limit)
  for (const condition of conditionsOf(filter)) query = query.where(condition)
  if (paging.after) query = query.where('id', isNewest ? '<' : '>', paging.after)
  return withValues(reader, await query.orderBy('id', isNewest ? 'desc' : 'asc').execute())
}

function conditionsOf(filter: TrailFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = []
  const { action, personId, subjects, from, to } = filter
  if (action?.endsWith('.')) conditions.push(sql`action like ${`${action.replaceAll('_', '\\_')}%`}`)
  else if (action) conditions.push(sql`action = ${action}`)
  if (personId) {
    conditions.push(sql`(body -> 'subjects' @> ${JSON.stringify({ personId })}::jsonb
      or body -> 'actor' ->> 'personId' = ${personId})`)
  }
  if (subjects && Object.keys(subjects).length > 0) {
    conditions.push(sql`body -> 'subjects' @> ${JSON.stringify(subjects)}::jsonb`)
  }
  if (from) conditions.push(sql`at >= ${from}`)
  if (to) conditions.push(sql`at < ${to}`)
  return conditions
}

export async function entryById(reader: Reader, id: string): Promise<StoredEntry | null> {
  const rows = await tables(reader).selectFrom('audit_entries').select(storedColumns).where('id', '=', id).execute()
  return (await withValues(reader, rows))[0] ?? null
}

async function withValues(reader: Reader, rows: Omit<EntryRow, 'at'>[]): Promise<StoredEntry[]> {
  const withPersonal = rows.filter((row) => row.body.personal).map((row) => row.body.id)
  const values = Map.groupBy(await personalOf(reader, withPersonal), (row) => row.entry_id)
  return rows.map((row) => ({
    ...row,
    values: new Map(values.get(row.body.id)?.map((value) => [value.name, value.value])),
  }))
}

/** Intents without an outcome, oldest first. */
export function openIntents(reader: Reader, limit: number): Promise<{ body: Body }[]> {
  return tables(reader)
    .selectFrom('audit_open_intents as open')
    .innerJoin('audit_entries as entry', 'entry.id', 'open.id')
    .select('entry.body')
    .orderBy('open.id')
    .limit(limit)
    .execute()
}

export async function openIntentIds(reader: Reader): Promise<string[]> {
  const rows = await tables(reader).selectFrom('audit_open_intents').select('id').execute()
  return rows.map((row) => row.id)
}

export async function isIntentOpen(tx: Tx, id: string): Promise<boolean> {
  const rows = await tables(tx).selectFrom('audit_open_intents').select('id').where('id', '=', id).execute()
  return rows.length > 0
}

export type CheckpointRow = AuditTables['audit_checkpoints']

export function checkpointRows(reader: Reader): Promise<CheckpointRow[]> {
  return tables(reader).selectFrom('audit_checkpoints').selectAll().orderBy('number').execute()
}

export function lastCheckpointRow(reader: Reader): Promise<CheckpointRow | undefined> {
  return tables(reader)
    .selectFrom('audit_checkpoints')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function addCheckpoint(tx: Tx, row: CheckpointRow): Promise<void> {
  await tables(tx).insertInto('audit_checkpoints').values(row).execute()
}

/** Everything `work` reads is of one instant, however long it takes. */
export function readSnapshot<T>(db: Database, work: (reader: Reader) => Promise<T>): Promise<T> {
  return tables(db)
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => work({ withTables: <Tables>() => snapshot as unknown as Kysely<Tables> }))
}

/** Takes the values about one person away; needs the rights of the tables' owner. Answers how many, and the time of the newest. */
export async function deletePersonalValues(tx: Tx, personId: string): Promise<{ count: number; newest: Date | null }> {
  const { rows } = await sql<{ count: number; newest: Date | null }>`
    with gone as (delete from audit_personal where person_id = ${personId} returning entry_id)
    select count(*) as count, max(e.at) as newest from gone left join audit_entries e on e.id = gone.entry_id`.execute(
    tables(tx),
  )
  return { count: Number(rows[0]?.count ?? 0), newest: rows[0]?.newest ?? null }
}
