/** What became of the tickets of our cases in their instance. */
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { itself, type MoveCaseDeps, moveCase } from '../move-case.ts'
import { lockCase } from '../store-cases.ts'
import type { ServiceNowDeps } from './deps.ts'
import { saidOfFault } from './said-of-fault.ts'
import { noteOnConnection } from './store-connections.ts'
import { openTickets, saveTicket, type Ticket } from './store-tickets.ts'
import { endStates } from './ticket-there.ts'
import type { Connection } from './types.ts'

export type ReadTicketsDeps = MoveCaseDeps & Pick<ServiceNowDeps, 'db' | 'log'>

/**
 * Whoever closes the ticket there closes the case here, but for "this was not me" and people with power: those an agent here
 * settles. A ticket whose state a rule hides says nothing, and the others do.
 */
export async function readTickets(
  deps: ReadTicketsDeps,
  client: ServiceNowClient,
  connection: Connection,
  { together, now }: { together: number; now: Date },
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const tickets = await openTickets(deps.db, connection.id, { after, limit: together })
    for (const table of ['incident', 'sc_task'] as const) {
      const here = new Map(tickets.flatMap((each) => (each.table === table && each.sysId ? [[each.sysId, each]] : [])))
      if (here.size === 0) continue
      const where = [{ field: 'sys_id', op: 'IN', value: [...here.keys()] }] as const
      for (const row of await client.table.list(table, { where, fields: [], further: ['state', 'number'] })) {
        const ticket = here.get(row.sys_id ?? '')
        if (ticket && endStates[table].includes(row.state ?? ''))
          await closeOne(deps, connection, ticket, row.number ?? ticket.number ?? '', now)
      }
    }
    after = tickets.at(-1)?.caseId ?? null
    if (tickets.length < together) return
  }
}

/** What keeps one case from being closed holds up none of the others: its ticket is read again. */
async function closeOne(...call: Parameters<typeof closeCase>): Promise<void> {
  const [deps, { id }, { caseId }, number, now] = call
  try {
    await closeCase(...call)
  } catch (error) {
    const ids = { connectionId: id, caseId }
    const said = saidOfFault(deps, error, `Hallpass could not close the case of ${number}; its log says why.`, ids)
    await noteOnConnection(deps.db, id, { last_failure_at: now, last_failure: said })
  }
}

async function closeCase(
  deps: ReadTicketsDeps,
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
