/** The inbox and what is decided there. Who decides is whoever is signed in; nothing of it comes from a body. */
import { requestsRoutes as spec } from '@hallpass/contract/requests'
import type { FastifyInstance } from 'fastify'
import type { Role } from '../access/module.ts'
import { actorOf } from '../audit/module.ts'
import { remembering } from '../platform/database/remembering.ts'
import { requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { approveRequest } from './approve-request.ts'
import { cursorId } from './cursor.ts'
import { denyRequest } from './deny-request.ts'
import type { RequestsDeps } from './deps.ts'
import { describeRequest } from './describe-requests.ts'
import { getInbox } from './get-inbox.ts'
import { listDecided } from './list-requests.ts'
import { stream } from './stream.ts'

/** Giving power over Hallpass itself takes a proof of who it is from a short time ago (security C.19). */
const proofSecondsMax = 900

export function approverRoutes(server: FastifyInstance, deps: RequestsDeps): void {
  const { db } = deps
  serve(server, spec.approveRequest, async (call) => {
    const admit = (role: Role | null, proveWithinMinutes: number | null) => {
      const wanted = [role?.productRole ? proofSecondsMax : null, proveWithinMinutes && proveWithinMinutes * 60]
      const seconds = wanted.filter((each) => each !== null)
      if (seconds.length > 0) requireRecent(call.principal, deps.clock.now(), Math.min(...seconds))
    }
    const input = { requestId: call.params.id, approver: call.principal, ...call.body, actor: actorOf(call), admit }
    const one = { ...deps, db: remembering(db) }
    return describeRequest(one, one.db, await approveRequest(one, input))
  })
  serve(server, spec.denyRequest, async (call) => {
    const input = { requestId: call.params.id, approver: call.principal, ...call.body, actor: actorOf(call) }
    const one = { ...deps, db: remembering(db) }
    return describeRequest(one, one.db, await denyRequest(one, input))
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
