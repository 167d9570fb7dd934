/** SQL of cases and of what happened on them. */
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import { type DeskTables, tables, unsettled } from './store-tables.ts'
import type { Case, CaseEvent, CaseKind } from './types.ts'

export async function findCase(reader: Reader, id: string): Promise<Case | null> {
  const row = await tables(reader).selectFrom('desk_cases').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toCase(row) : null
}

/** The row stays locked until the transaction ends: of two agents at one instant the second sees the first. */
export async function lockCase(tx: Tx, id: string): Promise<Case | null> {
  const row = await tables(tx).selectFrom('desk_cases').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toCase(row) : null
}

/** The unsettled case of a kind that a person has, locked. */
export async function lockUnsettled(tx: Tx, personId: string, kind: CaseKind): Promise<Case | null> {
  const row = await tables(tx)
    .selectFrom('desk_cases')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where(unsettled)
    .forUpdate()
    .executeTakeFirst()
  return row ? toCase(row) : null
}

/** Ids of the unsettled cases of a person. */
export async function unsettledOf(reader: Reader, personId: string): Promise<string[]> {
  return (await unsettledIds(reader, { personId })).map((row) => row.id)
}

const unsettledIds = kept((r, { personId }: { personId: string }) =>
  tables(r).selectFrom('desk_cases').select('id').where('person_id', '=', personId).where(unsettled).orderBy('id'),
)

/** False when an unsettled case of this kind and person is there already: the index decides, not a look beforehand. */
export async function insertCase(tx: Tx, theCase: Case, searchText: string): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('desk_cases')
    .values({
      id: theCase.id,
      reference: theCase.reference,
      kind: theCase.kind,
      door: theCase.door,
      person_id: theCase.personId,
      directory_id: theCase.directoryId,
      search_text: searchText,
      opened_at: theCase.openedAt,
      ...toRow(theCase),
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'kind']).where(unsettled).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when the case is no longer at the version it was read at, or another of its kind was opened meanwhile. */
export async function updateCase(tx: Tx, before: Case, next: Case): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('desk_cases')
    .set(toRow(next))
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function insertEvent(tx: Tx, event: CaseEvent): Promise<void> {
  await tables(tx)
    .insertInto('desk_events')
    .values({
      id: event.id,
      case_id: event.caseId,
      at: event.at,
      what: event.what,
      person_id: event.personId,
      proof: event.proof,
      text: event.text,
      code: event.code,
    })
    .execute()
}

/** Oldest first; the last 500. */
export async function eventsOf(reader: Reader, caseId: string): Promise<CaseEvent[]> {
  const rows = await tables(reader)
    .selectFrom('desk_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.reverse().map((row) => ({
    id: row.id,
    caseId: row.case_id,
    at: row.at,
    what: row.what,
    personId: row.person_id,
    proof: row.proof,
    text: row.text,
    code: row.code,
  }))
}

/** Cases that are overdue and of which the team was not told, the longest overdue first. */
export async function newlyOverdue(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('desk_cases')
    .select('id')
    .where('due_at', 'is not', null)
    .where('overdue_told_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Whether an agent had a case of this person in hand at any time of the period. */
export async function wasInHand(reader: Reader, personId: string, from: Date, until: Date): Promise<boolean> {
  return (await inHand(reader, { personId, from, until })).length > 0
}

const inHand = kept((r, { personId, from, until }: { personId: string; from: Date; until: Date }) =>
  tables(r)
    .selectFrom('desk_cases')
    .select(sql<number>`1`.as('found'))
    .where('person_id', '=', personId)
    .where('taken_at', '<=', until)
    .where((where) => where.or([where('settled_at', 'is', null), where('settled_at', '>=', from)]))
    .limit(1),
)

function toRow(theCase: Case) {
  return {
    state: theCase.state,
    tier: theCase.tier,
    assignee_id: theCase.assigneeId,
    round: theCase.round,
    times: theCase.times,
    changed_at: theCase.changedAt,
    taken_at: theCase.takenAt,
    due_at: theCase.dueAt,
    left_seconds: theCase.leftSeconds,
    overdue_told_at: theCase.overdueToldAt,
    result: theCase.result,
    settled_at: theCase.settledAt,
    was_due_at: theCase.wasDueAt,
    version: theCase.version,
  }
}

export function toCase(row: Selectable<DeskTables['desk_cases']>): Case {
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    tier: row.tier,
    door: row.door,
    personId: row.person_id,
    directoryId: row.directory_id,
    assigneeId: row.assignee_id,
    round: row.round,
    times: row.times,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    takenAt: row.taken_at,
    dueAt: row.due_at,
    leftSeconds: row.left_seconds,
    overdueToldAt: row.overdue_told_at,
    result: row.result,
    settledAt: row.settled_at,
    wasDueAt: row.was_due_at,
    version: row.version,
  }
}
