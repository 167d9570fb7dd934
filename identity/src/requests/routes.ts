/** Asking, following and the lists of requests; decisions and policies have files of their own. */
import { requestsRoutes as spec } from '@hallpass/contract/requests'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { remembering } from '../platform/database/remembering.ts'
import { serve } from '../platform/http/route.ts'
import { addComment } from './add-comment.ts'
import { askForAccess } from './ask-for-access.ts'
import { cancelRequest } from './cancel-request.ts'
import { cursorId } from './cursor.ts'
import type { RequestsDeps } from './deps.ts'
import { describeRequest, describeRequests, namesOf } from './describe-requests.ts'
import { extendAccess } from './extend-access.ts'
import { describeComment, getTracker } from './get-tracker.ts'
import { listRequests } from './list-requests.ts'
import { leadTimeSample, previewRequest } from './preview-request.ts'
import { remindApprovers } from './remind-approvers.ts'
import { approverRoutes } from './routes-approver.ts'
import { policyRoutes } from './routes-policies.ts'
import { leadTimeOf } from './store.ts'
import { stream } from './stream.ts'

export function requestsRoutes(server: FastifyInstance, deps: RequestsDeps): void {
  const { db } = deps
  askingRoutes(server, deps)
  approverRoutes(server, deps)
  policyRoutes(server, deps)

  serve(server, spec.listMyRequests, ({ principal, query }) =>
    listRequests(deps, db, {
      personId: principal.personId,
      state: query.state,
      before: cursorId(query.cursor),
      limit: query.limit ?? 50,
    }),
  )
  serve(server, spec.listAllRequests, ({ query: { cursor, limit, from, until, ...filter } }) =>
    listRequests(deps, db, {
      ...filter,
      from: from === undefined ? undefined : new Date(from),
      until: until === undefined ? undefined : new Date(until),
      before: cursorId(cursor),
      limit: limit ?? 50,
    }),
  )
  serve(server, spec.getRequest, ({ principal, params }) =>
    getTracker(deps, db, { requestId: params.id, viewer: principal }),
  )
  serve(server, spec.watchRequest, (call) =>
    stream(deps, call, `request:${call.params.id}`, async () => {
      const { personId } = call.principal
      // Looked up each time: a page that is left open must not keep a role that was taken away.
      const viewer = { personId, roles: await deps.access.productRoles(db, personId) }
      return getTracker(deps, db, { requestId: call.params.id, viewer })
    }),
  )
  serve(server, spec.watchMyRequests, (call) => {
    const { personId } = call.principal
    return stream(deps, call, `requests:${personId}`, () =>
      listRequests(deps, db, { personId, state: 'open', limit: 50 }),
    )
  })
}

function askingRoutes(server: FastifyInstance, deps: RequestsDeps): void {
  const { db } = deps
  serve(server, spec.createRequests, async (call) => {
    const requesterId = call.principal.personId
    const one = { ...deps, db: remembering(db) }
    const asked = await askForAccess(one, { ...call.body, requesterId, actor: actorOf(call) })
    const made = await describeRequests(
      one,
      one.db,
      asked.items.flatMap((item) => item.request ?? []),
    )
    const items = asked.items.map(({ roleId, outcome, request }) => ({
      roleId,
      outcome,
      request: made.find((summary) => summary.id === request?.id) ?? null,
    }))
    return { cartId: asked.cartId, items }
  })
  serve(server, spec.extendAccess, async (call) => {
    const requesterId = call.principal.personId
    return describeRequest(deps, db, await extendAccess(deps, { ...call.body, requesterId, actor: actorOf(call) }))
  })
  serve(server, spec.previewRequest, ({ principal, query }) =>
    previewRequest(deps, db, { ...query, personId: principal.personId }),
  )
  serve(server, spec.leadTime, async ({ query: { roleId } }) => ({
    roleId,
    ...(await leadTimeOf(db, roleId, leadTimeSample)),
  }))
  serve(server, spec.cancelRequest, async (call) => {
    const input = { requestId: call.params.id, viewer: call.principal, ...call.body, actor: actorOf(call) }
    return describeRequest(deps, db, await cancelRequest(deps, input))
  })
  serve(server, spec.remindApprovers, async (call) => {
    const input = { requestId: call.params.id, viewer: call.principal, actor: actorOf(call) }
    const { reminded, remindNotBefore } = await remindApprovers(deps, input)
    return { reminded, remindNotBefore: remindNotBefore.toISOString() }
  })
  serve(server, spec.addComment, async (call) => {
    const input = { requestId: call.params.id, viewer: call.principal, ...call.body, actor: actorOf(call) }
    const comment = await addComment(deps, input)
    return describeComment(comment, await namesOf(deps, db, [comment.authorId]))
  })
}
