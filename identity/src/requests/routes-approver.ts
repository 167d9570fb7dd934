/** The inbox and what is decided there. Who decides is whoever is signed in; nothing of it comes from a body. */
import { requestsRoutes as spec } from '@hallpass/contract/requests'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { type Principal, requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { approveRequest } from './approve-request.ts'
import { cursorId } from './cursor.ts'
import { denyRequest } from './deny-request.ts'
import type { RequestsDeps } from './deps.ts'
import { describeRequest } from './describe-requests.ts'
import { getInbox } from './get-inbox.ts'
import { listDecided } from './list-requests.ts'
import { maySee } from './may-see.ts'
import { findRequest } from './store.ts'
import { stream } from './stream.ts'

/** Giving power over Hallpass itself takes a proof of who it is from a short time ago (security C.19). */
const proofSecondsMax = 900

export function approverRoutes(server: FastifyInstance, deps: RequestsDeps): void {
  const { db } = deps
  serve(server, spec.approveRequest, async (call) => {
    await requireProofForPower(deps, call.principal, call.params.id)
    const input = { requestId: call.params.id, approver: call.principal, ...call.body, actor: actorOf(call) }
    return describeRequest(deps, db, await approveRequest(deps, input))
  })
  serve(server, spec.denyRequest, async (call) => {
    const input = { requestId: call.params.id, approver: call.principal, ...call.body, actor: actorOf(call) }
    return describeRequest(deps, db, await denyRequest(deps, input))
  })
  serve(server, spec.getInbox, ({ principal, query: { roleId, cursor, limit } }) =>
    getInbox(deps, db, { approverId: principal.personId, roleId, after: cursorId(cursor), limit: limit ?? 50 }),
  )
  serve(server, spec.watchInbox, (call) => {
    const approverId = call.principal.personId
    return stream(deps, call, `inbox:${approverId}`, () => getInbox(deps, db, { approverId, limit: 50 }))
  })
  serve(server, spec.listMyDecisions, ({ principal, query }) =>
    listDecided(deps, db, principal.personId, { before: cursorId(query.cursor), limit: query.limit ?? 50 }),
  )
}

async function requireProofForPower(deps: RequestsDeps, principal: Principal, requestId: string): Promise<void> {
  const request = await findRequest(deps.db, requestId)
  // To those who may not see it the request is not there, whatever it asks for.
  if (!request || !maySee(request, principal)) return
  const role = await deps.access.role(deps.db, request.roleId)
  if (role?.productRole) requireRecent(principal, deps.clock.now(), proofSecondsMax)
}
