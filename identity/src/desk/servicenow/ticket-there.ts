/** The ticket of a case, as it is found, made and changed in an instance that may hide it from us. */
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Values } from '@hallpass/servicenow-client/table'
import type { Person } from '../../directory/module.ts'
import type { Case } from '../types.ts'
import type { ServiceNowDeps } from './deps.ts'
import { fieldOf } from './match-person.ts'
import { saveTicket, type Ticket, type TicketTable } from './store-tickets.ts'
import { ticketWords } from './ticket-words.ts'
import type { Connection } from './types.ts'

export type TicketThereDeps = Pick<ServiceNowDeps, 'db' | 'directory' | 'publicUrl'>

type TicketThere = { sysId: string; number: string | null }

/** One that was deleted and one that a rule hides are answered alike. */
export const notShown = (number: string): ServiceNowFailure =>
  new ServiceNowFailure(
    'not_found',
    `ServiceNow shows no ticket ${number}: it was deleted, or a rule hides it from the integration user. No second one is made.`,
  )

type ToMake = {
  theCase: Case
  ticket: Ticket | null
  table: TicketTable
  mayMake: boolean
  now: Date
  /** One that is over, and so are the others before it. */
  insteadOf?: string | undefined
}

/** The states that mean it is over there. */
export const endStates: Record<TicketTable, readonly string[]> = { incident: ['6', '7', '8'], sc_task: ['3', '4', '7'] }

/**
 * The ticket that carries the id of this case, else a new one; null where there is none and none may be made.
 * @throws ServiceNowFailure `field_hidden` where it was made and the answer hides which it is, which is kept; `not_found`
 * where that was so before and it is still not shown
 */
export async function findOrMakeTicket(
  deps: TicketThereDeps,
  client: ServiceNowClient,
  connection: Connection,
  { theCase, ticket, table, mayMake, now, insteadOf }: ToMake,
): Promise<TicketThere | null> {
  const where = [{ field: 'correlation_id', op: '=', value: theCase.id }] as const
  const rows = await client.table.list(table, { where, fields: [], further: ['number', 'state'] })
  const [known] = rows.filter(
    ({ sys_id, state = '' }) => insteadOf === undefined || (sys_id !== insteadOf && !endStates[table].includes(state)),
  )
  if (known?.sys_id) return { sysId: known.sys_id, number: known.number ?? null }
  if (ticket?.isUnseen) throw notShown(theCase.reference)
  if (!mayMake) return null
  const values = await valuesOf(deps, client, connection, { theCase, table })
  const keep = (found: Pick<Ticket, 'sysId' | 'number' | 'isUnseen'>) =>
    saveTicket(deps.db, connection.id, { caseId: theCase.id, table, toldState: null, isClosed: false, now, ...found })
  try {
    const made = await client.table.insert(table, values, ['number'])
    const found = { sysId: made.sys_id ?? '', number: made.number ?? null }
    // Before anything else of it can fail: it is not looked for again.
    await keep({ ...found, isUnseen: false })
    return found
  } catch (error) {
    if (isHidden(error)) await keep({ sysId: null, number: null, isUnseen: true })
    throw error
  }
}

/** False where the instance shows no such record. What its answer hides of it was changed all the same. */
export async function changeTicket(
  client: ServiceNowClient,
  table: TicketTable,
  sysId: string,
  values: Values,
): Promise<boolean> {
  try {
    await client.table.update(table, sysId, values, [])
    return true
  } catch (error) {
    if (isHidden(error)) return true
    if (error instanceof ServiceNowFailure && error.code === 'not_found') return false
    throw error
  }
}

/**
 * Whether the platform's own list of what was deleted (`sys_audit_delete`) has this record. False where we may not read it:
 * what cannot be seen is not taken for gone.
 */
export async function isDeleted(client: ServiceNowClient, table: TicketTable, sysId: string): Promise<boolean> {
  const where = [
    { field: 'tablename', op: '=', value: table },
    { field: 'documentkey', op: '=', value: sysId },
  ] as const
  try {
    const rows = await client.table.list('sys_audit_delete', { where, fields: [] })
    return rows.length > 0
  } catch (error) {
    if (error instanceof ServiceNowFailure && !error.isRetryable) return false
    throw error
  }
}

const isHidden = (error: unknown): boolean => error instanceof ServiceNowFailure && error.code === 'field_hidden'

async function valuesOf(
  deps: TicketThereDeps,
  client: ServiceNowClient,
  connection: Connection,
  { theCase, table }: Pick<ToMake, 'theCase' | 'table'>,
): Promise<Values> {
  const person = await deps.directory.person(deps.db, theCase.personId)
  const words = ticketWords(connection.language)
  const caller = person ? await callerOf(client, connection, person) : null
  return {
    short_description: words.title(person?.displayName ?? null, theCase.reference),
    description: words.whereWorked(new URL(`/desk?case=${theCase.id}`, deps.publicUrl).href),
    correlation_id: theCase.id,
    correlation_display: 'Hallpass',
    ...(caller !== null && table === 'incident' ? { caller_id: caller } : {}),
  }
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
