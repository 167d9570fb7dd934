import type { Access } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import { invalidField } from '../platform/errors.ts'
import { type AskForAccessDeps, checkDuration, openRequest } from './ask-for-access.ts'
import { extensionNotPossible, grantNotFound } from './errors.ts'
import { newRequest } from './new-request.ts'
import { policyInForce } from './policy-in-force.ts'
import type { Request } from './types.ts'

export type ExtendAccessDeps = AskForAccessDeps & { access: Pick<Access, 'grant'> }
export type ExtendAccessInput = {
  requesterId: string
  grantId: string
  durationDays: number
  reason: string
  actor: Actor
}

/** Asks to keep access that would end: a request like any other, under the policy of the role. */
export async function extendAccess(deps: ExtendAccessDeps, input: ExtendAccessInput): Promise<Request> {
  const reason = input.reason.trim()
  if (reason === '') throw invalidField('reason', 'Say what you need it for; whoever approves reads this.')

  return deps.db.transaction(async (tx) => {
    const grant = await deps.access.grant(tx, input.grantId)
    // Somebody else's access is not there.
    if (grant?.personId !== input.requesterId) throw grantNotFound()
    if (grant.state === 'ended') throw extensionNotPossible('ended')
    if (grant.state === 'pending') throw extensionNotPossible('pending')
    if (!grant.endsAt) throw extensionNotPossible('no_end')
    const role = await deps.access.role(tx, grant.roleId)
    if (role?.state !== 'active') throw extensionNotPossible('role_unused')
    checkDuration(role, input.durationDays, 'durationDays')

    const id = deps.ids.next()
    const request = newRequest({
      id,
      cartId: id,
      kind: 'extend',
      roleId: role.id,
      requesterId: input.requesterId,
      grantId: grant.id,
      reason,
      durationDays: input.durationDays,
      policy: await policyInForce(tx, role.id, input.requesterId),
      now: deps.clock.now(),
    })
    return openRequest(deps, tx, request, 'grantId', input.actor)
  })
}
