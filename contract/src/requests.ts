/** Requests on the wire: ask, approve, follow. Actor, beneficiary, state and approver never come from a body. */
import { Type } from 'typebox'
import { Id, IdParams, Lines, Page, PageQuery, Timestamp } from './common.ts'
import { policyRoutes } from './policies.ts'
import {
  DecidedRequest,
  Inbox,
  RequestComment,
  RequestPreview,
  RequestSummary,
  RequestTracker,
} from './request-shapes.ts'
import { route } from './route.ts'

export type {
  DecidedRequest,
  Inbox,
  InboxItem,
  OutcomeCode,
  RequestComment,
  RequestPreview,
  RequestState,
  RequestSummary,
  RequestTracker,
  RoleInRequest,
  TrackerStage,
} from './request-shapes.ts'

const strict = { additionalProperties: false }
const OrNull = <T extends import('typebox').TSchema>(type: T) => Type.Union([type, Type.Null()])
const Days = Type.Integer({ minimum: 1, maximum: 3650 })
const Reason = Lines(1000, 1)
const CreateItem = Type.Object({ roleId: Id, durationDays: OrNull(Days) }, strict)
const Decision = {
  stage: Type.Integer({
    minimum: 0,
    maximum: 5,
    description: 'The stage the approver saw; 409 when the request has moved on',
  }),
  version: Type.Optional(
    Type.Integer({ minimum: 0, description: 'The version the approver saw; 409 when it has changed' }),
  ),
}
const StateFilter = Type.Enum(['open', 'closed', 'waiting', 'fulfilling', 'fulfilled', 'denied', 'cancelled'])

export const requestsRoutes = {
  ...policyRoutes,
  createRequests: route({
    id: 'requests.createRequests',
    method: 'POST',
    path: '/api/requests',
    summary: 'Ask for one or several roles; each becomes a request of its own, all or none',
    access: 'person',
    body: Type.Object({ items: Type.Array(CreateItem, { minItems: 1, maxItems: 20 }), reason: Reason }, strict),
    success: {
      status: 201,
      schema: Type.Object({
        cartId: Id,
        items: Type.Array(
          Type.Object({
            roleId: Id,
            outcome: Type.Enum(['requested', 'already_held']),
            request: OrNull(RequestSummary),
          }),
        ),
      }),
    },
    problems: [404, 409],
    perMinute: 30,
  }),
  extendAccess: route({
    id: 'requests.extendAccess',
    method: 'POST',
    path: '/api/requests/extend',
    summary: 'Ask to keep access that would end; goes through the same approvals',
    access: 'person',
    body: Type.Object({ grantId: Id, durationDays: Days, reason: Reason }, strict),
    success: { status: 201, schema: RequestSummary },
    problems: [404, 409],
    perMinute: 30,
  }),
  previewRequest: route({
    id: 'requests.previewRequest',
    method: 'GET',
    path: '/api/requests/preview',
    summary: 'What would happen if I asked for this role: who approves, in which order, until when',
    access: 'person',
    query: Type.Object({ roleId: Id, durationDays: Type.Optional(Days) }, strict),
    success: { status: 200, schema: RequestPreview },
    problems: [404],
  }),
  leadTime: route({
    id: 'requests.leadTime',
    method: 'GET',
    path: '/api/requests/lead-time',
    summary: 'How long asking for this role took lately, from the request to the working access',
    access: 'person',
    query: Type.Object({ roleId: Id }, strict),
    success: {
      status: 200,
      schema: Type.Object({
        roleId: Id,
        medianSeconds: OrNull(Type.Number()),
        sample: Type.Integer(),
        /** How many of the sample took less than so many hours and no less than the entry before; null: longer. */
        spread: Type.Array(Type.Object({ hoursMax: OrNull(Type.Integer()), count: Type.Integer() })),
      }),
    },
  }),
  listMyRequests: route({
    id: 'requests.listMyRequests',
    method: 'GET',
    path: '/api/requests',
    summary: 'Requests by me or for me, newest first',
    access: 'person',
    query: Type.Object({ ...PageQuery, state: Type.Optional(StateFilter) }, strict),
    success: { status: 200, schema: Page(RequestSummary) },
  }),
  listAllRequests: route({
    id: 'requests.listAllRequests',
    method: 'GET',
    path: '/api/requests/all',
    summary: 'Every request, newest first',
    access: { roles: ['admin', 'auditor'] },
    query: Type.Object(
      {
        ...PageQuery,
        state: Type.Optional(StateFilter),
        personId: Type.Optional(Id),
        approverId: Type.Optional(Id),
        roleId: Type.Optional(Id),
        from: Type.Optional(Timestamp),
        until: Type.Optional(Timestamp),
      },
      strict,
    ),
    success: { status: 200, schema: Page(RequestSummary) },
  }),
  getRequest: route({
    id: 'requests.getRequest',
    method: 'GET',
    path: '/api/requests/:id',
    summary: 'The tracker: every stage, the conversation, fulfilment and the trail of one request',
    access: 'person',
    params: IdParams,
    success: { status: 200, schema: RequestTracker },
    problems: [404],
  }),
  watchRequest: route({
    id: 'requests.watchRequest',
    method: 'GET',
    path: '/api/requests/:id/events',
    summary: 'Server-sent events: the tracker (`RequestTracker`) at once and after every change',
    access: 'person',
    params: IdParams,
    success: { status: 200, content: 'stream' },
    problems: [404],
  }),
  watchMyRequests: route({
    id: 'requests.watchMyRequests',
    method: 'GET',
    path: '/api/requests/events',
    summary: 'Server-sent events: my open requests at once and after every change; a tile that became ready shows here',
    access: 'person',
    success: { status: 200, content: 'stream' },
  }),
  approveRequest: route({
    id: 'requests.approveRequest',
    method: 'POST',
    path: '/api/requests/:id/approve',
    summary: 'Approve the current stage',
    access: 'person',
    params: IdParams,
    body: Type.Object({ ...Decision, comment: Type.Optional(Lines(1000)) }, strict),
    success: { status: 200, schema: RequestSummary },
    problems: [404, 409, 503],
  }),
  denyRequest: route({
    id: 'requests.denyRequest',
    method: 'POST',
    path: '/api/requests/:id/deny',
    summary: 'Deny the request, with a reason the requester will read',
    access: 'person',
    params: IdParams,
    body: Type.Object({ ...Decision, reason: Reason }, strict),
    success: { status: 200, schema: RequestSummary },
    problems: [404, 409, 503],
  }),
  cancelRequest: route({
    id: 'requests.cancelRequest',
    method: 'POST',
    path: '/api/requests/:id/cancel',
    summary: 'Withdraw my request while it waits for approvals',
    access: 'person',
    params: IdParams,
    body: Type.Object({ reason: Type.Optional(Lines(1000)) }, strict),
    success: { status: 200, schema: RequestSummary },
    problems: [404, 409],
  }),
  remindApprovers: route({
    id: 'requests.remindApprovers',
    method: 'POST',
    path: '/api/requests/:id/remind',
    summary: 'Mail whoever my request waits for once more',
    access: 'person',
    params: IdParams,
    body: Type.Object({}, strict),
    success: { status: 200, schema: Type.Object({ reminded: Type.Integer(), remindNotBefore: Timestamp }) },
    problems: [404, 409, 429],
  }),
  addComment: route({
    id: 'requests.addComment',
    method: 'POST',
    path: '/api/requests/:id/comments',
    summary: 'Say something, or ask the other side a question; whoever is asked gets a mail',
    access: 'person',
    params: IdParams,
    body: Type.Object({ kind: Type.Enum(['comment', 'question']), text: Lines(2000, 1) }, strict),
    success: { status: 201, schema: RequestComment },
    problems: [404, 409],
    perMinute: 20,
  }),
  getInbox: route({
    id: 'requests.getInbox',
    method: 'GET',
    path: '/api/inbox',
    summary: 'Approvals that wait for me, longest waiting first, each with everything to decide',
    access: 'person',
    query: Type.Object({ ...PageQuery, roleId: Type.Optional(Id) }, strict),
    success: {
      status: 200,
      schema: Inbox,
    },
  }),
  watchInbox: route({
    id: 'requests.watchInbox',
    method: 'GET',
    path: '/api/inbox/events',
    summary: 'Server-sent events: the first page of the inbox at once and after every change',
    access: 'person',
    success: { status: 200, content: 'stream' },
  }),
  listMyDecisions: route({
    id: 'requests.listMyDecisions',
    method: 'GET',
    path: '/api/inbox/decided',
    summary: 'Requests I have decided, with what I decided, newest first',
    access: 'person',
    query: Type.Object({ ...PageQuery }, strict),
    success: { status: 200, schema: Page(DecidedRequest) },
  }),
}
