/** SQL of requested items of ServiceNow. */
import { type Selectable, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { type ServiceNowTables, tables } from './store-tables.ts'
import type { Order, OrderItem } from './types.ts'

export const toOrder = (row: Selectable<ServiceNowTables['servicenow_orders']>): Order => ({
  id: row.id,
  connectionId: row.connection_id,
  ritmSysId: row.ritm_sys_id,
  ritmNumber: row.ritm_number,
  requestSysId: row.request_sys_id,
  door: row.door,
  toldRequestedFor: row.told_requested_for,
  personId: row.person_id,
  state: row.state,
  message: row.message,
  workNote: row.work_note,
  revokedReason: row.revoked_reason,
  language: row.language,
  version: row.version,
  toldVersion: row.told_version,
  tellFailures: row.tell_failures,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

export const toItem = (row: Selectable<ServiceNowTables['servicenow_order_items']>): OrderItem => ({
  orderId: row.order_id,
  roleId: row.role_id,
  roleName: row.role_name,
  requestId: row.request_id,
  grantId: row.grant_id,
  alreadyHeld: row.already_held,
  follows: row.follows,
  refusal: row.refusal,
})

type Key = { connectionId: string; ritmSysId: string }

export async function findOrder(reader: Reader, { connectionId, ritmSysId }: Key): Promise<Order | null> {
  const row = await tables(reader)
    .selectFrom('servicenow_orders')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('ritm_sys_id', '=', ritmSysId)
    .executeTakeFirst()
  return row ? toOrder(row) : null
}

export async function orderById(reader: Reader, id: string): Promise<Order | null> {
  const row = await tables(reader).selectFrom('servicenow_orders').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toOrder(row) : null
}

export async function lockOrder(tx: Tx, id: string): Promise<Order | null> {
  const query = tables(tx).selectFrom('servicenow_orders').selectAll().where('id', '=', id).forUpdate()
  const row = await query.executeTakeFirst()
  return row ? toOrder(row) : null
}

/** False when the item is known: of two nodes that hear of it at once, one makes it. */
export async function insertOrder(tx: Tx, order: Order): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('servicenow_orders')
    .values({
      id: order.id,
      connection_id: order.connectionId,
      ritm_sys_id: order.ritmSysId,
      ritm_number: order.ritmNumber,
      request_sys_id: order.requestSysId,
      door: order.door,
      told_requested_for: order.toldRequestedFor,
      person_id: order.personId,
      state: order.state,
      message: order.message,
      work_note: order.workNote,
      revoked_reason: order.revokedReason,
      language: order.language,
      version: order.version,
      told_version: order.toldVersion,
      tell_failures: 0,
      created_at: order.createdAt,
      changed_at: order.changedAt,
    })
    .onConflict((conflict) => conflict.columns(['connection_id', 'ritm_sys_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Those that are there, in the order in which they came. */
export async function ordersByIds(reader: Reader, ids: readonly string[]): Promise<Order[]> {
  const rows = await tables(reader)
    .selectFrom('servicenow_orders')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .execute()
  return rows.map(toOrder)
}

/** Goes along with whatever is sent next. */
export function saveOrder(tx: Tx, order: Order): void {
  const update = tables(tx)
    .updateTable('servicenow_orders')
    .set({
      person_id: order.personId,
      state: order.state,
      message: order.message,
      work_note: order.workNote,
      revoked_reason: order.revokedReason,
      language: order.language,
      version: order.version,
      changed_at: order.changedAt,
    })
    .where('id', '=', order.id)
  tx.soon(update)
}

export type Told = { orderId: string; version: number }

/** ServiceNow has taken these versions; later ones may be waiting already. */
export async function noteTold(reader: Reader, told: readonly Told[]): Promise<void> {
  const ids = told.map(({ orderId }) => orderId)
  const versions = told.map(({ version }) => version)
  await sql`update servicenow_orders set told_version = greatest(told_version, t.version), tell_failures = 0
    from unnest(${ids}::uuid[], ${versions}::int[]) t (id, version) where servicenow_orders.id = t.id`.execute(
    tables(reader),
  )
}

/** ServiceNow knows this version only, whatever it had taken before. */
export async function forgetTold(reader: Reader, orderId: string, version: number): Promise<void> {
  await tables(reader)
    .updateTable('servicenow_orders')
    .set({ told_version: sql`least(told_version, ${version})` })
    .where('id', '=', orderId)
    .execute()
}

export async function noteTellFailed(reader: Reader, orderId: string): Promise<number> {
  const row = await tables(reader)
    .updateTable('servicenow_orders')
    .set((update) => ({ tell_failures: update('tell_failures', '+', 1) }))
    .where('id', '=', orderId)
    .returning('tell_failures')
    .executeTakeFirst()
  return row?.tell_failures ?? 0
}

/** Goes along with whatever is sent next. */
export function insertItem(tx: Tx, item: OrderItem): void {
  const insert = tables(tx)
    .insertInto('servicenow_order_items')
    .values({
      order_id: item.orderId,
      role_id: item.roleId,
      role_name: item.roleName,
      request_id: item.requestId,
      grant_id: item.grantId,
      already_held: item.alreadyHeld,
      follows: item.follows,
      refusal: item.refusal,
    })
    .onConflict((conflict) => conflict.doNothing())
  tx.soon(insert)
}

export async function itemsOf(reader: Reader, orderId: string): Promise<OrderItem[]> {
  const rows = await tables(reader)
    .selectFrom('servicenow_order_items')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('role_name')
    .orderBy('role_id')
    .execute()
  return rows.map(toItem)
}

/** Ids of these items that are known already. */
export async function knownRitms(
  reader: Reader,
  connectionId: string,
  ritmSysIds: readonly string[],
): Promise<Set<string>> {
  if (ritmSysIds.length === 0) return new Set()
  const rows = await tables(reader)
    .selectFrom('servicenow_orders')
    .select('ritm_sys_id')
    .where('connection_id', '=', connectionId)
    .where('ritm_sys_id', '=', sql<string>`any(${ritmSysIds}::text[])`)
    .execute()
  return new Set(rows.map((row) => row.ritm_sys_id))
}

/** Of these items, those that are known here. */
export async function ordersOfRitms(
  reader: Reader,
  connectionId: string,
  ritmSysIds: readonly string[],
): Promise<Order[]> {
  const rows = await tables(reader)
    .selectFrom('servicenow_orders')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('ritm_sys_id', '=', sql<string>`any(${ritmSysIds}::text[])`)
    .orderBy('id')
    .execute()
  return rows.map(toOrder)
}

/** A page of items that are under way, by id. */
export async function openOrders(
  reader: Reader,
  connectionId: string,
  after: string | null,
  limit: number,
): Promise<Order[]> {
  let query = tables(reader)
    .selectFrom('servicenow_orders')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where(sql<boolean>`state in ('checking', 'working', 'manual', 'failed', 'revoking')`)
  if (after !== null) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map(toOrder)
}

/** Items whose last change ServiceNow has not taken. */
export async function untold(reader: Reader, connectionId: string): Promise<{ waiting: number; failing: number }> {
  const row = await tables(reader)
    .selectFrom('servicenow_orders')
    .select([
      sql<number>`count(*)::int`.as('waiting'),
      sql<number>`(count(*) filter (where tell_failures > 0))::int`.as('failing'),
    ])
    .where('connection_id', '=', connectionId)
    .where(sql<boolean>`told_version < version`)
    .executeTakeFirstOrThrow()
  return row
}

/** Items of a grant, which may have been held before they were ordered. */
export async function orderIdsOfGrant(reader: Reader, grantId: string): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('servicenow_order_items')
    .select('order_id')
    .where('grant_id', '=', grantId)
    .execute()
  return rows.map((row) => row.order_id)
}

/** Items that changed before `before` and were not told since. */
export async function lateOrders(reader: Reader, before: Date, limit: number): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('servicenow_orders')
    .select('id')
    .where(sql<boolean>`told_version < version`)
    .where('changed_at', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
