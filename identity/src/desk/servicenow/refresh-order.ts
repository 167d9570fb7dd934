import type { Database, Tx } from '../../platform/database/database.ts'
import type { ServiceNowDeps } from './deps.ts'
import { type ItemFacts, type ItemState, orderState } from './order-state.ts'
import { itemsOf, lockOrder, orderIdsOfRequest, saveOrder } from './store-orders.ts'
import { tellJob } from './tell-order.ts'
import type { Order } from './types.ts'

export type RefreshOrderDeps = Pick<ServiceNowDeps, 'clock' | 'ids' | 'jobs' | 'requests' | 'access'> & { db: Database }

/** Looks at every part of an item and has ServiceNow told when the whole looks different from there. */
export async function refreshOrder(deps: RefreshOrderDeps, orderId: string): Promise<void> {
  await deps.db.transaction((tx) => refreshLocked(deps, tx, orderId))
}

/** A request moved: the items that follow it may look different. */
export async function refreshOrdersOfRequest(deps: RefreshOrderDeps, requestId: string): Promise<void> {
  for (const orderId of await orderIdsOfRequest(deps.db, requestId)) await refreshOrder(deps, orderId)
}

/** `said`: a state that does not follow from parts, such as an item that was refused as a whole. */
export async function refreshLocked(
  deps: RefreshOrderDeps,
  tx: Tx,
  orderId: string,
  said: ItemState | null = null,
): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (order) await refreshHeld(deps, tx, order, said)
}

/** The same for an item that is locked already, as it is to be from here on. */
export async function refreshHeld(
  deps: RefreshOrderDeps,
  tx: Tx,
  order: Order,
  said: ItemState | null = null,
): Promise<void> {
  const { id: orderId } = order
  const facts = await factsOf(deps, tx, orderId)
  if (facts.length === 0 && said === null && order.revokedReason === null) return
  const { state, message } = said ?? orderState(facts, order.revokedReason !== null)
  if (state === order.state && message === order.message && order.version > 0) return
  const now = deps.clock.now()
  const next: Order = { ...order, state, message, workNote: noteOf(facts), version: order.version + 1, changedAt: now }
  await saveOrder(tx, next)
  await deps.jobs.enqueue(tx, tellJob(orderId, soonMoreToTell(next) ? new Date(now.getTime() + soonMs) : undefined))
}

const soonMs = 30_000

/**
 * Most accounts are made within a moment. An item that was found by looking waited as long for that already: that its account
 * is being made is told where it takes longer, so that the instance is written to once for each item instead of twice.
 */
const soonMoreToTell = ({ door, state, version }: Order): boolean =>
  door === 'pull' && state === 'working' && version === 1

async function factsOf(deps: RefreshOrderDeps, tx: Tx, orderId: string): Promise<ItemFacts[]> {
  const facts: ItemFacts[] = []
  for (const item of await itemsOf(tx, orderId)) {
    const request = item.requestId === null ? null : await deps.requests.request(tx, item.requestId)
    const grantId = request?.grantId ?? item.grantId
    const grant = grantId === null ? null : await deps.access.grant(tx, grantId)
    facts.push({ item, request, grant })
  }
  return facts
}

/** For agents: under which number each part is found in Hallpass. */
function noteOf(facts: readonly ItemFacts[]): string {
  return facts
    .flatMap(({ item }) => (item.requestId === null ? [] : [`${item.roleName}: Hallpass request ${item.requestId}`]))
    .join('\n')
}
