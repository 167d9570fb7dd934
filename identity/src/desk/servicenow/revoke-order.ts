import { cutText } from '@hallpass/servicenow-client/cut-text'
import type { Database } from '../../platform/database/database.ts'
import { servicenow } from './decide-order.ts'
import type { ServiceNowDeps } from './deps.ts'
import { type ReceiveOrderDeps, receiveOrder } from './receive-order.ts'
import { type RefreshOrderDeps, refreshLocked } from './refresh-order.ts'
import { itemsOf, lockOrder, orderById, saveOrder } from './store-orders.ts'
import type { Connection, Order } from './types.ts'

export type RevokeOrderDeps = RefreshOrderDeps &
  ReceiveOrderDeps &
  Pick<ServiceNowDeps, 'requests' | 'audit'> & { db: Database }

/**
 * The item was cancelled or closed there: what is under way stops, and what it gave ends, if the connection is set so. What
 * was asked for or held before the item came is none of its business. One that was never brought is written down as ended,
 * so that a call for it that comes late gives nothing.
 */
export async function revokeOrder(
  deps: RevokeOrderDeps,
  connection: Connection,
  input: { ritm: { sysId: string; number: string }; reason: string; door: 'push' | 'pull' },
): Promise<Order> {
  return deps.db.transaction(async (tx) => {
    const received = { ritm: input.ritm, requestSysId: null, door: input.door, requestedFor: null }
    const { order: found } = await receiveOrder(deps, tx, connection, received)
    const order = await lockOrder(tx, found.id)
    if (!order) throw new Error('an order that is there cannot be read')
    const isDone = order.state === 'denied' || order.state === 'ended'
    const isKept = order.state === 'fulfilled' && !connection.settings.endsWithTicket
    if (isDone || isKept || order.revokedReason !== null) return order
    const reason = cutText(input.reason.trim(), 500) || 'The item was cancelled in ServiceNow.'
    saveOrder(tx, { ...order, revokedReason: reason })
    deps.audit.record(tx, {
      action: 'servicenow.order_revoked',
      actor: servicenow,
      subjects: order.personId === null ? {} : { personId: order.personId },
      reason,
      after: { connectionId: connection.id, ritm: order.ritmNumber },
    })
    for (const { requestId, alreadyHeld, follows } of await itemsOf(tx, order.id))
      if (requestId !== null && !alreadyHeld && !follows)
        await deps.requests.takeBackExternal(tx, { requestId, actor: servicenow })
    await refreshLocked(deps, tx, order.id)
    return (await orderById(tx, order.id)) ?? order
  })
}
