/** SQL of the queue: which cases match, in which order, and how many there are. */
import { sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import { toCase } from './store-cases.ts'
import { dueOrder, tables, unsettled } from './store-tables.ts'
import type { Case, CaseKind, CaseState, Tier } from './types.ts'

export type CaseFilter = {
  state?: CaseState | 'unsettled' | 'settled' | undefined
  kind?: CaseKind | undefined
  tier?: Tier | undefined
  directoryId?: string | undefined
  /** `null`: nobody's. */
  assigneeId?: string | null | undefined
  personId?: string | undefined
  /** Only those that were due before this time. */
  overdueAt?: Date | undefined
  /** Folded words; each begins some word of the case. */
  words?: readonly string[] | undefined
}

/** Where a page goes on. `due`: milliseconds, or for those that come first or last whatever the time. */
export type CasePlace = { due: number | 'first' | 'last'; id: string }

const byDue = new Set<CaseFilter['state']>(['unsettled', 'open', 'assigned', 'waiting'])
export const isByDue = (filter: CaseFilter): boolean => byDue.has(filter.state)

/** Unsettled ones by when they are due, all others newest first. */
export async function listCases(
  reader: Reader,
  filter: CaseFilter,
  page: { after: CasePlace | null; limit: number },
): Promise<Case[]> {
  let query = tables(reader).selectFrom('desk_cases').selectAll()
  if (filter.state === 'unsettled') query = query.where(unsettled)
  else if (filter.state === 'settled') query = query.where('settled_at', 'is not', null)
  else if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.tier) query = query.where('tier', '=', filter.tier)
  if (filter.directoryId) query = query.where('directory_id', '=', filter.directoryId)
  if (filter.assigneeId === null) query = query.where('assignee_id', 'is', null)
  else if (filter.assigneeId) query = query.where('assignee_id', '=', filter.assigneeId)
  if (filter.personId) query = query.where('person_id', '=', filter.personId)
  if (filter.overdueAt) query = query.where('due_at', '<=', filter.overdueAt)
  for (const word of filter.words ?? []) query = query.where(sql<boolean>`strpos(search_text, ${` ${word}`}) > 0`)
  if (page.after && isByDue(filter)) {
    query = query.where(sql<boolean>`(${dueOrder}, id) > (${orderOf(page.after.due)}, ${page.after.id}::uuid)`)
  } else if (page.after) query = query.where('id', '<', page.after.id)
  const ordered = isByDue(filter) ? query.orderBy(dueOrder).orderBy('id') : query.orderBy('id', 'desc')
  return (await ordered.limit(page.limit).execute()).map(toCase)
}

function orderOf(due: CasePlace['due']) {
  if (due === 'first') return sql`'-infinity'::timestamptz`
  return due === 'last' ? sql`'infinity'::timestamptz` : sql`${new Date(due)}::timestamptz`
}

/** Numbers over all unsettled cases. */
export async function countCases(reader: Reader, agentId: string, now: Date) {
  return tables(reader)
    .selectFrom('desk_cases')
    .select([
      sql<number>`count(*)`.as('unsettled'),
      sql<number>`count(*) filter (where assignee_id is null)`.as('unassigned'),
      sql<number>`count(*) filter (where assignee_id = ${agentId})`.as('mine'),
      sql<number>`count(*) filter (where due_at <= ${now})`.as('overdue'),
    ])
    .where(unsettled)
    .executeTakeFirstOrThrow()
}
