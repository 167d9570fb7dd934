import type { Access, Role } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { invalidField } from '../platform/errors.ts'
import type { Ids } from '../platform/ids.ts'
import { requestedAlready, roleNotFound } from './errors.ts'
import { foreseeApps } from './foresee.ts'
import { type MoveRequestDeps, moveRequest, subjectsOf } from './move-request.ts'
import { newRequest } from './new-request.ts'
import { policyInForce } from './policy-in-force.ts'
import { insertRequest } from './store.ts'
import { openRequestFor } from './store-lists.ts'
import type { Request } from './types.ts'

export type AskForAccessDeps = MoveRequestDeps & {
  db: Database
  ids: Ids
  access: Pick<Access, 'role' | 'mayRequest' | 'heldGrant' | 'apps' | 'appsOfRole'>
}

export type AskForAccessInput = {
  requesterId: string
  items: readonly { roleId: string; durationDays: number | null }[]
  reason: string
  actor: Actor
}

export type AskedItem =
  | { roleId: string; outcome: 'requested'; request: Request }
  | { roleId: string; outcome: 'already_held'; request: null }

/** Asks for one or several roles for oneself: one request each, all or none. What is held already is said, not asked for again. */
export async function askForAccess(
  deps: AskForAccessDeps,
  input: AskForAccessInput,
): Promise<{ cartId: string; items: AskedItem[] }> {
  const reason = input.reason.trim()
  if (reason === '') throw invalidField('reason', 'Say what you need it for; whoever approves reads this.')
  const roleIds = input.items.map((item) => item.roleId)
  const twice = roleIds.findIndex((roleId, index) => roleIds.indexOf(roleId) !== index)
  if (twice !== -1) throw invalidField(`items.${twice}.roleId`, 'This role is in the list twice.')

  return deps.db.transaction(async (tx) => {
    const cartId = deps.ids.next()
    const items: AskedItem[] = []
    for (const [index, item] of input.items.entries())
      items.push(await createOne(deps, tx, { ...input, ...item, reason, cartId, field: `items.${index}` }))
    return { cartId, items }
  })
}

type OneInput = AskForAccessInput & {
  roleId: string
  durationDays: number | null
  cartId: string
  field: string
}

async function createOne(deps: AskForAccessDeps, tx: Tx, input: OneInput): Promise<AskedItem> {
  const { roleId, requesterId, actor, field } = input
  const [role, mayRequest, held, policy] = await Promise.all([
    deps.access.role(tx, roleId),
    deps.access.mayRequest(tx, requesterId, roleId),
    deps.access.heldGrant(tx, requesterId, roleId),
    policyInForce(tx, roleId, requesterId),
    // Looked at next: who is asked, as a rule, and what the answer says of the role.
    deps.directory.managerOf(tx, requesterId),
    foreseeApps(deps.access, tx, roleId),
  ])
  if (!role || !mayRequest) throw roleNotFound()
  checkDuration(role, input.durationDays, `${field}.durationDays`)
  if (held) return { roleId, outcome: 'already_held', request: null }

  const request = newRequest({
    id: deps.ids.next(),
    cartId: input.cartId,
    kind: 'grant',
    roleId,
    requesterId,
    grantId: null,
    reason: input.reason,
    durationDays: input.durationDays,
    policy,
    now: deps.clock.now(),
  })
  return { roleId, outcome: 'requested', request: await openRequest(deps, tx, request, `${field}.roleId`, actor) }
}

/** Writes a new request and asks its first approvers. Two windows asking at once make one request; the other is told. */
export async function openRequest(
  deps: AskForAccessDeps,
  tx: Tx,
  request: Request,
  field: string,
  actor: Actor,
): Promise<Request> {
  deps.audit.record(tx, {
    action: 'request.created',
    actor,
    subjects: subjectsOf(request),
    reason: request.reason,
    after: {
      kind: request.kind,
      durationDays: request.durationDays,
      policy: { roleId: request.policy.roleId, version: request.policy.version },
    },
  })
  const save = async (_tx: Tx, _before: Request, next: Request) => {
    if (!(await insertRequest(tx, next)))
      throw requestedAlready(field, await openRequestFor(tx, request.beneficiaryId, request.roleId))
  }
  const outcome = await moveRequest(deps, tx, request, { kind: 'created' }, actor, save)
  return outcome.request
}

export function checkDuration(role: Role, durationDays: number | null, field: string): void {
  if (role.daysMax === null || (durationDays !== null && durationDays <= role.daysMax)) return
  throw invalidField(field, `Choose at most ${role.daysMax} ${role.daysMax === 1 ? 'day' : 'days'} for this role.`)
}
