/** SQL of what was sent to people, or waits to be. */
import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { type DeskTables, pendingOutcome, tables } from './store-tables.ts'
import type { Outcome } from './types.ts'

/** Everything of a case, oldest first. */
export async function outcomesOf(reader: Reader, caseId: string): Promise<Outcome[]> {
  const rows = await tables(reader)
    .selectFrom('desk_outcomes')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map(toOutcome)
}

/** What is pending for a person, what was sent to them lately, and what was ever sent on this case. */
export async function outcomesFor(
  reader: Reader,
  personId: string,
  filter: { caseId: string; since: Date },
): Promise<Outcome[]> {
  const rows = await tables(reader)
    .selectFrom('desk_outcomes')
    .selectAll()
    .where('person_id', '=', personId)
    .where((where) =>
      where.or([pendingOutcome, where('case_id', '=', filter.caseId), where('sent_at', '>', filter.since)]),
    )
    .orderBy('id')
    .execute()
  return rows.map(toOutcome)
}

/** What waits for a second agent or for its time, locked. */
export async function lockPending(tx: Tx, personId: string): Promise<Outcome | undefined> {
  const row = await tables(tx)
    .selectFrom('desk_outcomes')
    .selectAll()
    .where('person_id', '=', personId)
    .where(pendingOutcome)
    .forUpdate()
    .executeTakeFirst()
  return row && toOutcome(row)
}

export async function saveOutcome(tx: Tx, outcome: Outcome): Promise<void> {
  const changing = {
    state: outcome.state,
    channel: outcome.channel,
    decided_by: outcome.decidedBy,
    decided_at: outcome.decidedAt,
    not_before: outcome.notBefore,
    sent_at: outcome.sentAt,
    expires_at: outcome.expiresAt,
  }
  await tables(tx)
    .insertInto('desk_outcomes')
    .values({
      id: outcome.id,
      case_id: outcome.caseId,
      person_id: outcome.personId,
      kind: outcome.kind,
      asked_by: outcome.askedBy,
      asked_at: outcome.askedAt,
      ...changing,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

function toOutcome(row: Selectable<DeskTables['desk_outcomes']>): Outcome {
  return {
    id: row.id,
    caseId: row.case_id,
    personId: row.person_id,
    kind: row.kind,
    state: row.state,
    channel: row.channel,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    notBefore: row.not_before,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
  }
}
