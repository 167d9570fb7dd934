/** SQL of the report: every number is counted by the database, over what happened and nothing else. */
import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept, keptWrite } from '../platform/database/kept.ts'
import { tables, toCaseSeconds } from './store-tables.ts'
import type { Door, Recovery } from './types.ts'

export type Period = { from: Date; until: Date; directoryId?: string | undefined }

type Counted = Recovery & { deflected: boolean }

/** False when it was counted already: events may come twice. */
export async function insertRecovery(tx: Tx, recovery: Counted): Promise<boolean> {
  return (await countOnce(tx, recovery)).length > 0
}

/** The same where nothing follows from whether it was. */
export const insertRecoverySoon = keptWrite((tx, recovery: Counted) => counting(tx, recovery))

const counting = (r: Reader, recovery: Counted) =>
  tables(r)
    .insertInto('desk_recoveries')
    .values({
      id: recovery.id,
      person_id: recovery.personId,
      directory_id: recovery.directoryId,
      kind: recovery.kind,
      door: recovery.door,
      case_id: recovery.caseId,
      started_at: recovery.startedAt,
      finished_at: recovery.finishedAt,
      deflected: recovery.deflected,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())

const countOnce = kept((r, recovery: Counted) => counting(r, recovery).returning('id'))

export type RecoveryNumbers = {
  /** Monday, as a date; null in a row that is not about one week. */
  week: string | null
  door: Door | null
  directoryId: string | null
  resets: number
  unlocks: number
  deflected: number
  medianSeconds: number | null
  p90Seconds: number | null
}

const recoverySeconds = sql`extract(epoch from finished_at - started_at)`

/** Per week, door and directory; per door; per directory; and over all (everything null). */
export async function recoveryNumbers(reader: Reader, period: Period): Promise<RecoveryNumbers[]> {
  const { rows } = await sql<RecoveryNumbers>`
    select week::text as week, door, directory_id as "directoryId",
      count(*) filter (where kind = 'reset') as resets,
      count(*) filter (where kind = 'unlock') as unlocks,
      count(*) filter (where deflected) as deflected,
      percentile_cont(0.5) within group (order by ${recoverySeconds})::float8 as "medianSeconds",
      percentile_cont(0.9) within group (order by ${recoverySeconds})::float8 as "p90Seconds"
    from (select *, ${weekOf('finished_at')} as week from desk_recoveries
      where finished_at >= ${period.from} and finished_at < ${period.until} and ${inDirectory(period)}) counted
    group by grouping sets ((week, door, directory_id), (door), (directory_id), ())
    order by week, door, directory_id`.execute(tables(reader))
  return rows
}

export type CaseNumbers = {
  week: string | null
  opened: number
  settled: number
  solved: number
  overdue: number
  medianSeconds: number | null
  p90Seconds: number | null
}

/** Cases by the week they were opened in, and over all. */
export async function caseNumbers(reader: Reader, period: Period, now: Date): Promise<CaseNumbers[]> {
  const { rows } = await sql<CaseNumbers>`
    select week::text as week, count(*) as opened,
      count(*) filter (where settled_at is not null) as settled,
      count(*) filter (where state = 'solved') as solved,
      count(*) filter (where ${overdue(now)}) as overdue,
      percentile_cont(0.5) within group (order by ${toCaseSeconds})::float8 as "medianSeconds",
      percentile_cont(0.9) within group (order by ${toCaseSeconds})::float8 as "p90Seconds"
    from (select *, ${weekOf('opened_at')} as week from desk_cases
      where opened_at >= ${period.from} and opened_at < ${period.until} and ${inDirectory(period)}) counted
    group by grouping sets ((week), ()) order by week`.execute(tables(reader))
  return rows
}

export type ReportNumber =
  | 'resets'
  | 'unlocks'
  | 'deflected'
  | 'cases_opened'
  | 'cases_settled'
  | 'cases_solved'
  | 'cases_overdue'

export type EntryRow = {
  id: string
  personId: string
  directoryId: string
  door: Door
  caseId: string | null
  reference: string | null
  startedAt: Date
  finishedAt: Date | null
  seconds: number | null
}

export type EntryFilter = Period & {
  number: ReportNumber
  door?: Door | undefined
  week?: string | undefined
  before?: { at: Date; id: string } | undefined
  limit: number
  now: Date
}

/** What is behind one number, newest first: the same conditions that were counted. */
export async function reportEntries(reader: Reader, filter: EntryFilter): Promise<EntryRow[]> {
  const isCases = filter.number.startsWith('cases_')
  const at = isCases ? sql.ref('opened_at') : sql.ref('finished_at')
  const conditions = [
    sql`${at} >= ${filter.from} and ${at} < ${filter.until}`,
    inDirectory(filter),
    behind(filter),
    ...(filter.door ? [sql`door = ${filter.door}`] : []),
    ...(filter.week ? [sql`${weekOf(isCases ? 'opened_at' : 'finished_at')} = ${filter.week}::date`] : []),
    ...(filter.before ? [sql`(${at}, id) < (${filter.before.at}, ${filter.before.id}::uuid)`] : []),
  ]
  const where = sql.join(conditions, sql` and `)
  const columns = isCases
    ? sql`id as "caseId", reference, opened_at as "startedAt", settled_at as "finishedAt", ${toCaseSeconds}::float8 as seconds from desk_cases`
    : sql`case_id as "caseId", null as reference, started_at as "startedAt", finished_at as "finishedAt", ${recoverySeconds}::float8 as seconds from desk_recoveries`
  const { rows } = await sql<EntryRow>`
    select id, person_id as "personId", directory_id as "directoryId", door, ${columns}
    where ${where} order by ${at} desc, id desc limit ${filter.limit}`.execute(tables(reader))
  return rows
}

function behind({ number, now }: EntryFilter) {
  switch (number) {
    case 'resets':
      return sql`kind = 'reset'`
    case 'unlocks':
      return sql`kind = 'unlock'`
    case 'deflected':
      return sql`deflected`
    case 'cases_opened':
      return sql`true`
    case 'cases_settled':
      return sql`settled_at is not null`
    case 'cases_solved':
      return sql`state = 'solved'`
    case 'cases_overdue':
      return overdue(now)
  }
}

const overdue = (now: Date) => sql`was_due_at < coalesce(settled_at, ${now}) and state <> 'waiting'`

const weekOf = (column: 'finished_at' | 'opened_at') =>
  sql`date_trunc('week', ${sql.ref(column)} at time zone 'UTC')::date`

const inDirectory = ({ directoryId }: Period) => (directoryId ? sql`directory_id = ${directoryId}` : sql`true`)
