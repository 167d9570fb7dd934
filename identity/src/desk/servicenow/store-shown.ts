/** SQL of what people look at: orders of an instance, tickets of requests, and whether anything ever came of a connection. */
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { toOrder } from './store-orders.ts'
import { tables } from './store-tables.ts'
import type { Order, OrderItem } from './types.ts'

export type ShownOrders = { connectionId: string; show: 'open' | 'untold' | 'all'; before?: string; limit: number }

/** Newest first. */
export async function ordersToShow(r: Reader, { connectionId, show, before, limit }: ShownOrders): Promise<Order[]> {
  let query = tables(r).selectFrom('servicenow_orders').selectAll().where('connection_id', '=', connectionId)
  if (show === 'open')
    query = query.where(sql<boolean>`state in ('checking', 'working', 'manual', 'failed', 'revoking')`)
  if (show === 'untold') query = query.where(sql<boolean>`told_version < version`)
  if (before !== undefined) query = query.where('id', '<', before)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(toOrder)
}

export async function itemsOfOrders(
  r: Reader,
  orderIds: readonly string[],
): Promise<(Pick<OrderItem, 'roleName' | 'requestId'> & { orderId: string })[]> {
  if (orderIds.length === 0) return []
  const rows = await tables(r)
    .selectFrom('servicenow_order_items')
    .select(['order_id', 'role_name', 'request_id'])
    .where('order_id', '=', sql<string>`any(${orderIds}::uuid[])`)
    .orderBy('role_name')
    .execute()
  return rows.map((row) => ({ orderId: row.order_id, roleName: row.role_name, requestId: row.request_id }))
}

export async function countOpenOrders(r: Reader, connectionId: string): Promise<number> {
  const { count } = await tables(r)
    .selectFrom('servicenow_orders')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('connection_id', '=', connectionId)
    .where(sql<boolean>`state in ('checking', 'working', 'manual', 'failed', 'revoking')`)
    .executeTakeFirstOrThrow()
  return count
}

export type StoredTicket = { requestId: string; number: string; sysId: string; instanceUrl: string; system: string }

/** The first ticket of each of these requests that has one. */
export async function ticketsOfRequests(r: Reader, requestIds: readonly string[]): Promise<StoredTicket[]> {
  const rows = await tables(r)
    .selectFrom('servicenow_order_items')
    .innerJoin('servicenow_orders', 'servicenow_orders.id', 'servicenow_order_items.order_id')
    .innerJoin('servicenow_connections', 'servicenow_connections.id', 'servicenow_orders.connection_id')
    .distinctOn('servicenow_order_items.request_id')
    .select([
      'servicenow_order_items.request_id',
      'servicenow_orders.ritm_number',
      'servicenow_orders.ritm_sys_id',
      'servicenow_connections.instance_url',
      'servicenow_connections.name',
    ])
    .where('servicenow_order_items.request_id', '=', sql<string>`any(${requestIds}::uuid[])`)
    .orderBy('servicenow_order_items.request_id')
    .orderBy('servicenow_orders.id')
    .execute()
  return rows.map((row) => ({
    requestId: String(row.request_id),
    number: row.ritm_number,
    sysId: row.ritm_sys_id,
    instanceUrl: row.instance_url,
    system: row.name,
  }))
}

/** Whether an order, a password request or a ticket names it. */
export async function isConnectionUsed(r: Reader, id: string): Promise<boolean> {
  const users = [
    'servicenow_orders',
    'servicenow_challenges',
    'servicenow_password_requests',
    'servicenow_tickets',
  ] as const
  for (const table of users) {
    const query = tables(r).selectFrom(table).select('connection_id').where('connection_id', '=', id).limit(1)
    if (await query.executeTakeFirst()) return true
  }
  return false
}

export async function deleteConnection(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('servicenow_connections').where('id', '=', id).execute()
}
