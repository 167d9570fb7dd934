/** Policies: read by administrators and auditors, written by administrators who proved who they are a moment ago. */
import { policyRoutes as spec } from '@hallpass/contract/policies'
import type { FastifyInstance } from 'fastify'
import { type Actor, actorOf } from '../audit/module.ts'
import { requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import type { RequestsDeps } from './deps.ts'
import { type SetPolicyInput, setPolicy } from './set-policy.ts'
import { showPolicies, showPolicy } from './show-policies.ts'

const recentSeconds = 600

export function policyRoutes(server: FastifyInstance, deps: RequestsDeps): void {
  const { db, clock } = deps
  serve(server, spec.listPolicies, () => showPolicies(deps, db))
  serve(server, spec.getRolePolicy, ({ params }) => showPolicy(deps, db, params.id))

  serve(server, spec.setDefaultPolicy, async (call) => {
    requireRecent(call.principal, clock.now(), recentSeconds)
    return change(deps, { roleId: null, ...call.body }, actorOf(call))
  })
  serve(server, spec.setRolePolicy, async (call) => {
    requireRecent(call.principal, clock.now(), recentSeconds)
    return change(deps, { roleId: call.params.id, ...call.body }, actorOf(call))
  })
  serve(server, spec.dropRolePolicy, async (call) => {
    requireRecent(call.principal, clock.now(), recentSeconds)
    return change(deps, { roleId: call.params.id, rules: null, version: call.query.version }, actorOf(call))
  })
}

async function change(deps: RequestsDeps, input: SetPolicyInput, actor: Actor) {
  const { weaker } = await deps.db.transaction((tx) => setPolicy(deps, tx, input, actor))
  return { policy: await showPolicy(deps, deps.db, input.roleId), weaker }
}
