import type { Database, Tx } from '../../platform/database/database.ts'
import type { JobSpec } from '../../platform/jobs/jobs.ts'
import type { ServiceNowDeps } from './deps.ts'
import { type ItemFacts, type ItemState, orderState } from './order-state.ts'
import { holdOrdersOfRequest } from './store-follow.ts'
import { itemsOf, lockOrder, saveOrder } from './store-orders.ts'
import { tellJob } from './tell-order.ts'
import type { Order, OrderItem } from './types.ts'

export type RefreshOrderDeps = Pick<ServiceNowDeps, 'clock' | 'ids' | 'jobs' | 'requests' | 'access'> & { db: Database }

/** Looks at every part of an item and has ServiceNow told when the whole looks different from there. */
export async function refreshOrder(deps: RefreshOrderDeps, orderId: string): Promise<void> {
  await deps.db.transaction((tx) => refreshLocked(deps, tx, orderId))
}

export const refreshTask = 'servicenow.refresh'

const refreshJob = (orderId: string): JobSpec => ({
  task: refreshTask,
  payload: { orderId },
  key: `${refreshTask}:${orderId}`,
})

/**
 * A request moved: the items that follow it may look different, and do so from the same moment on. One that is held by
 * somebody else is looked at afterwards.
 */
export async function refreshOrdersOfRequest(deps: RefreshOrderDeps, tx: Tx, requestId: string): Promise<void> {
  for (const { orderId, order, items } of await holdOrdersOfRequest(tx, requestId)) {
    if (order) await refreshHeld(deps, tx, order, null, items)
    else await deps.jobs.enqueue(tx, refreshJob(orderId))
  }
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
  items?: readonly OrderItem[],
): Promise<void> {
  const { id: orderId } = order
  const facts = await factsOf(deps, tx, items ?? (await itemsOf(tx, orderId)))
  if (facts.length === 0 && said === null && order.revokedReason === null) return
  const { state, message } = said ?? orderState(facts, order.revokedReason !== null)
  if (state === order.state && message === order.message && order.version > 0) return
  const now = deps.clock.now()
  const next: Order = { ...order, state, message, workNote: noteOf(facts), version: order.version + 1, changedAt: now }
  saveOrder(tx, next)
  await deps.jobs.enqueue(tx, tellJob(orderId, soonMoreToTell(next) ? new Date(now.getTime() + soonMs) : undefined))
}

const soonMs = 30_000

/**
 * Most accounts are made within a moment. An item that was found by looking waited as long for that already: that its account
 * is being made is told where it takes longer, so that the instance is written to once for each item instead of twice.
 */
const soonMoreToTell = ({ door, state, version }: Order): boolean =>
  door === 'pull' && state === 'working' && version === 1

/** One trip for all parts, where each has the grant that was written beside it. */
function factsOf(
  { requests, access }: Pick<RefreshOrderDeps, 'requests' | 'access'>,
  tx: Tx,
  items: readonly OrderItem[],
): Promise<ItemFacts[]> {
  const grantOf = (id: string | null) => (id === null ? null : access.grant(tx, id))
  const look = async (item: OrderItem): Promise<ItemFacts> => {
    const [request, known] = await Promise.all([
      item.requestId === null ? null : requests.request(tx, item.requestId),
      grantOf(item.grantId),
    ])
    const grantId = request?.grantId ?? item.grantId
    return { item, request, grant: grantId === item.grantId ? known : await grantOf(grantId) }
  }
  return Promise.all(items.map(look))
}

/** For agents: under which number each part is found in Hallpass. */
function noteOf(facts: readonly ItemFacts[]): string {
  return facts
    .flatMap(({ item }) => (item.requestId === null ? [] : [`${item.roleName}: Hallpass request ${item.requestId}`]))
    .join('\n')
}
