import { cutText } from '@hallpass/servicenow-client/cut-text'
import type { Actor } from '../../audit/module.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { ExternalApproval } from '../../requests/module.ts'
import type { ServiceNowDeps } from './deps.ts'
import { foreseeOrder, whoIs } from './foresee-order.ts'
import { missingAnswer, obstacleOf } from './hold-against-order.ts'
import { firstNamed } from './in-language.ts'
import { type CountedApproval, judgeApprovals } from './judge-approvals.ts'
import { notOne } from './match-person.ts'
import type { Chosen, ReadOrder } from './read-orders.ts'
import { type RefreshOrderDeps, refreshHeld } from './refresh-order.ts'
import { insertItem, itemsOf, lockOrder } from './store-orders.ts'
import type { Connection, MatchBy, Order, OrderItem } from './types.ts'

export type DecideOrderDeps = RefreshOrderDeps & Pick<ServiceNowDeps, 'directory' | 'access' | 'requests' | 'audit'>

export const servicenow: Actor = { kind: 'system', name: 'servicenow' }

/**
 * An item that is not there any more, or cannot be decided, is waited for this long: the instance may hide it from us for a
 * while, and a fault of ours may be mended.
 */
const patienceHours = 24

export const isOverdue = (since: Date, now: Date): boolean =>
  now.getTime() - since.getTime() >= patienceHours * 3_600_000

/** One item, and what its instance says about it at this moment; null where it says nothing of it. */
export type ToDecide = { orderId: string; read: ReadOrder | null }

/**
 * Decides items on what their instance says about them at this moment. Every role becomes a request of its own, held
 * against our policy by `requests.recordExternalApproval`; all of them are one transaction, whose statements travel
 * together, and where one cannot be decided none is. Deciding again changes nothing.
 */
export async function decideOrders(
  deps: DecideOrderDeps,
  connection: Connection,
  orders: readonly ToDecide[],
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    // Whichever fails: none of them goes on behind the end of the transaction.
    const decided = await Promise.allSettled(orders.map((order) => decideOrder(deps, tx, connection, order)))
    for (const each of decided) if (each.status === 'rejected') throw each.reason
  })
}

async function decideOrder(
  deps: DecideOrderDeps,
  tx: Tx,
  connection: Connection,
  { orderId, read }: ToDecide,
): Promise<void> {
  const [known, items] = await Promise.all([
    lockOrder(tx, orderId),
    itemsOf(tx, orderId),
    read && foreseeOrder(deps, tx, connection, read),
  ])
  if (known?.state !== 'checking' || items.length > 0) return
  if (read === null) return await stillMissing(deps, tx, known)
  const order = { ...known, language: firstNamed(read.users.get(read.requestedFor)?.language, known.language) }
  const found = await whoAndWhat(deps, tx, connection, order, read)
  if ('refusal' in found) return await refuse(deps, tx, order, found.refusal)
  const parts: OrderItem[] = []
  for (const chosen of read.chosen) {
    const part = await record(deps, tx, { connection, order, read, chosen, ...found })
    insertItem(tx, part)
    parts.push(part)
  }
  const language = firstNamed(order.language, found.locale)
  const decided = { ...order, language, personId: found.beneficiaryId }
  await refreshHeld(deps, tx, decided, null, parts.length === 1 ? parts : undefined)
}

async function stillMissing(deps: DecideOrderDeps, tx: Tx, order: Order): Promise<void> {
  if (!isOverdue(order.createdAt, deps.clock.now())) return
  await refuse(deps, tx, order, 'Hallpass cannot see this item in ServiceNow.')
}

/** Ends an item that could not be decided, in these words. */
export function giveUpOrder(deps: DecideOrderDeps, orderId: string, reason: string): Promise<void> {
  return whileUndecided(deps, orderId, (tx, order) => refuse(deps, tx, order, reason))
}

/** Has an item that waits say why. */
export function sayOfOrder(deps: DecideOrderDeps, orderId: string, message: string): Promise<void> {
  return whileUndecided(deps, orderId, (tx, order) => refreshHeld(deps, tx, order, { state: 'checking', message }))
}

/** One that was decided meanwhile, or was taken back, is left alone. */
async function whileUndecided(
  deps: DecideOrderDeps,
  orderId: string,
  act: (tx: Tx, order: Order) => Promise<void>,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order?.state === 'checking' && (await itemsOf(tx, orderId)).length === 0) await act(tx, order)
  })
}

async function refuse(deps: DecideOrderDeps, tx: Tx, order: Order, reason: string): Promise<void> {
  noteRefusal(deps, tx, order, reason)
  await refreshHeld(deps, tx, order, { state: 'denied', message: reason })
}

/** Said to whoever ordered; the trail keeps it, for nobody exchanges a role by mistake. */
const ofAnotherRole = 'The list of apps in ServiceNow was changed since. It has to be ordered again.'

function noteRefusal(deps: DecideOrderDeps, tx: Tx, order: Order, reason: string): void {
  deps.audit.record(tx, {
    action: 'servicenow.order_refused',
    actor: servicenow,
    subjects: {},
    reason,
    after: { connectionId: order.connectionId, ritm: order.ritmNumber },
  })
}

type Found = {
  beneficiaryId: string
  /** Of the beneficiary, as their directory says it. */
  locale: string | null
  requesterId: string
  approvals: ExternalApproval[]
  notCounted: string[]
  obstacle: string | null
}

async function whoAndWhat(
  deps: DecideOrderDeps,
  tx: Tx,
  { settings }: Connection,
  order: Order,
  read: ReadOrder,
): Promise<Found | { refusal: string }> {
  if (settings.catalogItem !== null && read.catItem !== settings.catalogItem)
    return { refusal: 'This item is not one that Hallpass fulfils.' }
  if (read.chosen.length === 0) return { refusal: 'This item names no access to give.' }
  const missing = missingAnswer(settings, read)
  if (missing !== null) return { refusal: missing }
  const user = read.users.get(read.requestedFor)
  if (!user) return { refusal: 'The person this item is for cannot be found in ServiceNow.' }
  const { counted, notCounted } = judgeApprovals(read)
  const opener = read.users.get(read.openedBy)
  const [match, ordered, known] = await Promise.all([
    whoIs(deps, tx, settings.matchBy, user),
    opener && !opener.isProgram ? whoIs(deps, tx, settings.matchBy, opener) : null,
    peopleBehind(deps, tx, settings.matchBy, counted),
  ])
  if (match.kind !== 'one') return { refusal: notOne(match.kind, user.userName) }
  return {
    beneficiaryId: match.person.id,
    locale: match.person.locale,
    requesterId: ordered?.kind === 'one' ? ordered.person.id : match.person.id,
    approvals: known.approvals,
    notCounted: [...notCounted, ...known.unknown],
    obstacle: obstacleOf(order, read, ordered),
  }
}

async function peopleBehind(
  deps: DecideOrderDeps,
  tx: Tx,
  by: MatchBy,
  counted: readonly CountedApproval[],
): Promise<{ approvals: ExternalApproval[]; unknown: string[] }> {
  const approvals: ExternalApproval[] = []
  const unknown: string[] = []
  const matches = await Promise.all(counted.map(({ user }) => whoIs(deps, tx, by, user)))
  for (const [index, { user, at, comment }] of counted.entries()) {
    const match = matches[index]
    if (match?.kind === 'one') approvals.push({ personId: match.person.id, at, comment })
    else unknown.push(`The approval by ${user.userName} does not count: Hallpass does not know who that is.`)
  }
  return { approvals, unknown }
}

type RecordInput = Found & { connection: Connection; order: Order; read: ReadOrder; chosen: Chosen }

async function record(deps: DecideOrderDeps, tx: Tx, input: RecordInput): Promise<OrderItem> {
  const { order, read, connection, chosen } = input
  const roleId = typeof chosen === 'string' ? null : chosen.roleId
  const role = roleId === null ? null : await deps.access.role(tx, roleId)
  const item: OrderItem = {
    orderId: order.id,
    roleId: roleId ?? deps.ids.next(),
    roleName: role?.name ?? 'Unknown access',
    requestId: null,
    grantId: null,
    alreadyHeld: false,
    follows: false,
    refusal: null,
  }
  if (chosen === 'of_another_role') {
    noteRefusal(deps, tx, order, ofAnotherRole)
    return { ...item, refusal: ofAnotherRole }
  }
  if (!role) return { ...item, refusal: 'It is no longer offered.' }
  const days = daysOf(read.variables.duration_days ?? '')
  if (days === 'unreadable') return { ...item, refusal: 'The number of days cannot be read.' }
  const outcome = await deps.requests.recordExternalApproval(tx, {
    roleId: role.id,
    beneficiaryId: input.beneficiaryId,
    requesterId: input.requesterId,
    reason: cutText(read.variables.reason ?? '', 2000),
    durationDays: days,
    askedAt: read.openedAt ?? order.createdAt,
    approvals: input.approvals,
    notCounted: input.notCounted,
    obstacle: input.obstacle,
    evidence: {
      system: 'servicenow',
      connectionId: connection.id,
      instanceId: connection.instanceId,
      ticket: read.number,
      ticketId: read.ritmSysId,
      rows: read.approvals.map(({ approverSysId, state, at }) => ({
        approverSysId,
        state,
        at: at?.toISOString() ?? null,
      })),
    },
    actor: servicenow,
  })
  switch (outcome.kind) {
    case 'recorded':
    case 'already_requested': {
      const { id: requestId, grantId } = outcome.request
      return { ...item, requestId, grantId, follows: outcome.kind === 'already_requested' }
    }
    case 'already_held':
      return { ...item, grantId: outcome.grantId, alreadyHeld: true }
    case 'refused':
      return { ...item, refusal: outcome.reason }
  }
}

/** Null: without end, which the form of the app calls `none`; a form without this question says nothing. */
function daysOf(text: string): number | null | 'unreadable' {
  const plain = text.trim()
  if (plain === '' || plain === 'none') return null
  return /^\d{1,4}$/.test(plain) && Number(plain) > 0 ? Number(plain) : 'unreadable'
}
