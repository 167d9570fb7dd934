/** Items ordered in ServiceNow, as people here see them. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Page, PageQuery, PersonSummary, Timestamp } from './common.ts'
import { route } from './route.ts'
import { FulfilmentState, strict, words } from './servicenow-shapes.ts'
import { orNull } from './templates.ts'

/** A ticket of the service desk in another system, and where to read it there. */
const ticket = {
  number: Type.String({ description: 'Such as RITM0010001' }),
  url: Type.String({ description: 'Where people read it there' }),
}

export const SnowOrder = Type.Object({
  id: Id,
  ...ticket,
  person: orNull(PersonSummary),
  roles: Type.Array(Type.Object({ name: Type.String(), requestId: orNull(Id) })),
  state: FulfilmentState,
  message: Type.String({ description: 'As the ticket says it' }),
  door: words('push', 'pull'),
  isTold: Type.Boolean({ description: 'ServiceNow has taken the last change' }),
  tellFailures: Type.Integer({ description: 'How often it could not be told since' }),
  changedAt: Timestamp,
})
export type SnowOrder = Static<typeof SnowOrder>

export const RequestTicket = Type.Object({
  requestId: Id,
  system: Type.String({ description: 'Name of the connection' }),
  ...ticket,
})
export type RequestTicket = Static<typeof RequestTicket>

const idsMax = 200

export const servicenowOrderRoutes = {
  listSnowOrders: route({
    id: 'servicenow.listOrders',
    method: 'GET',
    path: '/api/servicenow/connections/:id/orders',
    summary: 'Items ordered in an instance, newest first',
    access: { roles: ['admin', 'auditor'] },
    params: IdParams,
    query: Type.Object({ show: Type.Optional(words('open', 'untold', 'all')), ...PageQuery }, strict),
    success: { status: 200, schema: Page(SnowOrder) },
  }),
  findTickets: route({
    id: 'servicenow.findTickets',
    method: 'GET',
    path: '/api/tickets',
    summary: 'The tickets that requests came from, of those the caller may see; others are left out',
    access: 'person',
    query: Type.Object(
      {
        requestIds: Type.String({
          maxLength: idsMax * 37,
          pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){0,199}$',
          description: `Up to ${idsMax} ids, with commas between them`,
        }),
      },
      strict,
    ),
    success: { status: 200, schema: Type.Object({ items: Type.Array(RequestTicket) }) },
  }),
}
