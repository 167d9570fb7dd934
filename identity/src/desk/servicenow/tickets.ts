import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { journalText } from '@hallpass/servicenow-client/journal'
import type { Person } from '../../directory/module.ts'
import { itself, type MoveCaseDeps, moveCase } from '../move-case.ts'
import { lockCase } from '../store-cases.ts'
import type { Case } from '../types.ts'
import type { ServiceNowDeps } from './deps.ts'
import { isOfInstance } from './is-of-instance.ts'
import { fieldOf } from './match-person.ts'
import type { OpenClient } from './open-client.ts'
import { allConnections, noteOnConnection } from './store-connections.ts'
import { casesToTell, openTickets, saveTicket, type Ticket, type TicketTable } from './store-tickets.ts'
import { ticketWords } from './ticket-words.ts'
import type { Connection } from './types.ts'

export type TicketDeps = MoveCaseDeps &
  Pick<ServiceNowDeps, 'db' | 'directory' | 'publicUrl'> & { openClient: OpenClient }

const together = 100

/** `state` of each table for the states of a case; and those that mean it is over there. */
const states: Record<TicketTable, Record<Case['state'], string>> = {
  incident: { open: '1', assigned: '2', waiting: '3', solved: '6', closed: '6' },
  sc_task: { open: '1', assigned: '2', waiting: '-5', solved: '3', closed: '4' },
}
const endStates: Record<TicketTable, readonly string[]> = { incident: ['6', '7', '8'], sc_task: ['3', '4', '7'] }

/**
 * One place for IT: each password case here has a ticket there, and whichever of the two is closed first closes the other.
 * The ticket carries our case's id, so that a lost answer never makes a second one.
 */
export async function keepTickets(deps: TicketDeps, now: Date): Promise<void> {
  for (const connection of await allConnections(deps.db)) {
    const { casesAs } = connection.settings
    if (connection.state === 'disabled' || connection.instanceId === null || casesAs === 'nothing') continue
    try {
      const client = await deps.openClient(connection)
      await readTickets(deps, client, connection, now)
      for (const { theCase, ticket } of await casesToTell(deps.db, connection.id, together))
        await tellOne(deps, client, connection, { theCase, ticket, table: ticket?.table ?? casesAs, now })
    } catch (error) {
      if (!(error instanceof ServiceNowFailure)) throw error
      await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: error.message })
    }
  }
}

type ToTell = { theCase: Case; ticket: Ticket | null; table: TicketTable; now: Date }

/** What one ticket is refused for is told with the connection, and holds up none of the others. */
async function tellOne(...call: Parameters<typeof tellCase>): Promise<void> {
  const [deps, , connection, { now }] = call
  try {
    await tellCase(...call)
  } catch (error) {
    if (!(error instanceof ServiceNowFailure) || isOfInstance(error)) throw error
    await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: error.message })
  }
}

async function tellCase(
  deps: TicketDeps,
  client: ServiceNowClient,
  connection: Connection,
  { theCase, ticket, table, now }: ToTell,
): Promise<void> {
  const known = ticket?.sysId ? await client.table.get(table, ticket.sysId, ['sys_id', 'number']) : null
  const isOver = theCase.state === 'solved' || theCase.state === 'closed'
  // Deleted there: made again while there is something to do, and not to be closed.
  if (ticket?.sysId && known === null && isOver)
    return await saveTicket(deps.db, connection.id, { ...ticket, toldState: theCase.state, isClosed: true, now })
  const found = known ?? (await findOrMake(deps, client, connection, table, theCase))
  const state = states[table][theCase.state]
  const words = ticketWords(connection.language)
  await client.table.update(
    table,
    found.sys_id ?? '',
    {
      state,
      work_notes: journalText(words.now(theCase)),
      ...(isOver ? { close_notes: words.settled(theCase), close_code: 'Resolved by request' } : {}),
    },
    [],
  )
  const sysId = found.sys_id ?? null
  const told = { caseId: theCase.id, table, sysId, number: found.number ?? null, toldState: theCase.state }
  await saveTicket(deps.db, connection.id, { ...told, isClosed: isOver, now })
}

async function findOrMake(
  deps: TicketDeps,
  client: ServiceNowClient,
  connection: Connection,
  table: TicketTable,
  theCase: Case,
): Promise<Readonly<Record<string, string>>> {
  const where = [{ field: 'correlation_id', op: '=', value: theCase.id }] as const
  const [known] = await client.table.list(table, { where, fields: ['number'] })
  if (known) return known
  const person = await deps.directory.person(deps.db, theCase.personId)
  const words = ticketWords(connection.language)
  const caller = person ? await callerOf(client, connection, person) : null
  return client.table.insert(
    table,
    {
      short_description: words.title(person?.displayName ?? null, theCase.reference),
      description: words.whereWorked(new URL(`/desk?case=${theCase.id}`, deps.publicUrl).href),
      correlation_id: theCase.id,
      correlation_display: 'Hallpass',
      ...(caller !== null && table === 'incident' ? { caller_id: caller } : {}),
    },
    ['number'],
  )
}

async function callerOf(client: ServiceNowClient, { settings }: Connection, person: Person): Promise<string | null> {
  const { field, value } = fieldOf(settings.matchBy, person)
  if (value === '') return null
  try {
    const rows = await client.table.list('sys_user', { where: [{ field, op: '=', value }], fields: [] })
    return rows.length === 1 ? (rows[0]?.sys_id ?? null) : null
  } catch (error) {
    // A login that no query can carry: the ticket names nobody, and its text does.
    if (error instanceof ServiceNowFailure && error.code === 'unsafe_value') return null
    throw error
  }
}

/** Whoever closes the ticket there closes the case here, but for "this was not me" and people with power: those an agent here settles. */
async function readTickets(
  deps: TicketDeps,
  client: ServiceNowClient,
  connection: Connection,
  now: Date,
): Promise<void> {
  const tickets = await openTickets(deps.db, connection.id, together)
  for (const table of ['incident', 'sc_task'] as const) {
    const here = tickets.filter((ticket) => ticket.table === table)
    if (here.length === 0) continue
    const where = [
      { field: 'sys_id', op: 'IN', value: here.map(({ sysId }) => sysId ?? '') },
      { field: 'state', op: 'IN', value: endStates[table] },
    ] as const
    for (const row of await client.table.list(table, { where, fields: ['number'] })) {
      const ticket = here.find(({ sysId }) => sysId === row.sys_id)
      if (ticket) await closeCase(deps, connection, ticket, row.number ?? '', now)
    }
  }
}

async function closeCase(
  deps: TicketDeps,
  connection: Connection,
  ticket: Ticket,
  number: string,
  now: Date,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const theCase = await lockCase(tx, ticket.caseId)
    if (!theCase) return
    const isOpen = theCase.state !== 'solved' && theCase.state !== 'closed'
    const mayClose = theCase.kind !== 'reset_disputed' && theCase.tier === 'standard'
    const text = `Closed in ServiceNow: ${number}`
    const closed =
      isOpen && mayClose
        ? await moveCase(
            deps,
            tx,
            theCase,
            { kind: 'closed', by: 'servicenow', result: 'not_needed' },
            { by: itself, text },
          )
        : theCase
    await saveTicket(tx, connection.id, { ...ticket, toldState: closed.state, isClosed: true, now })
  })
}
