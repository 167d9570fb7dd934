import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { journalText } from '@hallpass/servicenow-client/journal'
import type { Case } from '../types.ts'
import { isOfInstance } from './is-of-instance.ts'
import type { OpenClient } from './open-client.ts'
import { type ReadTicketsDeps, readTickets } from './read-tickets.ts'
import { saidOfFault } from './said-of-fault.ts'
import { allConnections, noteOnConnection } from './store-connections.ts'
import { casesToTell, noteTicketFailed, saveTicket, type Ticket, type TicketTable } from './store-tickets.ts'
import { changeTicket, findOrMakeTicket, isDeleted, notShown, type TicketThereDeps } from './ticket-there.ts'
import { ticketWords } from './ticket-words.ts'
import type { Connection } from './types.ts'

export type TicketDeps = ReadTicketsDeps & TicketThereDeps & { openClient: OpenClient }

/** A ticket that nobody shows us is looked for this long after its case was settled here; then it is left as it is. */
const patienceMs = 24 * 3_600_000

/** `state` of each table for the states of a case. */
const states: Record<TicketTable, Record<Case['state'], string>> = {
  incident: { open: '1', assigned: '2', waiting: '3', solved: '6', closed: '6' },
  sc_task: { open: '1', assigned: '2', waiting: '-5', solved: '3', closed: '4' },
}

/**
 * One place for IT: each password case here has a ticket there, and whichever of the two is closed first closes the other.
 * The ticket carries our case's id, so that a lost answer never makes a second one; and where one is known, another is made
 * only when the instance says that it was deleted, since one that a rule hides looks the same from here. `together`: so many cases
 * are read, and tickets asked for, at once.
 */
export async function keepTickets(deps: TicketDeps, now: Date, together = 100): Promise<void> {
  for (const connection of await allConnections(deps.db)) {
    const { casesAs } = connection.settings
    if (connection.state === 'disabled' || connection.instanceId === null || casesAs === 'nothing') continue
    try {
      const client = await deps.openClient(connection)
      await readAll(deps, client, connection, { together, now })
      await tellAll(deps, client, connection, { table: casesAs, together, now })
    } catch (error) {
      const said = saidOfFault(
        deps,
        error,
        'Hallpass could not look after the tickets of this instance; its log says why.',
        {
          connectionId: connection.id,
        },
      )
      await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: said })
    }
  }
}

/** What cannot be read there is told with the connection, and keeps nothing of ours from being told. */
async function readAll(
  deps: TicketDeps,
  client: ServiceNowClient,
  connection: Connection,
  { together, now }: { together: number; now: Date },
): Promise<void> {
  try {
    await readTickets(deps, client, connection, { together, now })
  } catch (error) {
    if (isOfInstance(error)) throw error
    const said = saidOfFault(
      deps,
      error,
      'Hallpass could not look after the tickets of this instance; its log says why.',
      { connectionId: connection.id },
    )
    await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: said })
  }
}

async function tellAll(
  deps: TicketDeps,
  client: ServiceNowClient,
  connection: Connection,
  { table, together, now }: { table: TicketTable; together: number; now: Date },
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const cases = await casesToTell(deps.db, connection.id, { after, limit: together, now })
    for (const { theCase, ticket } of cases)
      await tellOne(deps, client, connection, { theCase, ticket, table: ticket?.table ?? table, now })
    after = cases.at(-1)?.theCase.id ?? null
    if (cases.length < together) return
  }
}

type ToTell = {
  theCase: Case
  ticket: Ticket | null
  table: TicketTable
  now: Date
  /** The ticket that was closed with this case, and that the instance opens no more. */
  insteadOf?: string
}

const isOver = ({ state }: { state: string | null }): boolean => state === 'solved' || state === 'closed'

/** What an instance answers that opens no closed ticket again. */
const isFinal = (error: unknown): boolean =>
  error instanceof ServiceNowFailure && (error.code === 'rejected' || error.code === 'forbidden')

/** What one ticket is refused for is told with the connection, and holds up none of the others. */
async function tellOne(...call: Parameters<typeof tellCase>): Promise<void> {
  const [deps, , { id }, { theCase, now }] = call
  const ids = { connectionId: id, caseId: theCase.id }
  try {
    await tellCase(...call)
  } catch (error) {
    if (isOfInstance(error)) throw error
    const said = saidOfFault(deps, error, `Hallpass could not tell of ${theCase.reference}; its log says why.`, ids)
    await noteOnConnection(deps.db, id, { last_failure_at: now, last_failure: said })
    await noteFailed(call, error).catch((fault) =>
      saidOfFault(deps, fault, 'the next try of a ticket could not be put off', ids),
    )
  }
}

async function noteFailed(
  [{ db }, , { id }, { theCase, ticket, table, now }]: Parameters<typeof tellCase>,
  error: unknown,
): Promise<void> {
  const failedMs = now.getTime() - (ticket?.failingSince ?? now).getTime()
  const isNowhere = error instanceof ServiceNowFailure && error.code === 'not_found'
  if (ticket && isNowhere && isOver(theCase) && failedMs >= patienceMs)
    await saveTicket(db, id, { ...ticket, toldState: theCase.state, isClosed: true, now })
  else await noteTicketFailed(db, id, { caseId: theCase.id, table, now })
}

async function tellCase(
  deps: TicketDeps,
  client: ServiceNowClient,
  connection: Connection,
  { theCase, ticket, table, now, insteadOf }: ToTell,
): Promise<void> {
  const told = { caseId: theCase.id, table, toldState: theCase.state, now }
  const found = ticket?.sysId
    ? { sysId: ticket.sysId, number: ticket.number }
    : await findOrMakeTicket(deps, client, connection, {
        theCase,
        table,
        now,
        mayMake: !isOver(theCase),
        ticket,
        insteadOf,
      })
  // There is none, and nothing to do any more: it is not made to be closed.
  if (found === null)
    return await saveTicket(deps.db, connection.id, { ...told, sysId: null, number: null, isClosed: true })
  const words = ticketWords(connection.language)
  const values = {
    state: states[table][theCase.state],
    work_notes: journalText(words.now(theCase)),
    ...(isOver(theCase) ? { close_notes: words.settled(theCase), close_code: 'Resolved by request' } : {}),
  }
  const isReopened = isOver({ state: ticket?.toldState ?? null }) && !isOver(theCase)
  let isChanged: boolean
  try {
    isChanged = await changeTicket(client, table, found.sysId, values)
  } catch (error) {
    if (!isReopened || !isFinal(error)) throw error
    return await tellCase(deps, client, connection, { theCase, ticket: null, table, now, insteadOf: found.sysId })
  }
  if (isChanged) return await saveTicket(deps.db, connection.id, { ...told, ...found, isClosed: isOver(theCase) })
  // One that was made just now and is gone again is not made over and over.
  if (!ticket?.sysId || !(await isDeleted(client, table, found.sysId)))
    throw notShown(found.number ?? theCase.reference)
  await tellCase(deps, client, connection, { theCase, ticket: null, table, now })
}
