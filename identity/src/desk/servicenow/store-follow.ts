/** SQL of items of ServiceNow that show how a request is doing. */
import type { Tx } from '../../platform/database/database.ts'
import { toItem, toOrder } from './store-orders.ts'
import { tables } from './store-tables.ts'
import type { Order, OrderItem } from './types.ts'

/**
 * The items that follow a request, with all their parts, locked. One that somebody else holds at this moment is not waited
 * for, since whoever holds it may wait for the request: its parts are there, and `order` is null.
 */
export async function holdOrdersOfRequest(
  tx: Tx,
  requestId: string,
): Promise<{ orderId: string; order: Order | null; items: OrderItem[] }[]> {
  const following = tables(tx)
    .selectFrom('servicenow_order_items')
    .select('order_id')
    .where('request_id', '=', requestId)
  const [orders, rows] = await Promise.all([
    tables(tx)
      .selectFrom('servicenow_orders')
      .selectAll()
      .where('id', 'in', following)
      .orderBy('id')
      .forUpdate()
      .skipLocked()
      .execute(),
    tables(tx)
      .selectFrom('servicenow_order_items')
      .selectAll()
      .where('order_id', 'in', following)
      .orderBy('role_name')
      .orderBy('role_id')
      .execute(),
  ])
  const held = new Map(orders.map((row) => [row.id, toOrder(row)]))
  const items = rows.map(toItem)
  return [...new Set(items.map(({ orderId }) => orderId))].map((orderId) => ({
    orderId,
    order: held.get(orderId) ?? null,
    items: items.filter((item) => item.orderId === orderId),
  }))
}
