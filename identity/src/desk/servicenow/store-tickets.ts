/** SQL of tickets that stand for our cases. The cases are the desk's own, so both are read together. */
import { type Selectable, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { toCase } from '../store-cases.ts'
import type { DeskTables } from '../store-tables.ts'
import type { Case } from '../types.ts'
import { type ServiceNowTables, tables } from './store-tables.ts'

export type TicketTable = 'incident' | 'sc_task'
export type Ticket = {
  caseId: string
  table: TicketTable
  /** Null until it is known which record it is. */
  sysId: string | null
  number: string | null
  toldState: string | null
  /** It was made, by an answer that did not say which record it is. */
  isUnseen: boolean
  failingSince: Date | null
}

/** The first that failed is tried again after this long, and each later time after as long as it has failed by then. */
const pauseSecondsMin = 60
const pauseSecondsMax = 3600

type Page = { after: string | null; limit: number }

/**
 * Cases that the instance does not show as they are: without a ticket though not settled, in another state than it was
 * told, or opened again since their ticket was closed with them. By pages in the order of their ids; those whose next try is to come are left out.
 */
export async function casesToTell(
  reader: Reader,
  connectionId: string,
  { after, limit, now }: Page & { now: Date },
): Promise<{ theCase: Case; ticket: Ticket | null }[]> {
  const rows = await reader
    .withTables<DeskTables & ServiceNowTables>()
    .selectFrom('desk_cases')
    .leftJoin('servicenow_tickets', (join) =>
      join
        .onRef('servicenow_tickets.case_id', '=', 'desk_cases.id')
        .on('servicenow_tickets.connection_id', '=', connectionId),
    )
    .selectAll('desk_cases')
    .select([
      'servicenow_tickets.table_name',
      'servicenow_tickets.sys_id',
      'servicenow_tickets.number',
      'servicenow_tickets.told_state',
      'servicenow_tickets.is_unseen',
      'servicenow_tickets.failing_since',
    ])
    .where((where) =>
      where.or([
        where.and([
          where('servicenow_tickets.case_id', 'is', null),
          where('desk_cases.state', 'in', ['open', 'assigned', 'waiting']),
        ]),
        where.and([
          where.or([
            where('servicenow_tickets.is_closed', '=', false),
            where.and([
              where('servicenow_tickets.told_state', 'in', ['solved', 'closed']),
              where('desk_cases.state', 'in', ['open', 'assigned', 'waiting']),
            ]),
          ]),
          sql<boolean>`servicenow_tickets.told_state is distinct from desk_cases.state`,
          where.or([
            where('servicenow_tickets.next_try_at', 'is', null),
            where('servicenow_tickets.next_try_at', '<=', now),
          ]),
        ]),
      ]),
    )
    .$if(after !== null, (query) => query.where('desk_cases.id', '>', after))
    .orderBy('desk_cases.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    theCase: toCase(row),
    ticket:
      row.table_name === null
        ? null
        : {
            caseId: row.id,
            table: row.table_name,
            sysId: row.sys_id,
            number: row.number,
            toldState: row.told_state,
            isUnseen: row.is_unseen ?? false,
            failingSince: row.failing_since,
          },
  }))
}

/** What is saved so fails no more. */
export async function saveTicket(
  reader: Reader,
  connectionId: string,
  ticket: Omit<Ticket, 'isUnseen' | 'failingSince'> & { isUnseen?: boolean; isClosed: boolean; now: Date },
): Promise<void> {
  const values = {
    sys_id: ticket.sysId,
    number: ticket.number,
    told_state: ticket.toldState,
    is_closed: ticket.isClosed,
    is_unseen: ticket.isUnseen ?? false,
    failing_since: null,
    next_try_at: null,
  }
  await tables(reader)
    .insertInto('servicenow_tickets')
    .values({
      case_id: ticket.caseId,
      connection_id: connectionId,
      table_name: ticket.table,
      created_at: ticket.now,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'connection_id']).doUpdateSet(values))
    .execute()
}

/** The ticket of a case could not be told: it is tried again after a pause that grows with how long that is so. */
export async function noteTicketFailed(
  reader: Reader,
  connectionId: string,
  { caseId, table, now }: Pick<Ticket, 'caseId' | 'table'> & { now: Date },
): Promise<void> {
  await sql`insert into servicenow_tickets
      (case_id, connection_id, table_name, is_closed, created_at, failing_since, next_try_at)
    values (${caseId}, ${connectionId}, ${table}, false, ${now}::timestamptz, ${now}::timestamptz,
      ${now}::timestamptz + ${pauseSecondsMin} * interval '1 second')
    on conflict (case_id, connection_id) do update set
      failing_since = coalesce(servicenow_tickets.failing_since, excluded.failing_since),
      next_try_at = ${now}::timestamptz + least(${pauseSecondsMax} * interval '1 second', greatest(
        ${pauseSecondsMin} * interval '1 second', ${now}::timestamptz - servicenow_tickets.failing_since))`.execute(
    tables(reader),
  )
}

/** Tickets that are known and not closed, by pages in the order of their cases. */
export async function openTickets(reader: Reader, connectionId: string, { after, limit }: Page): Promise<Ticket[]> {
  const rows = await tables(reader)
    .selectFrom('servicenow_tickets')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('is_closed', '=', false)
    .where('sys_id', 'is not', null)
    .$if(after !== null, (query) => query.where('case_id', '>', after))
    .orderBy('case_id')
    .limit(limit)
    .execute()
  return rows.map(toTicket)
}

const toTicket = (row: Selectable<ServiceNowTables['servicenow_tickets']>): Ticket => ({
  caseId: row.case_id,
  table: row.table_name,
  sysId: row.sys_id,
  number: row.number,
  toldState: row.told_state,
  isUnseen: row.is_unseen,
  failingSince: row.failing_since,
})
