/** SQL of tickets that stand for our cases. The cases are the desk's own, so both are read together. */
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { toCase } from '../store-cases.ts'
import type { DeskTables } from '../store-tables.ts'
import type { Case } from '../types.ts'
import { type ServiceNowTables, tables } from './store-tables.ts'

export type TicketTable = 'incident' | 'sc_task'
export type Ticket = {
  caseId: string
  table: TicketTable
  sysId: string | null
  number: string | null
  toldState: string | null
}

/** Cases that the instance does not show as they are: without a ticket though not settled, or in another state than it was told. */
export async function casesToTell(
  reader: Reader,
  connectionId: string,
  limit: number,
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
    ])
    .where((where) =>
      where.or([
        where.and([
          where('servicenow_tickets.case_id', 'is', null),
          where('desk_cases.state', 'in', ['open', 'assigned', 'waiting']),
        ]),
        where.and([
          where('servicenow_tickets.is_closed', '=', false),
          sql<boolean>`servicenow_tickets.told_state is distinct from desk_cases.state`,
        ]),
      ]),
    )
    .orderBy('desk_cases.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    theCase: toCase(row),
    ticket:
      row.table_name === null
        ? null
        : { caseId: row.id, table: row.table_name, sysId: row.sys_id, number: row.number, toldState: row.told_state },
  }))
}

export async function saveTicket(
  reader: Reader,
  connectionId: string,
  ticket: Ticket & { isClosed: boolean; now: Date },
): Promise<void> {
  const values = {
    sys_id: ticket.sysId,
    number: ticket.number,
    told_state: ticket.toldState,
    is_closed: ticket.isClosed,
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

export async function openTickets(reader: Reader, connectionId: string, limit: number): Promise<Ticket[]> {
  const rows = await tables(reader)
    .selectFrom('servicenow_tickets')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('is_closed', '=', false)
    .where('sys_id', 'is not', null)
    .orderBy('case_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    table: row.table_name,
    sysId: row.sys_id,
    number: row.number,
    toldState: row.told_state,
  }))
}
